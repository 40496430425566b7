using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private static readonly EntityId[] TooManyIds = [.. Enumerable.Range(0, GraphLimits.MaxIdsPerQuery + 1).Select(i => Id($"firm:f{i}"))];

    [Fact]
    public async Task Page_size_has_bounds()
    {
        await ChainAsync();
        var reader = await LatestAsync();
        Assert.Equal(6, (await reader.ListNodesAsync(new NodeQuery { Limit = GraphLimits.MaxPageSize }, Patience)).Items.Count);
        var error = await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListNodesAsync(new NodeQuery { Limit = GraphLimits.MaxPageSize + 1 }, Patience));
        Assert.Equal(("10001", "10000"), (error.Metadata["given"], error.Metadata["allowed"]));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListRelationsAsync(new RelationQuery { Limit = GraphLimits.MaxPageSize + 1 }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.SearchNamesAsync(new NameQuery { Text = "a", Limit = GraphLimits.MaxPageSize + 1 }, Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => reader.ListNodesAsync(new NodeQuery { Limit = 0 }, Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => reader.ListRelationsAsync(new RelationQuery { Limit = -1 }, Patience));
    }

    [Fact]
    public async Task Sets_of_ids_have_a_bound()
    {
        await ChainAsync();
        var reader = await LatestAsync();
        var most = TooManyIds[1..];
        Assert.Empty(await reader.FindNodesAsync(most, Patience));
        Assert.Empty((await reader.ListRelationsAsync(new RelationQuery { From = most, RefersTo = most }, Patience)).Items);
        Assert.Empty((await reader.ListRelationsAsync(new RelationQuery { Touching = most }, Patience)).Items);
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.FindNodesAsync(TooManyIds, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.FindRelationsAsync(TooManyIds, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListRelationsAsync(new RelationQuery { From = TooManyIds }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListRelationsAsync(new RelationQuery { To = TooManyIds }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListRelationsAsync(new RelationQuery { Touching = TooManyIds }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.ListNodesAsync(new NodeQuery { RefersTo = TooManyIds }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => reader.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = TooManyIds }, Patience));
    }

    [Fact]
    public async Task Walk_has_bounds()
    {
        await ChainAsync();
        var query = new NeighbourhoodQuery { Roots = [Id("firm:a")] };
        await WalkAsync(query with { MaxDepth = GraphLimits.MaxDepth, MaxNodes = GraphLimits.MaxNeighbourhoodNodes });
        await RefusedAsync(ErrorReason.LimitExceeded, () => WalkAsync(query with { MaxDepth = GraphLimits.MaxDepth + 1 }));
        await RefusedAsync(ErrorReason.LimitExceeded, () => WalkAsync(query with { MaxNodes = GraphLimits.MaxNeighbourhoodNodes + 1 }));
        await RefusedAsync(ErrorReason.InvalidRequest, () => WalkAsync(query with { MaxNodes = 0 }));
        await RefusedAsync(ErrorReason.InvalidRequest, () => WalkAsync(query with { MaxDepth = -1 }));
    }

    [Fact]
    public async Task Properties_have_a_bound_in_bytes()
    {
        var most = $$"""{"a":"{{new string('x', GraphLimits.MaxPropertiesBytes - 8)}}"}""";
        await WriteAsync(Put(Firm("a") with { Properties = most }));
        Assert.Equal(most, (await FindAsync("firm:a"))!.Properties);
        await RefusedAsync(ErrorReason.LimitExceeded, () => WriteAsync(Put(Firm("a") with { Properties = most.Insert(6, "x") })));
        await RefusedAsync(ErrorReason.LimitExceeded, () => WriteAsync(Put(Firm("a") with { Properties = $$"""{"a":"{{new string('é', GraphLimits.MaxPropertiesBytes / 2)}}"}""" })));
    }

    [Fact]
    public async Task Name_query_has_a_bound()
    {
        await WriteFirmsAsync("a");
        Assert.Empty(await SearchAsync(new string('x', GraphLimits.MaxNameQueryLength)));
        await RefusedAsync(ErrorReason.LimitExceeded, () => SearchAsync(new string('x', GraphLimits.MaxNameQueryLength + 1)));
        await RefusedAsync(ErrorReason.InvalidRequest, () => SearchAsync(""));
        await RefusedAsync(ErrorReason.InvalidRequest, () => SearchAsync(" \t"));
    }

    [Fact]
    public async Task Request_id_has_a_bound()
    {
        await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a"))], RequestId = new string('r', GraphLimits.MaxRequestIdLength) }, Patience);
        await RefusedAsync(ErrorReason.LimitExceeded, () => Store.WriteAsync(new WriteBatch { Updates = [], RequestId = new string('r', GraphLimits.MaxRequestIdLength + 1) }, Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => Store.WriteAsync(new WriteBatch { Updates = [], RequestId = "" }, Patience));
    }

    [Fact]
    public async Task Batch_has_a_bound()
    {
        var updates = new GraphUpdate[GraphLimits.MaxBatchUpdates + 1];
        Array.Fill(updates, Put(Firm("a")));
        await RefusedAsync(ErrorReason.LimitExceeded, () => WriteAsync(updates));
        Assert.Equal(Revision.Zero, await CurrentAsync());
    }

    [Fact]
    public async Task Every_violation_of_a_batch_is_told_at_once()
    {
        var error = await RefusedAsync(ErrorReason.InvalidRequest, () => WriteAsync(
            Put(Firm("a") with { Label = "firm", Properties = "[1]", Names = [English(" "), new LocalName("", "A")] }),
            Put(Firm("b")),
            Put(new GraphRelation { Id = default, Type = "", From = Id("firm:a"), To = default, Properties = "{", References = [new Reference("Role", default)] }),
            new Delete(default),
            new Merge(Id("firm:a"), Id("firm:a"))));
        Assert.Equal(
            ["updates[0].node.label", "updates[0].node.names[0].text", "updates[0].node.names[1].language", "updates[0].node.properties", "updates[2].relation.id",
             "updates[2].relation.properties", "updates[2].relation.references[0].role", "updates[2].relation.references[0].target", "updates[2].relation.to",
             "updates[2].relation.type", "updates[3].id", "updates[4].survivor"],
            error.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        Assert.Equal(Revision.Zero, await CurrentAsync());
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("\"text\"")]
    [InlineData("")]
    [InlineData("""{"a":"\ud800"}""")]
    public async Task Properties_that_are_no_object_are_refused(string json) =>
        await RefusedAsync(ErrorReason.InvalidRequest, () => WriteAsync(Put(Firm("a") with { Properties = json })));
}
