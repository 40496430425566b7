using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private static readonly string[] s_supplies = ["SUPPLIES"];
    private static readonly string[] s_trade = ["EXPORTS_TO"];

    private static string Told(SupplyReach reach) => $"{reach.Of.Name}: "
        + string.Join(" ", reach.Tiers.Select(tier => $"{tier.Tier}({tier.Count}) {string.Join(",", tier.Nodes.Select(id => id.Name))}")) + $" of {reach.Total}" + (reach.DepthReached ? " deeper" : "");

    private static string Told(SharedSupply shared) => $"{string.Join("+", shared.Of.Select(id => id.Name))}: "
        + string.Join(" ", shared.Nodes.Select(node => $"{node.Id.Name}{string.Join("/", node.Tiers)}")) + $" of {shared.Total}" + (shared.DepthReached ? " deeper" : "");

    private static string Told(SupplyPart part) => $"{Told(new Neighbourhood(part.Walk, part.Relations, part.DepthReached, part.NodesCut))} | {string.Join(' ', part.Nodes.Select(node => node.Id))} | "
        + string.Join(' ', part.Asked.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value.Id}"));

    private async Task<ISupplyReader> SupplyAsync() => (await LatestAsync()).Supply();

    private static SupplyReachQuery Upstream(string of, int tiers, string? asOf = null, int limit = 100) =>
        new() { Of = Id(of), Types = s_supplies, FirstTypes = s_trade, MaxTiers = tiers, Limit = limit, AsOf = asOf is null ? null : Day(asOf) };

    [Theory]
    [InlineData(1, 100, "d: 1(1) c of 1 deeper")]
    [InlineData(2, 100, "d: 1(1) c 2(2) a,b of 3 deeper")]
    [InlineData(3, 100, "d: 1(1) c 2(2) a,b 3(1) x of 4")]
    [InlineData(32, 2, "d: 1(1) c 2(2) a 3(1)  of 4")]
    public async Task Upstream_is_told_by_tier(int tiers, int limit, string expected)
    {
        await ChainAsync();
        Assert.Equal(expected, Told(await (await SupplyAsync()).ReachAsync(Upstream("firm:d", tiers, limit: limit), Patience)));
    }

    [Fact]
    public async Task Upstream_of_who_has_no_supplier_is_nobody_and_of_nobody_is_not_found()
    {
        await ChainAsync();
        var supply = await SupplyAsync();
        Assert.Equal("x:  of 0", Told(await supply.ReachAsync(Upstream("firm:x", 3), Patience)));
        await RefusedAsync(ErrorReason.NotFound, () => supply.ReachAsync(Upstream("firm:nobody", 3), Patience));
        await RefusedAsync(ErrorReason.NotFound, () => supply.SharedAsync(Shared(3, "firm:a", "firm:nobody"), Patience));
    }

    [Fact]
    public async Task Shared_suppliers_come_nearest_first()
    {
        await ChainAsync();
        var supply = await SupplyAsync();
        Assert.Equal("c+e: a1/3 b1/3 x2/4 of 3", Told(await supply.SharedAsync(Shared(8, "firm:c", "firm:e"), Patience)));
        Assert.Equal("c+e: a1/3 b1/3 of 2 deeper", Told(await supply.SharedAsync(Shared(3, "firm:c", "firm:e"), Patience)));
        Assert.Equal("e+c: a3/1 of 3", Told(await supply.SharedAsync(Shared(8, "firm:e", "firm:c") with { Limit = 1 }, Patience)));
        Assert.Equal("a+x:  of 0", Told(await supply.SharedAsync(Shared(8, "firm:a", "firm:x"), Patience)));
    }

    [Fact]
    public async Task Trade_is_followed_into_the_node_itself_alone()
    {
        await WriteAsync(
            Put(State("us")), Put(State("tw")), Put(State("kr")), Put(Firm("a")), Put(Firm("b")), Trade("tw", "us"), Trade("kr", "tw"),
            Put(new GraphRelation { Id = Id("supplies:a-tw"), Type = "SUPPLIES", From = Id("firm:a"), To = Id("state:tw") }), Put(Supplies("b", "a")));
        var supply = await SupplyAsync();
        Assert.Equal("us: 1(1) tw 2(1) a 3(1) b of 3", Told(await supply.ReachAsync(Upstream("state:us", 3), Patience)));
        Assert.Equal("us: 1(1) tw of 1 deeper", Told(await supply.ReachAsync(Upstream("state:us", 1), Patience)));
        Assert.Equal("us+tw: a2/1 b3/2 of 2", Told(await supply.SharedAsync(Shared(8, "state:us", "state:tw"), Patience)));
    }

    [Fact]
    public async Task A_former_id_asks_about_its_survivor_and_two_names_of_one_are_refused()
    {
        await ChainAsync();
        await WriteAsync(Put(Firm("old")), new Merge(Id("firm:old"), Id("firm:d")));
        var supply = await SupplyAsync();
        Assert.Equal("d: 1(1) c of 1 deeper", Told(await supply.ReachAsync(Upstream("firm:old", 1), Patience)));
        await RefusedAsync(ErrorReason.InvalidRequest, () => supply.SharedAsync(Shared(8, "firm:old", "firm:d"), Patience));
    }

    [Fact]
    public async Task Questions_about_supply_keep_to_limits()
    {
        await ChainAsync();
        var supply = await SupplyAsync();
        await RefusedAsync(ErrorReason.LimitExceeded, () => supply.ReachAsync(Upstream("firm:d", 33), Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => supply.ReachAsync(Upstream("firm:d", 3, limit: GraphLimits.MaxPageSize + 1), Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => supply.ReachAsync(Upstream("firm:d", 0), Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => supply.ReachAsync(Upstream("firm:d", 1, limit: 0), Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => supply.SharedAsync(Shared(3, "firm:a"), Patience));
        await RefusedAsync(ErrorReason.InvalidRequest, () => supply.PartAsync(Part("firm:a") with { Types = [] }, Patience));
        await RefusedAsync(ErrorReason.LimitExceeded, () => supply.PartAsync(Part("firm:a") with { MaxNodes = GraphLimits.MaxNeighbourhoodNodes + 1 }, Patience));
    }

    [Fact]
    public async Task Cancelled_questions_about_supply_are_not_answered()
    {
        await ChainAsync();
        var supply = await SupplyAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => supply.ReachAsync(Upstream("firm:d", 3), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => supply.SharedAsync(Shared(3, "firm:d", "firm:e"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => supply.PartAsync(Part("firm:d"), cancelled.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_random_world_has_the_upstream_that_a_plain_search_finds_at_every_revision(int seed)
    {
        var random = new Random(20261122 + seed);
        var world = SupplyWorld.Draw(random, seed);
        await WriteAsync([.. world.Updates]);
        var reader = await LatestAsync();
        await CompareAsync(world, reader, random);
        await WriteAsync([.. world.Change(random)]);
        await CompareAsync(world, await LatestAsync(), random);
        await CompareAsync(world.Before!, reader, random);
    }

    private async Task CompareAsync(SupplyWorld world, IGraphReader reader, Random random)
    {
        var supply = reader.Supply();
        var (tiers, limit, of) = (random.Next(1, 6), random.Next(1, 8), world.Sample(random, 2));
        DateOnly? asOf = random.Next(3) == 0 ? null : Day("2026-01-01");
        foreach (var id in of)
        {
            var query = new SupplyReachQuery { Of = id, Types = s_supplies, FirstTypes = s_trade, MaxTiers = tiers, Limit = limit, AsOf = asOf };
            Assert.Equal(Told(world.Reach(query)), Told(await supply.ReachAsync(query, Patience)));
        }
        var shared = new SharedSupplyQuery { Of = of, Types = s_supplies, FirstTypes = s_trade, MaxTiers = tiers, Limit = limit, AsOf = asOf };
        Assert.Equal(Told(world.Shared(shared)), Told(await supply.SharedAsync(shared, Patience)));
        var part = Part([.. of.Select(id => id.Value)]) with { Named = [.. world.Sample(random, 2), world.AnyRelation(random), Id("firm:nobody")], MaxDepth = tiers, MaxNodes = random.Next(4, 12) };
        Assert.Equal(Told(await reader.ByWalks().PartAsync(part, Patience)), Told(await supply.PartAsync(part, Patience)));
    }

    private static SharedSupplyQuery Shared(int tiers, params string[] of) => new() { Of = [.. of.Select(Id)], Types = s_supplies, FirstTypes = s_trade, MaxTiers = tiers };

    private static SupplyPartQuery Part(params string[] of) => new()
    {
        Of = [.. of.Select(Id)],
        Types = [.. s_supplies, .. s_trade],
        MaxDepth = 3,
        Further = [new(Direction.Backward, ["OWNS"], 32), new(Direction.Forward, ["LOCATED_IN", "MEMBER_OF"], 2)],
        Roles = ["product"],
    };

    private static PutRelation Trade(string from, string to) =>
        Put(new GraphRelation { Id = Id($"exports-to:{from}-{to}"), Type = "EXPORTS_TO", From = Id("state:" + from), To = Id("state:" + to) });
}
