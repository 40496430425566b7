using FsCheck.Fluent;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using static GeoGraph.UnitTests.Core.Archive.SmallArchive;

namespace GeoGraph.UnitTests.Core.Archive;

public sealed class ArchivedNamesTests
{
    [Fact]
    public void Names_are_those_of_nodes_of_former_ids_and_the_ids() =>
        Assert.Equal(
            [
                "firm:a/firm:a 0 Alpha 3-", "firm:a/firm:a 2000000 a 1-", "firm:a/firm:c 1000000 Gamma 5-", "firm:a/firm:c 3000000 c 5-",
                "firm:b/firm:b 2000000 b 1-", "firm:c/firm:c 0 Gamma 4-5", "firm:c/firm:c 2000000 c 4-5",
            ],
            NamesOf(Records).Select(Print).Order(StringComparer.Ordinal));

    [Fact]
    public void Name_that_stays_while_its_node_changes_is_told_once_and_one_that_comes_back_twice() =>
        Assert.Equal(
            ["firm:a/firm:a 0 Alpha 1-4", "firm:a/firm:a 0 Alpha 6-", "firm:a/firm:a 2000000 a 1-4", "firm:a/firm:a 2000000 a 6-"],
            NamesOf([Node("a", 1, 2, "Alpha"), Node("a", 2, 4, "Alpha"), Node("a", 6, null, "Alpha")]).Select(Print).Order(StringComparer.Ordinal));

    [Fact]
    public void Balance_is_level_however_names_are_ordered_and_cut() => Properties.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        var random = new Random(seed);
        var names = NamesOf(Records).ToList();
        var found = names.SelectMany(name => Cut(name, random)).ToArray();
        random.Shuffle(found);
        var missing = random.Next(found.Length);
        return IsLevel(names, found) && !IsLevel(names, [.. found.Where((_, i) => i != missing)]) && !IsLevel(names, [.. found, found[missing]]);
    });

    [Fact]
    public void Balance_looks_at_the_form_compared_and_not_at_what_is_forgotten()
    {
        var name = NamesOf([Node("a", 2, null, "Ålpha")]).First();
        var forgetful = new NameBalance(At(4));
        forgetful.Expect(name);
        forgetful.Find(name with { Since = At(3) }, "alpha");
        Assert.True(forgetful.IsLevel);
        var exact = new NameBalance(At(1));
        exact.Expect(name);
        exact.Find(name, "Ålpha");
        Assert.False(exact.IsLevel);
    }

    private static bool IsLevel(IEnumerable<ArchivedName> expected, IEnumerable<ArchivedName> found)
    {
        var balance = new NameBalance(At(1));
        foreach (var name in expected)
            balance.Expect(name);
        foreach (var name in found)
            balance.Find(name, NameFolding.Fold(name.Text));
        return balance.IsLevel;
    }

    private static IEnumerable<ArchivedName> Cut(ArchivedName name, Random random)
    {
        var at = At(name.Since.Number + 1 + random.Next(3));
        return random.Next(2) == 0 || !(at < (name.Until ?? At(100))) ? [name] : [name with { Until = at }, name with { Since = at }];
    }

    private static IEnumerable<ArchivedName> NamesOf(IEnumerable<ArchivedRecord> records)
    {
        var names = new ArchivedNames();
        return [.. records.SelectMany(names.Next).ToList(), .. names.Rest()];
    }

    private static string Print(ArchivedName name) => $"{name.Node}/{name.Owner} {name.Place} {name.Text} {name.Since}-{name.Until}";
}
