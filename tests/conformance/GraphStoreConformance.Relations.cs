using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Fact]
    public async Task Relation_is_read_back_as_it_was_written()
    {
        var relation = Supplies("a", "b") with
        {
            Valid = Period("2025-01-01", "2026-01-01"),
            References = [new Reference("product", Id("product:854231")), new Reference("transit", Id("chokepoint:taiwan-strait"))],
            Properties = """{"value_usd":"80.00"}""",
        };
        var receipt = await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(relation));
        var found = await FindRelationAsync("supplies:a-b");
        Assert.True(found!.SaysTheSameAs(relation));
        Assert.Equal(receipt.Revision, found.ChangedAt);
    }

    [Theory]
    [InlineData("a", "z")]
    [InlineData("z", "a")]
    public async Task Relation_without_an_end_is_refused(string from, string to)
    {
        await WriteFirmsAsync("a");
        var error = await RefusedAsync(ErrorReason.DanglingRelation, () => WriteAsync(Put(Supplies(from, to))));
        Assert.Contains("firm:z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relation_before_its_ends_in_the_batch_is_refused() =>
        await RefusedAsync(ErrorReason.DanglingRelation, () => WriteAsync(Put(Supplies("a", "b")), Put(Firm("a")), Put(Firm("b"))));

    [Fact]
    public async Task Relation_to_a_relation_is_refused()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await RefusedAsync(ErrorReason.DanglingRelation, () => WriteAsync(Put(Supplies("a", "b") with { To = Id("supplies:a-a") })));
    }

    [Fact]
    public async Task Relation_may_return_to_its_start()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        var touching = await (await LatestAsync()).ListRelationsAsync(new RelationQuery { Touching = [Id("firm:a")] }, Patience);
        Assert.Equal(["supplies:a-a"], Ids(touching.Items));
    }

    [Fact]
    public async Task Two_relations_of_one_type_may_join_the_same_nodes()
    {
        var receipt = await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Supplies("a", "b", "-1")), Put(Supplies("a", "b", "-2")));
        Assert.Equal(4, receipt.Created);
    }

    [Fact]
    public async Task Put_may_move_a_relation_to_other_ends()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Supplies("a", "b")));
        await WriteAsync(Put(Supplies("a", "b") with { To = Id("firm:c") }));
        var reader = await LatestAsync();
        Assert.Empty((await reader.ListRelationsAsync(new RelationQuery { To = [Id("firm:b")] }, Patience)).Items);
        Assert.Single((await reader.ListRelationsAsync(new RelationQuery { To = [Id("firm:c")] }, Patience)).Items);
    }

    [Fact]
    public async Task Put_of_the_same_relation_changes_nothing()
    {
        var first = await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        var second = await WriteAsync(Put(Supplies("a", "a")));
        Assert.Equal(new WriteReceipt(first.Revision, 0, 0, 1, 0, 0), second);
    }

    [Fact]
    public async Task Type_never_changes()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(Supplies("a", "a") with { Type = "OWNS" })));
    }

    [Fact]
    public async Task Id_names_a_node_or_a_relation_never_both()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(Supplies("a", "a") with { Id = Id("firm:a") })));
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(Firm("a") with { Id = Id("supplies:a-a") })));
    }

    [Fact]
    public async Task Deleted_relation_leaves_its_nodes()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Supplies("a", "b")));
        Assert.Equal(1, (await WriteAsync(new Delete(Id("supplies:a-b")))).Deleted);
        Assert.Null(await FindRelationAsync("supplies:a-b"));
        Assert.Equal(2, (await (await LatestAsync()).ListNodesAsync(new NodeQuery(), Patience)).Items.Count);
    }

    [Fact]
    public async Task Deleted_node_leaves_no_relation_to_come_back_with_it()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Supplies("a", "b")));
        await WriteAsync(new Delete(Id("firm:b")));
        await WriteFirmsAsync("b");
        Assert.Null(await FindRelationAsync("supplies:a-b"));
    }
}
