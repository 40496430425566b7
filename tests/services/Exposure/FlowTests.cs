using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>How much rests on whom and who stands between, over gRPC: the figures of the small world.</summary>
public sealed class FlowTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Theory]
    [InlineData("firm:CN_REFINE", "0", "0.06", "0.01")]
    [InlineData("firm:TW_FAB", "0", "0.08", "0.08")]
    [InlineData("firm:US_PACK", "0.4", "0.4", "0.28")]
    public async Task The_assembler_relies_on_others_through_every_tier(string on, string direct, string gross, string valueAdded)
    {
        var answer = await world.Exposure.GetRelianceAsync(new() { OfId = "firm:US_OEM", OnIds = { on }, Question = world.Ask() });

        var reliance = Assert.Single(answer.Reliances);
        Assert.Equal((on, direct, gross, valueAdded), (reliance.OnId, reliance.Direct, reliance.Gross, reliance.ValueAdded));
        Assert.Equal("0", answer.Tolerance);
    }

    [Fact]
    public async Task Reliances_come_largest_first_and_a_scenario_moves_them()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("", Scenarios.Adjust("supplies:US_PACK-US_OEM", a => a.ValueUsdPerYear = "200")));
        var answer = await world.Exposure.GetRelianceAsync(new() { OfId = "firm:US_OEM", Question = question });

        Assert.Equal(["firm:US_PACK", "firm:MX_ECU", "firm:MY_OSAT"], answer.Reliances.Take(3).Select(reliance => reliance.OnId));
        Assert.Contains(answer.Differences, d => d is { Figure: "firm:CN_REFINE / gross", Baseline: "0.06", Scenario: "0.03", Change: "-0.03" });
    }

    [Fact]
    public async Task No_more_than_170_reaches_the_control_unit_and_its_two_suppliers_hold_it()
    {
        var answer = await world.Exposure.GetMaximumFlowAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() });

        Assert.Equal(("170", false), (answer.MaximumFlowUsdPerYear, answer.Unbounded));
        Assert.Equal(["supplies:DE_SEMI-MX_ECU 60", "supplies:MY_OSAT-MX_ECU 110"], answer.Cut.Select(flow => $"{flow.RelationId} {flow.CapacityUsdPerYear}"));
        Assert.Equal(170m, answer.Flows.Where(flow => flow.ToId == "firm:MX_ECU").Sum(flow => decimal.Parse(flow.FlowUsdPerYear, null)));
    }

    [Fact]
    public async Task A_way_without_a_stated_capacity_has_no_bound_and_is_named()
    {
        var answer = await world.Exposure.GetMaximumFlowAsync(new() { OfId = "firm:US_PACK", Question = world.Ask() });

        Assert.Equal(("", true), (answer.MaximumFlowUsdPerYear, answer.Unbounded));
        Assert.Equal("supplies:KR_CATHODE-US_PACK", answer.Flows[0].RelationId);
        Assert.Contains("no bound", Assert.Single(answer.Basis.Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_widens_the_bottleneck()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("", Scenarios.Adjust("supplies:MY_OSAT-MX_ECU", a => a.CapacityUsdPerYear = "200")));
        var answer = await world.Exposure.GetMaximumFlowAsync(new() { OfId = "firm:MX_ECU", Question = question });

        Assert.Equal("185", answer.UnderScenario.MaximumFlowUsdPerYear);
        Assert.Contains(answer.Differences, d => d is { Figure: "maximum flow", Change: "15" });
    }

    [Fact]
    public async Task Who_is_upstream_and_downstream_tier_by_tier()
    {
        var up = await world.Exposure.ListReachAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() });
        var down = await world.Exposure.ListReachAsync(new() { OfId = "firm:CL_MINE", Downstream = true, Question = world.Ask() });

        Assert.Equal(["1: firm:DE_SEMI firm:MY_OSAT", "2: firm:KR_FAB firm:TW_FAB"], up.Tiers.Select(tier => $"{tier.Tier}: {string.Join(' ', tier.ActorIds)}"));
        Assert.Equal(["1: firm:CN_REFINE firm:KR_CATHODE", "2: firm:US_PACK", "3: firm:US_OEM"], down.Tiers.Select(tier => $"{tier.Tier}: {string.Join(' ', tier.ActorIds)}"));
        Assert.True(up.Basis.Completeness.Complete);
    }

    [Fact]
    public async Task Everything_to_the_pack_maker_passes_the_cathode_maker()
    {
        var answer = await world.Exposure.ListBottlenecksAsync(new() { OfId = "firm:US_PACK", Question = world.Ask() });

        var first = answer.Bottlenecks[0];
        Assert.Equal(("firm:KR_CATHODE", 1, 3L, true), (first.ActorId, first.Tier, first.BehindActors, first.OnEveryPath));
        Assert.Equal(["firm:KR_CATHODE", "firm:CN_REFINE"], answer.Bottlenecks.Select(bottleneck => bottleneck.ActorId));
    }

    [Fact]
    public async Task The_cathode_maker_and_the_control_unit_stand_between_most()
    {
        var answer = await world.Exposure.RankBrokersAsync(new() { Question = world.Ask() });

        Assert.Equal(["firm:KR_CATHODE 6", "firm:MX_ECU 4", "firm:MY_OSAT 4", "firm:US_PACK 4", "firm:CN_REFINE 3"],
            answer.Brokers.Select(broker => $"{broker.ActorId} {broker.Betweenness}"));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        var bloc = await world.Exposure.GetRelianceAsync(new() { OfId = "bloc:pact", OnIds = { "product:854231" }, Question = world.Ask() }).RefusedAsync();
        var itself = await world.Exposure.GetMaximumFlowAsync(new() { OfId = "firm:MX_ECU", FromIds = { "firm:MX_ECU" }, Question = world.Ask() }).RefusedAsync();
        var group = await world.Exposure.GetMaximumFlowAsync(new() { OfId = "firm:MX_ECU", InputGroup = "steel", Question = world.Ask() }).RefusedAsync();
        var samples = await world.Exposure.RankBrokersAsync(new() { Samples = -1, Question = world.Ask() }).RefusedAsync();
        var outputless = await world.Exposure.GetRelianceAsync(new() { OfId = "firm:NO_OUTPUT", Question = With() }).RefusedAsync();

        Assert.Equal(["of_id", "on_ids[0]"], bloc.Fields());
        Assert.Equal(["from_ids"], itself.Fields());
        Assert.Equal(StatusCode.NotFound, group.StatusCode);
        Assert.Equal(["samples"], samples.Fields());
        Assert.Equal("DATA_MISSING", outputless.Reason());
    }

    // A firm that buys, and of whose output nobody says anything.
    private Question With()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("", new ScenarioChange { PutActor = new() { Id = "firm:NO_OUTPUT" } },
            new ScenarioChange { PutRelation = Scenarios.Supply("firm:TW_FAB", "firm:NO_OUTPUT", "wafer", "1") }));
        return question;
    }
}
