using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private async Task<string[]> ListAsync(NodeQuery query) => Ids((await (await LatestAsync()).ListNodesAsync(query, Patience)).Items);

    private async Task<string[]> ListAsync(RelationQuery query) => Ids((await (await LatestAsync()).ListRelationsAsync(query, Patience)).Items);

    private Task SmallWorldAsync() => WriteAsync(
        Put(State("TW")), Put(State("US")), Put(Firm("a")), Put(Firm("b") with { References = [new("seat", Id("state:US"))] }),
        Put(Firm("c") with { References = [new("seat", Id("state:TW")), new("fab", Id("state:TW")), new("office", Id("state:US"))] }),
        Put(Supplies("a", "b") with { References = [new("product", Id("product:chip"))] }),
        Put(Supplies("a", "c")), Put(Supplies("b", "c") with { References = [new("product", Id("product:chip")), new("transit", Id("chokepoint:luzon"))] }),
        Put(Supplies("c", "a") with { Id = Id("owns:c-a"), Type = "OWNS" }));

    [Fact]
    public async Task Nodes_are_listed_by_label()
    {
        await SmallWorldAsync();
        Assert.Equal(["state:TW", "state:US"], await ListAsync(new NodeQuery { Labels = ["STATE"] }));
        Assert.Equal(["firm:a", "firm:b", "firm:c", "state:TW", "state:US"], await ListAsync(new NodeQuery { Labels = ["STATE", "FIRM"] }));
        Assert.Empty(await ListAsync(new NodeQuery { Labels = ["PERSON"] }));
    }

    [Fact]
    public async Task Nodes_are_listed_by_what_they_refer_to_in_any_role()
    {
        await SmallWorldAsync();
        Assert.Equal(["firm:b", "firm:c"], await ListAsync(new NodeQuery { RefersTo = [Id("state:US")] }));
        Assert.Equal(["firm:c"], await ListAsync(new NodeQuery { RefersTo = [Id("state:TW")] }));
        Assert.Equal(["firm:b", "firm:c"], await ListAsync(new NodeQuery { RefersTo = [Id("state:TW"), Id("state:US")] }));
        Assert.Empty(await ListAsync(new NodeQuery { RefersTo = [Id("state:TW")], Labels = ["STATE"] }));
    }

    [Fact]
    public async Task Replaced_node_is_not_listed_by_what_it_referred_to()
    {
        await SmallWorldAsync();
        await WriteAsync(Put(Firm("c") with { References = [new("seat", Id("state:JP"))] }));
        Assert.Empty(await ListAsync(new NodeQuery { RefersTo = [Id("state:TW")] }));
        Assert.Equal(["firm:c"], await ListAsync(new NodeQuery { RefersTo = [Id("state:JP")] }));
    }

    [Fact]
    public async Task Relations_are_listed_by_type()
    {
        await SmallWorldAsync();
        Assert.Equal(["owns:c-a"], await ListAsync(new RelationQuery { Types = ["OWNS"] }));
        Assert.Equal(["owns:c-a", "supplies:a-b", "supplies:a-c", "supplies:b-c"], await ListAsync(new RelationQuery { Types = ["SUPPLIES", "OWNS"] }));
    }

    [Fact]
    public async Task Relations_are_listed_by_their_ends()
    {
        await SmallWorldAsync();
        Assert.Equal(["supplies:a-b", "supplies:a-c"], await ListAsync(new RelationQuery { From = [Id("firm:a")] }));
        Assert.Equal(["supplies:a-c", "supplies:b-c"], await ListAsync(new RelationQuery { To = [Id("firm:c")] }));
        Assert.Equal(["supplies:a-b", "supplies:a-c", "supplies:b-c"], await ListAsync(new RelationQuery { From = [Id("firm:a"), Id("firm:b"), Id("firm:zz")] }));
        Assert.Equal(["owns:c-a", "supplies:a-b", "supplies:a-c"], await ListAsync(new RelationQuery { Touching = [Id("firm:a")] }));
    }

    [Fact]
    public async Task Conditions_hold_together()
    {
        await SmallWorldAsync();
        Assert.Equal(["supplies:a-c"], await ListAsync(new RelationQuery { From = [Id("firm:a")], To = [Id("firm:c")] }));
        Assert.Equal(["owns:c-a"], await ListAsync(new RelationQuery { Touching = [Id("firm:a")], Types = ["OWNS"] }));
        Assert.Equal(["supplies:b-c"], await ListAsync(new RelationQuery { RefersTo = [Id("product:chip")], From = [Id("firm:b")] }));
        Assert.Empty(await ListAsync(new RelationQuery { Touching = [Id("firm:a")], From = [Id("firm:b")] }));
    }

    [Fact]
    public async Task Relations_are_listed_by_what_they_refer_to()
    {
        await SmallWorldAsync();
        Assert.Equal(["supplies:a-b", "supplies:b-c"], await ListAsync(new RelationQuery { RefersTo = [Id("product:chip")] }));
        Assert.Equal(["supplies:a-b", "supplies:b-c"], await ListAsync(new RelationQuery { RefersTo = [Id("product:chip"), Id("chokepoint:luzon")] }));
        Assert.Empty(await ListAsync(new RelationQuery { RefersTo = [Id("chokepoint:hormuz")] }));
    }

    [Fact]
    public async Task Unknown_ids_in_a_query_find_nothing()
    {
        await SmallWorldAsync();
        Assert.Empty(await ListAsync(new RelationQuery { From = [Id("firm:zz")] }));
        Assert.Empty(await (await LatestAsync()).FindRelationsAsync([Id("firm:a"), Id("supplies:zz")], Patience));
        Assert.Empty(await (await LatestAsync()).FindNodesAsync([Id("supplies:a-b")], Patience));
    }

    [Fact]
    public async Task Lists_of_an_older_revision_are_as_they_were()
    {
        await SmallWorldAsync();
        var reader = await LatestAsync();
        await WriteAsync(new Delete(Id("firm:c")), Put(Firm("d")), Put(Firm("b")), Put(Supplies("a", "b")), Put(Supplies("a", "d")));
        Assert.Equal(["firm:b", "firm:c"], Ids((await reader.ListNodesAsync(new NodeQuery { RefersTo = [Id("state:US")] }, Patience)).Items));
        Assert.Equal(["firm:a", "firm:b", "firm:c"], Ids((await reader.ListNodesAsync(new NodeQuery { Labels = ["FIRM"] }, Patience)).Items));
        Assert.Equal(["supplies:a-b", "supplies:a-c"], Ids((await reader.ListRelationsAsync(new RelationQuery { From = [Id("firm:a")] }, Patience)).Items));
        Assert.Equal(["owns:c-a", "supplies:a-c", "supplies:b-c"], Ids((await reader.ListRelationsAsync(new RelationQuery { Touching = [Id("firm:c")] }, Patience)).Items));
        Assert.Equal(["supplies:a-b", "supplies:b-c"], Ids((await reader.ListRelationsAsync(new RelationQuery { RefersTo = [Id("product:chip")] }, Patience)).Items));
    }
}
