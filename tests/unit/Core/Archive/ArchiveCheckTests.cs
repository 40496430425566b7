using GeoGraph.Core.Graph.Archive;
using static GeoGraph.UnitTests.Core.Archive.SmallArchive;

namespace GeoGraph.UnitTests.Core.Archive;

public sealed class ArchiveCheckTests
{
    public static TheoryData<string, IReadOnlyList<ArchivedRecord>> Broken => new()
    {
        { "begins with the state", [.. Records.Skip(1)] },
        { "begins with the state", [] },
        { "has once", [State, State, .. Records.Skip(1)] },
        { "come in order", [State, FirstA, A, C, B, Supply, Alias, Receipt] },
        { "none comes twice", [.. Records, Receipt] },
        { "not after the newest", With(State, new ArchivedState(At(5), At(6))) },
        { "from 1 to the newest", With(B, Node("b", 6, null)) },
        { "from 1 to the newest", With(B, Node("b", 0, null)) },
        { "ends after it was written", With(C, Node("c", 4, 4)) },
        { "ends after it was written", With(C, Node("c", 4, 6)) },
        { "shows at no revision retained", With(State, new ArchivedState(At(5), At(3))) },
        { "begins when the one before has ended", With(FirstA, Node("a", 1, 4)) },
        { "begins when the one before has ended", With(FirstA, Node("a", 1, null)) },
        { "the end 'firm:b' is absent", [.. Records.Where(record => record != B)] },
        { "the end 'firm:b' is absent at revision 4", With(B, Node("b", 1, 4)) },
        { "the start 'firm:a' is absent at revision 2", With(FirstA, Node("a", 1, 2)) },
        { "the survivor 'firm:x' is absent", With(Alias, Alias with { Alias = Alias.Alias with { Survivor = Id("firm:x") } }) },
        { "names a node as well", With(C, Node("c", 4, null, "Gamma")) },
        { "names a node as well", With(Supply, Supply with { Relation = Supply.Relation with { Id = Id("firm:b") } }) },
        { "names a relation as well", With(Alias, Alias with { Alias = Alias.Alias with { Alias = Supply.Id } }) },
        { "node.label 'firm'", With(B, B with { Node = B.Node with { Label = "firm" } }) },
        { "node.label 'F`) DELETE", With(B, B with { Node = B.Node with { Label = "F`) DELETE" } }) },
        { "relation.type 'a'", With(Supply, Supply with { Relation = Supply.Relation with { Type = "a" } }) },
        { "canonical form", With(B, B with { Node = B.Node with { Properties = """{ "v": 1 }""" } }) },
        { "properties are not JSON", With(B, B with { Node = B.Node with { Properties = "{" } }) },
        { "SHA-256", With(Receipt, Receipt with { Digest = "f" }) },
        { "names a revision retained", With(Receipt, Receipt with { Receipt = Receipt.Receipt with { Revision = At(6) } }) },
        { "is negative", With(Receipt, Receipt with { Receipt = Receipt.Receipt with { Merged = -1 } }) },
        { "1 to 128 characters", With(Receipt, Receipt with { RequestId = "" }) },
    };

    [Fact]
    public void Sound_archive_has_no_problem() => Assert.Empty(Check(Records).Problems);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_archive_is_told_by_the_rule_that_it_breaks(string rule, IReadOnlyList<ArchivedRecord> records)
    {
        var check = Check(records);
        Assert.Contains(check.Problems, problem => problem.ToString().Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void One_id_may_name_two_things_one_after_the_other()
    {
        var deleted = Node("c", 1, 2);
        var relation = Relation("a", "b", 2, null) with { };
        IReadOnlyList<ArchivedRecord> records = [State, FirstA, A, B, deleted, relation with { Relation = relation.Relation with { Id = deleted.Id } }];
        Assert.Empty(Check(records).Problems);
    }

    [Fact]
    public void Ends_need_be_there_only_at_revisions_retained() =>
        Assert.Empty(Check([new ArchivedState(At(5), At(3)), A, B, Relation("a", "b", 2, null)]).Problems);

    [Fact]
    public void Problems_are_listed_up_to_a_hundred_and_all_counted()
    {
        var check = Check([State, .. Enumerable.Range(100, 300).Select(i => Relation($"x{i}", "x", 1, null))]);
        Assert.Equal((600, ArchiveCheck.MaxListed), (check.Count, check.Problems.Count));
    }

    [Fact]
    public async Task Stream_ends_with_an_error_at_the_first_problem()
    {
        var passed = new List<ArchivedRecord>();
        var refusal = await Assert.ThrowsAsync<GeoGraph.Core.GeoGraphException>(async () =>
        {
            await foreach (var record in ArchiveCheck.SoundAsync(With(B, Node("b", 9, null)).ToAsyncEnumerable(), CancellationToken.None))
                passed.Add(record);
        });
        Assert.Equal(Records.Take(3), passed);
        Assert.Contains("node firm:b of revision 9", refusal.Violations.Single().Value, StringComparison.Ordinal);
    }

    private static ArchiveCheck Check(IEnumerable<ArchivedRecord> records)
    {
        var check = new ArchiveCheck();
        foreach (var record in records)
            check.Add(record);
        check.Conclude();
        return check;
    }
}
