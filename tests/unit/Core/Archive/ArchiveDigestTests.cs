using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using static GeoGraph.UnitTests.Core.Archive.SmallArchive;

namespace GeoGraph.UnitTests.Core.Archive;

public sealed class ArchiveDigestTests
{
    public static TheoryData<IReadOnlyList<ArchivedRecord>> Different =>
    [
        [.. Records.Skip(1)],
        [.. Records.SkipLast(1)],
        [State, FirstA, A, C, B, Supply, Alias, Receipt],
        With(State, new ArchivedState(At(5), At(2))),
        With(B, Node("b", 2, null)),
        With(B, Node("b", 1, 5)),
        With(B, B with { Node = B.Node with { Label = "STATE" } }),
        With(B, B with { Node = B.Node with { Properties = """{"v":1}""" } }),
        With(B, B with { Node = B.Node with { Valid = new ValidPeriod(new DateOnly(2025, 1, 1), null) } }),
        With(B, B with { Node = B.Node with { References = [new Reference("x", Id("firm:a"))] } }),
        With(A, Node("a", 3, null, "Alph", "a")),
        With(A, Node("a", 3, null, "Alpha", "Alpha")),
        With(Supply, Supply with { Relation = Supply.Relation with { From = Supply.Relation.To, To = Supply.Relation.From } }),
        With(Supply, Supply with { Relation = Supply.Relation with { References = [new Reference("x", Id("firm:a"))] } }),
        With(Alias, Alias with { Alias = Alias.Alias with { Survivor = Id("firm:b") } }),
        With(Alias, Alias with { Alias = Alias.Alias with { Names = [] } }),
        With(Receipt, Receipt with { Receipt = Receipt.Receipt with { Created = 1 } }),
        With(Receipt, Receipt with { Digest = new string('1', 64) }),
    ];

    [Fact]
    public void Items_are_counted_by_kind()
    {
        var contents = Digest(Records);
        Assert.Equal(new ArchiveContents(At(5), At(1), Nodes: 2, Relations: 1, Aliases: 1, PastVersions: 2, Receipts: 1, contents.Digest), contents);
    }

    [Fact]
    public void Equal_archives_have_equal_digests() => Assert.Equal(Digest(Records), Digest([.. Records.Select(record => record with { })]));

    [Theory]
    [MemberData(nameof(Different))]
    public void Archives_that_differ_anywhere_have_different_digests(IReadOnlyList<ArchivedRecord> other) =>
        Assert.NotEqual(Digest(Records).Digest, Digest(other).Digest);

    // Each text goes in with its length, so that what stands at the end of one and what stands at the beginning of the next never change places unseen.
    [Fact]
    public void Texts_that_run_together_alike_are_told_apart() => Properties.Holds(FsCheck.Fluent.Gen.Two(Properties.Texts), texts =>
    {
        var (whole, cut) = (texts.Item1 + texts.Item2, texts.Item1.Length);
        ArchivedRecord Named(int at) => Node("n", 1, null, "x" + whole[..at], "x" + whole[at..]);
        return whole.Length == 0 || char.IsLowSurrogate(whole.Length > cut ? whole[cut] : ' ') || whole[cut..].Length == 0
            || Digest([Named(cut)]).Digest != Digest([Named(whole.Length)]).Digest;
    });

    [Fact]
    public void Long_archives_are_digested_whole()
    {
        var many = Enumerable.Range(1000, 5000).Select(i => Node($"n{i}", 1, null, new string('n', 30))).ToList<ArchivedRecord>();
        var first = Digest(many);
        many[4321] = Node("n5321", 1, null, new string('m', 30));
        Assert.Equal(5000, first.Nodes);
        Assert.NotEqual(first.Digest, Digest(many).Digest);
    }

    private static ArchiveContents Digest(IEnumerable<ArchivedRecord> records)
    {
        using var digest = new ArchiveDigest();
        foreach (var record in records)
            digest.Add(record);
        return digest.Conclude();
    }
}
