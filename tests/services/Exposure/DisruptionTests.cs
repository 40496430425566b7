using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>What breaks when, over gRPC: the figures of the small world.</summary>
public sealed class DisruptionTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Fact]
    public async Task Without_the_refiner_a_quarter_is_left_downstream_and_1200_of_2250_are_lost()
    {
        var answer = await AssessAsync(Without("CN_REFINE"));

        Assert.Equal(("1200", "2250"), (answer.DownstreamLostUsdPerYear, answer.DownstreamOutputUsdPerYear));
        Assert.Equal(
            ["firm:US_OEM 0.25 750 pack", "firm:US_PACK 0.25 300 cathode", "firm:KR_CATHODE 0.25 90 li", "firm:CN_REFINE 0 60 "],
            answer.Levels.Select(level => $"{level.ActorId} {level.Level} {level.LostUsdPerYear} {level.BindingGroup}"));
        Assert.Equal(["firm:US_OEM", "firm:US_PACK", "firm:KR_CATHODE", "firm:CN_REFINE"], answer.Levels[0].Chain.ActorIds);
        Assert.True(answer.Basis.Completeness.Complete);
    }

    [Fact]
    public async Task An_assembler_that_loses_in_proportion_keeps_four_sevenths()
    {
        var shock = Without("CN_REFINE");
        shock.LinearIds.Add("firm:US_OEM");
        var answer = await AssessAsync(shock, "firm:US_OEM");

        Assert.Equal("0.571428571429", Assert.Single(answer.Levels).Level);
    }

    [Theory]
    [InlineData("MY_OSAT", "0.25")]
    [InlineData("TW_FAB", "0.4")]
    [InlineData("KR_FAB", "0.85")]
    [InlineData("DE_SEMI", "0.75")]
    [InlineData("AU_MINE", "0.4")]
    [InlineData("CL_MINE", "0.6")]
    public async Task The_level_of_the_assembler_without_one_firm(string without, string level) =>
        Assert.Equal(level, Assert.Single((await AssessAsync(Without(without), "firm:US_OEM")).Levels).Level);

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    public async Task Stocks_of_thirty_twenty_and_ten_days_last_eighty_and_ten_days_are_lost(string days)
    {
        var shock = Without("CN_REFINE");
        shock.Days = days;
        var answer = await AssessAsync(shock, "firm:US_OEM");

        var survival = Assert.Single(answer.Survivals);
        Assert.Equal(("firm:US_OEM", "80", "90", "10", "20.5479"), (survival.ActorId, survival.SurvivesDays, survival.RecoversAfterDays, survival.GapDays, survival.LostUsd));
        Assert.Equal(("pack", "0.25", "80"), (survival.Stops.Single().InputGroup, survival.Stops.Single().Availability, survival.Stops.Single().ShortFromDay));
        Assert.Equal(["0: 1", "80: 0.25", "90: 1"], survival.Steps.Select(step => $"{step.FromDay}: {step.Level}"));
    }

    [Fact]
    public async Task A_shut_strait_stops_the_wafers_that_pass_it()
    {
        var answer = await AssessAsync(new Shock { ClosedChokepointIds = { "chokepoint:taiwan-strait" }, NoRerouting = true, Days = "60" });

        Assert.Equal(["firm:US_OEM 0.55", "firm:MX_ECU 0.55", "firm:MY_OSAT 0.4"], answer.Levels.Select(level => $"{level.ActorId} {level.Level}"));
        Assert.Contains("supplies:KR_FAB-MY_OSAT", answer.Basis.RelationIds);
        Assert.Equal(["60", "60", "60"], answer.Survivals.Select(survival => survival.RecoversAfterDays));
    }

    [Fact]
    public async Task Suppliers_lose_what_buyers_no_longer_take()
    {
        var request = new AssessDisruptionRequest { Shock = Without("KR_CATHODE"), Upstream = true, OfIds = { "firm:CN_REFINE" }, Question = world.Ask() };
        var level = Assert.Single((await world.Exposure.AssessDisruptionAsync(request)).Levels);

        Assert.Equal(("1", "0"), (level.Level, level.DemandLevel));
    }

    [Fact]
    public async Task A_second_source_of_the_scenario_softens_the_shock()
    {
        var request = new AssessDisruptionRequest { Shock = Without("CN_REFINE"), OfIds = { "firm:US_OEM" }, Question = world.Ask() };
        request.Question.Scenarios.Add(Scenarios.Of("more from Chile", Scenarios.Adjust("supplies:CL_MINE-KR_CATHODE", a => a.Factor = "9")));
        var answer = await world.Exposure.AssessDisruptionAsync(request);

        Assert.Equal(("0.25", "0.75"), (answer.Levels.Single().Level, answer.UnderScenario.Levels.Single().Level));
        Assert.Contains(answer.Differences, d => d is { Figure: "firm:US_OEM / level", Baseline: "0.25", Scenario: "0.75", Change: "0.5" });
        Assert.Contains(answer.Differences, d => d is { Figure: "lost usd per year", Baseline: "1200", Change: "-760" });
    }

    [Fact]
    public async Task All_actors_are_ranked_by_what_their_loss_costs_the_others()
    {
        var all = await world.Exposure.RankDisruptionsAsync(new() { Question = world.Ask() });
        var target = await world.Exposure.RankDisruptionsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });

        Assert.Equal(["firm:KR_CATHODE 1400 2", "firm:CN_REFINE 1140 3"], all.Disruptions.Take(2).Select(node => $"{node.ActorId} {node.LostUsdPerYear} {node.AffectedActors}"));
        Assert.Equal(
            ["firm:KR_CATHODE 0", "firm:MX_ECU 0", "firm:US_PACK 0", "firm:CN_REFINE 0.25", "firm:MY_OSAT 0.25", "firm:AU_MINE 0.4", "firm:TW_FAB 0.4", "firm:CL_MINE 0.6", "firm:DE_SEMI 0.75", "firm:KR_FAB 0.85"],
            target.Disruptions.OrderBy(node => node.Level, StringComparer.Ordinal).ThenBy(node => node.ActorId, StringComparer.Ordinal).Select(node => $"{node.ActorId} {node.Level}"));
        Assert.Equal("150", target.Disruptions[^1].LostUsdPerYear);
    }

    [Fact]
    public async Task Pairs_without_which_the_assembler_stops()
    {
        var answer = await world.Exposure.ListCutSetsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });

        Assert.Equal(
            ["firm:KR_CATHODE", "firm:MX_ECU", "firm:US_PACK", "firm:AU_MINE firm:CL_MINE", "firm:CL_MINE firm:CN_REFINE", "firm:DE_SEMI firm:MY_OSAT"],
            answer.Sets.Select(set => string.Join(' ', set.ActorIds)));
        Assert.Contains(answer.Basis.Parameters, parameter => parameter is { Name: "max_size", Value: "2" });
    }

    [Fact]
    public async Task Shocks_that_say_nothing_or_too_much_are_refused()
    {
        var empty = await world.Exposure.AssessDisruptionAsync(new() { Question = world.Ask() }).RefusedAsync();
        var wrong = await world.Exposure.AssessDisruptionAsync(new()
        {
            Shock = new() { RemovedIds = { "bloc:pact" }, ClosedChokepointIds = { "state:TW" }, LinearIds = { "person:minister" } },
            OfIds = { "product:854231" },
            Question = world.Ask(),
        }).RefusedAsync();
        var days = await world.Exposure.AssessDisruptionAsync(new() { Shock = new() { RemovedIds = { "x" }, Days = "0" }, Question = world.Ask() }).RefusedAsync();
        var nobody = await world.Exposure.AssessDisruptionAsync(new() { Shock = Without("NOBODY"), Question = world.Ask() }).RefusedAsync();
        var size = await world.Exposure.ListCutSetsAsync(new() { OfId = "firm:US_OEM", MaxSize = 5, Question = world.Ask() }).RefusedAsync();

        Assert.Equal(["shock"], empty.Fields());
        Assert.Equal(["shock.removed_ids[0]", "shock.closed_chokepoint_ids[0]", "shock.linear_ids[0]", "of_ids[0]"], wrong.Fields());
        Assert.Equal(["shock.days", "shock.removed_ids[0]"], days.Fields().Order(StringComparer.Ordinal));
        Assert.Equal(StatusCode.NotFound, nobody.StatusCode);
        Assert.Equal("LIMIT_EXCEEDED", size.Reason());
    }

    private static Shock Without(string firm) => new() { RemovedIds = { "firm:" + firm } };

    private async Task<AssessDisruptionResponse> AssessAsync(Shock shock, params string[] of) =>
        await world.Exposure.AssessDisruptionAsync(new() { Shock = shock, OfIds = { of }, Question = world.Ask() });
}
