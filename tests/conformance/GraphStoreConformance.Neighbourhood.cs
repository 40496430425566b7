using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private static string Told(Neighbourhood found) =>
        string.Join(' ', found.Nodes.Select(item => $"{item.Node.Id.Name}{item.Depth}")) + " | " + string.Join(' ', found.Relations.Select(item => item.Id.Name))
        + (found.DepthReached ? " deeper" : "") + (found.NodesCut ? " cut" : "");

    private async Task<string> WalkAsync(NeighbourhoodQuery query) => Told(await (await LatestAsync()).NeighbourhoodAsync(query, Patience));

    // a → b → c → d → e, a → c, and x → a.
    private Task ChainAsync() => WriteAsync(
        Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Firm("d")), Put(Firm("e")), Put(Firm("x")), Put(Supplies("a", "b")), Put(Supplies("b", "c")),
        Put(Supplies("c", "d")), Put(Supplies("d", "e")), Put(Supplies("a", "c")), Put(Supplies("x", "a")));

    [Theory]
    [InlineData(0, "a0 |  deeper")]
    [InlineData(1, "a0 b1 c1 | a-b a-c b-c deeper")]
    [InlineData(2, "a0 b1 c1 d2 | a-b a-c b-c c-d deeper")]
    [InlineData(3, "a0 b1 c1 d2 e3 | a-b a-c b-c c-d d-e")]
    [InlineData(32, "a0 b1 c1 d2 e3 | a-b a-c b-c c-d d-e")]
    public async Task Walk_forward_goes_to_its_depth(int depth, string expected)
    {
        await ChainAsync();
        Assert.Equal(expected, await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = depth }));
    }

    [Fact]
    public async Task Walk_backward_follows_relations_to_their_starts()
    {
        await ChainAsync();
        Assert.Equal("c0 a1 b1 | a-b a-c b-c deeper", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:c")], Direction = Direction.Backward }));
        Assert.Equal("c0 a1 b1 x2 | a-b a-c b-c x-a", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:c")], Direction = Direction.Backward, MaxDepth = 2 }));
    }

    [Fact]
    public async Task Walk_either_way_follows_both()
    {
        await ChainAsync();
        Assert.Equal("a0 b1 c1 x1 | a-b a-c b-c x-a deeper", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")] }));
    }

    [Fact]
    public async Task Depth_is_the_least_number_of_relations()
    {
        await ChainAsync();
        Assert.StartsWith("a0 d0 b1 c1 e1 |", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a"), Id("firm:d")], Direction = Direction.Forward, MaxDepth = 4 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ring_is_walked_once()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Supplies("a", "b")), Put(Supplies("b", "c")), Put(Supplies("c", "a")), Put(Supplies("a", "a")));
        Assert.Equal("a0 b1 c2 | a-a a-b b-c c-a", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = 20 }));
    }

    [Theory]
    [InlineData(1, "a0 |  cut")]
    [InlineData(2, "a0 b1 | a-b cut")]
    [InlineData(3, "a0 b1 c1 | a-b a-c b-c cut")]
    [InlineData(4, "a0 b1 c1 d2 | a-b a-c b-c c-d cut")]
    [InlineData(5, "a0 b1 c1 d2 e3 | a-b a-c b-c c-d d-e")]
    [InlineData(6, "a0 b1 c1 d2 e3 | a-b a-c b-c c-d d-e")]
    public async Task Walk_stops_at_exactly_its_number_of_nodes(int nodes, string expected)
    {
        await ChainAsync();
        Assert.Equal(expected, await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = 9, MaxNodes = nodes }));
    }

    [Fact]
    public async Task Roots_count_as_nodes_and_are_cut_in_order()
    {
        await ChainAsync();
        Assert.Equal("a0 b0 | a-b cut", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:c"), Id("firm:b"), Id("firm:a")], MaxNodes = 2, MaxDepth = 0, Direction = Direction.Backward }).ContinueWith(task => task.Result.Replace(" deeper", "", StringComparison.Ordinal), TaskScheduler.Default));
    }

    [Fact]
    public async Task Walk_follows_only_the_types_asked_for()
    {
        await ChainAsync();
        await WriteAsync(Put(Supplies("a", "e") with { Type = "OWNS" }));
        Assert.Equal("a0 e1 | a-e", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Types = ["OWNS"], MaxDepth = 5 }));
        Assert.StartsWith("a0 b1 c1 e1 |", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Types = ["OWNS", "SUPPLIES"], Direction = Direction.Forward }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Walk_follows_only_what_holds_on_the_date_to_nodes_that_exist()
    {
        var old = Period(null, "2020-01-01");
        await WriteAsync(Put(Firm("a") with { Valid = old }), Put(Firm("b")), Put(Firm("gone") with { Valid = old }), Put(Firm("c")),
            Put(Supplies("a", "b") with { Valid = old }), Put(Supplies("a", "gone")), Put(Supplies("gone", "c")), Put(Supplies("a", "c")));
        Assert.Equal("a0 c1 | a-c", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = 3, AsOf = Day("2020-01-01") }));
        Assert.Equal("a0 b1 c1 gone1 | a-b a-c a-gone gone-c", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = 3, AsOf = Day("2019-12-31") }));
    }

    [Fact]
    public async Task Depth_is_not_reached_where_only_known_nodes_or_what_does_not_hold_lie_beyond()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c") with { Valid = Period(null, "2000-01-01") }), Put(Supplies("a", "b")), Put(Supplies("b", "a")), Put(Supplies("b", "c")));
        Assert.Equal("a0 b1 | a-b b-a", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], AsOf = Day("2026-01-01") }));
        Assert.Equal("a0 b1 | a-b b-a deeper", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")] }));
    }

    [Fact]
    public async Task Walk_starts_from_a_former_id()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Supplies("a", "c")), new Merge(Id("firm:a"), Id("firm:b")));
        Assert.Equal("b0 c1 | a-c", await WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a"), Id("firm:b")] }));
    }

    [Fact]
    public async Task Walk_from_an_unknown_root_is_refused()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.NotFound, () => WalkAsync(new NeighbourhoodQuery { Roots = [Id("firm:a"), Id("firm:zz")] }));
        await RefusedAsync(ErrorReason.InvalidRequest, () => WalkAsync(new NeighbourhoodQuery { Roots = [] }));
    }

    [Fact]
    public async Task Walk_at_an_older_revision_sees_the_graph_of_then()
    {
        await ChainAsync();
        var reader = await LatestAsync();
        await WriteAsync(new Delete(Id("firm:c")), Put(Supplies("a", "e")), Put(Supplies("a", "b") with { Properties = """{"new":true}""" }));
        var query = new NeighbourhoodQuery { Roots = [Id("firm:a")], Direction = Direction.Forward, MaxDepth = 3, AsOf = Day("2026-01-01") };
        Assert.Equal("a0 b1 c1 d2 e3 | a-b a-c b-c c-d d-e", Told(await reader.NeighbourhoodAsync(query, Patience)));
        Assert.Equal("a0 b1 e1 | a-b a-e", await WalkAsync(query));
    }

    [Fact]
    public async Task Wide_and_deep_graph_is_walked_within_its_bounds()
    {
        var updates = new List<GraphUpdate>();
        for (var i = 0; i < 2000; i++)
            updates.Add(Put(Firm($"n{i:D4}")));
        for (var i = 1; i < 2000; i++)
            updates.Add(Put(Supplies($"n{(i - 1) / 3:D4}", $"n{i:D4}")));
        await WriteAsync([.. updates]);
        var found = await (await LatestAsync()).NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [Id("firm:n0000")], Direction = Direction.Forward, MaxDepth = 32, MaxNodes = 1500 }, Patience);
        Assert.Equal(Enumerable.Range(0, 1500).Select(i => $"firm:n{i:D4}"), found.Nodes.Select(item => item.Node.Id.Value));
        Assert.Equal(1499, found.Relations.Count);
        Assert.True(found.NodesCut);
    }
}
