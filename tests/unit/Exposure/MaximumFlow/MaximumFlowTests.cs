using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.MaximumFlow;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class MaximumFlowTests
{
    private static readonly TraceLimits Limits = new() { MaxResults = 100_000 };

    [Fact]
    public void Small_world_has_its_flow_and_cut()
    {
        var answer = Ask(Small(), "MX_ECU");
        Assert.Equal((170m, null), (answer.UsdPerYear, answer.Unbounded));
        Assert.Equal(["supplies:DE_SEMI-MX_ECU", "supplies:MY_OSAT-MX_ECU"], answer.Cut.Select(flow => flow.Relation.Value));
        Assert.Equal([60m, 110m], answer.Cut.Select(flow => flow.UsdPerYear));
        Assert.Equal([60m, 110m], answer.Cut.Select(flow => flow.Capacity));
        Assert.True(answer.Basis.Completeness.IsComplete);
        Assert.Equal(110m, answer.Flows.Where(flow => flow.To == World.Id("MY_OSAT")).Sum(flow => flow.UsdPerYear));
    }

    [Fact]
    public void The_cut_is_the_one_nearest_to_the_buyer()
    {
        var world = new World().Firm("A").Firm("B").Firm("C").Supply("A", "B", "1001", "g", 1m).Supply("B", "C", "1001", "g", 1m);
        var answer = Ask(WithCapacities(world, ("A-B", 5m), ("B-C", 5m)), "C");
        Assert.Equal("supplies:B-C", Assert.Single(answer.Cut).Relation.Value);
    }

    [Fact]
    public void Places_to_come_from_and_products_and_groups_narrow_the_flow()
    {
        var view = Small().View();
        var fab = MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("MX_ECU"), null, null, [World.Id("KR_FAB"), World.Id("US_OEM")]), Limits, default);
        Assert.Equal((25m, "firm:US_OEM"), (fab.UsdPerYear, Assert.Single(fab.NotUpstream).Value));
        Assert.Equal("supplies:KR_FAB-MY_OSAT", Assert.Single(fab.Cut).Relation.Value);
        Assert.Equal(170m, MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("MX_ECU"), "chip", null, []), Limits, default).UsdPerYear);
        Assert.Equal(170m, MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("MX_ECU"), null, EntityId.Parse("hs:854231"), []), Limits, default).UsdPerYear);
        Assert.Equal(0m, MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("MX_ECU"), null, EntityId.Parse("hs:253090"), []), Limits, default).UsdPerYear);
        Assert.Equal(0m, MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("MX_ECU"), null, null, [World.Id("US_OEM")]), Limits, default).UsdPerYear);
    }

    [Fact]
    public void A_way_without_stated_capacity_is_named()
    {
        var answer = Ask(Small(), "US_OEM");
        Assert.Null(answer.UsdPerYear);
        Assert.Equal("US_OEM < US_PACK < KR_CATHODE < CL_MINE", answer.Unbounded!.Path());
        Assert.Equal((0, 0), (answer.Cut.Count, answer.TotalFlows));
    }

    [Fact]
    public void A_buyer_without_inputs_and_a_circle_without_origin_receive_nothing()
    {
        Assert.Equal(0m, Ask(Small(), "CL_MINE").UsdPerYear);
        var circle = new World().Firm("A").Firm("B").Supply("A", "B", "1001", "g", 1m).Supply("B", "A", "1001", "g", 1m);
        Assert.Equal(0m, Ask(circle, "A").UsdPerYear);
    }

    [Fact]
    public void Evidence_that_does_not_count_carries_nothing_and_limits_are_told()
    {
        var world = Small().Change("supplies:DE_SEMI-MX_ECU", row => row with { Inferred = true });
        Assert.Equal(0.352941176471m, Ask(world, "MX_ECU").InferredPart);
        var strict = MaximumFlowMeasures.Of(world.View(new EvidenceRule(Confidence.Unspecified, false)), new MaximumFlowQuestion(World.Id("MX_ECU"), null, null, []), Limits, default);
        Assert.Equal((110m, PrunedBy.Confidence), (strict.UsdPerYear, strict.Basis.Completeness.PrunedBy));
        var few = MaximumFlowMeasures.Of(world.View(), new MaximumFlowQuestion(World.Id("MX_ECU"), null, null, []), Limits with { MaxRelations = 2 }, default);
        Assert.Equal((170m, PrunedBy.Limit), (few.UsdPerYear, few.Basis.Completeness.PrunedBy));
    }

    [Fact]
    public void Absent_nodes_and_the_buyer_as_its_own_source_are_refused()
    {
        Assert.Equal(ErrorReason.NotFound, Refused(new MaximumFlowQuestion(World.Id("NOBODY"), null, null, [])));
        Assert.Equal(ErrorReason.NotFound, Refused(new MaximumFlowQuestion(World.Id("MX_ECU"), "paint", null, [])));
        Assert.Equal(ErrorReason.NotFound, Refused(new MaximumFlowQuestion(World.Id("MX_ECU"), null, EntityId.Parse("hs:999999"), [])));
        Assert.Equal(ErrorReason.InvalidRequest, Refused(new MaximumFlowQuestion(World.Id("MX_ECU"), null, null, [World.Id("MX_ECU")])));
    }

    [Fact]
    public void Random_worlds_have_the_least_cut_of_all() => RandomWorld.ForEach(400, new WorldShape(Cyclic: true, SeveralGroups: true), world =>
    {
        var random = new Random(world.Relations.Count);
        for (var i = 0; i < world.Relations.Count; i++)
            world.Relations[i] = world.Relations[i] with { CapacityUsdPerYear = random.Next(12) == 0 ? null : random.Next(0, 9) / 4m };
        var answer = Ask(world, "F0");
        var least = LeastCut(world);
        Assert.Equal((least, answer.UsdPerYear is null), (answer.UsdPerYear, least is null));
        Assert.Equal(least ?? 0m, answer.Cut.Sum(flow => flow.Capacity));
        Assert.All(answer.Cut, flow => Assert.Equal(flow.Capacity, flow.UsdPerYear));
        Assert.All(answer.Flows, flow => Assert.InRange(flow.UsdPerYear, 0.0001m, flow.Capacity ?? decimal.MaxValue));
        foreach (var (id, isOrigin) in Between(world))
        {
            var (inflow, outflow) = (Sum(answer, flow => flow.To == id), Sum(answer, flow => flow.From == id));
            Assert.True(isOrigin || inflow == outflow, $"{id}: {inflow} in, {outflow} out");
        }
    });

    [Fact]
    public void A_long_chain_needs_no_stack()
    {
        var world = new World().Firm("F0");
        for (var firm = 1; firm < 20_000; firm++)
            world.Firm($"F{firm}").Supply($"F{firm}", $"F{firm - 1}", "1001", "g", 1m);
        world.Relations[19_998] = world.Relations[19_998] with { CapacityUsdPerYear = 3m };
        for (var i = 0; i < world.Relations.Count; i++)
            world.Relations[i] = world.Relations[i] with { CapacityUsdPerYear = world.Relations[i].CapacityUsdPerYear ?? 7m };
        Assert.Equal(3m, Ask(world, "F0").UsdPerYear);
    }

    private static decimal Sum(MaximumFlowAnswer answer, Func<FlowOnRelation, bool> wanted) => answer.Flows.Where(wanted).Sum(flow => flow.UsdPerYear);

    private static IEnumerable<(EntityId Id, bool IsOrigin)> Between(World world) => world.Nodes
        .Where(node => node.Id != World.Id("F0") && node.Id.Value.StartsWith("firm:", StringComparison.Ordinal))
        .Select(node => (node.Id, !world.Relations.Exists(row => row.To == node.Id)));

    // Over every set of firms that holds the buyer and no origin: the least sum of capacities into it; null where each has an unlimited one.
    private static decimal? LeastCut(World world)
    {
        List<EntityId> firms = [.. Between(world).Where(firm => !firm.IsOrigin).Select(firm => firm.Id)];
        var least = (decimal?)null;
        for (var set = 0; set < 1 << firms.Count; set++)
        {
            var side = firms.Where((_, i) => (set >> i & 1) == 1).Append(World.Id("F0")).ToHashSet();
            var crossing = world.Relations.FindAll(row => row.InputGroup is not null && side.Contains(row.To) && !side.Contains(row.From));
            if (crossing.TrueForAll(row => row.CapacityUsdPerYear is not null))
                least = Math.Min(least ?? decimal.MaxValue, crossing.Sum(row => row.CapacityUsdPerYear!.Value));
        }
        return least;
    }

    private static World Small() => WithCapacities(SmallWorld.Create(), ("TW_FAB-MY_OSAT", 100m), ("KR_FAB-MY_OSAT", 25m), ("MY_OSAT-MX_ECU", 110m), ("DE_SEMI-MX_ECU", 60m));

    private static World WithCapacities(World world, params (string Relation, decimal Capacity)[] capacities)
    {
        foreach (var (relation, capacity) in capacities)
            world.Change($"supplies:{relation}", row => row with { CapacityUsdPerYear = capacity });
        return world;
    }

    private static ErrorReason Refused(MaximumFlowQuestion question) =>
        Assert.Throws<GeoGraphException>(() => MaximumFlowMeasures.Of(Small().View(), question, Limits, default)).Reason;

    private static MaximumFlowAnswer Ask(World world, string of) => MaximumFlowMeasures.Of(world.View(), new MaximumFlowQuestion(World.Id(of), null, null, []), Limits, default);
}
