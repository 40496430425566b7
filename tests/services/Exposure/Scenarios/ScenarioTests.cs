using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>What changes if, over gRPC: baseline, scenario and difference of the small world.</summary>
public sealed class ScenarioTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    private const string Chips = "supplies:MY_OSAT-MX_ECU";

    [Fact]
    public async Task Without_a_scenario_there_is_no_second_answer_and_no_difference()
    {
        var answer = await world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "state:TW", Question = world.Ask() });

        Assert.Null(answer.UnderScenario);
        Assert.Empty(answer.Differences);
        Assert.Empty(answer.Basis.ScenarioNames);
    }

    [Fact]
    public async Task A_removed_supplier_leaves_its_share_to_the_others()
    {
        var answer = await ConcentrationAsync(Scenarios.Of("without Malaysia", new ScenarioChange { RemoveId = "firm:MY_OSAT" }));

        Assert.Equal("0.625", answer.Groups.Single().Hhi);
        Assert.Equal("1", answer.UnderScenario.Groups.Single().Hhi);
        Assert.Equal(["without Malaysia"], answer.UnderScenario.Basis.ScenarioNames);
        Assert.Empty(answer.Basis.ScenarioNames);
        Assert.Equal(
            [("chip / hhi", "0.625", "1", "0.375"), ("chip / firm:MY_OSAT", "0.75", "", "-0.75"), ("chip / firm:DE_SEMI", "0.25", "1", "0.75")],
            answer.Differences.Select(d => (d.Figure, d.Baseline, d.Scenario, d.Change)));
    }

    [Fact]
    public async Task Scenarios_are_applied_one_after_the_other()
    {
        var halved = new ScenarioChange { AdjustRelation = new() { RelationId = Chips, Factor = "0.5" } };
        var once = await ConcentrationAsync(Scenarios.Of("half", halved));
        var twice = await ConcentrationAsync(Scenarios.Of("half", halved), Scenarios.Of("half again", halved));

        Assert.Equal("0.6", once.UnderScenario.Groups.Single().Holders[0].Share);
        Assert.Equal(("firm:DE_SEMI", "0.571428571429"), (twice.UnderScenario.Groups.Single().Holders[0].Id, twice.UnderScenario.Groups.Single().Holders[0].Share));
        Assert.Equal(["half", "half again"], twice.UnderScenario.Basis.ScenarioNames);
    }

    [Fact]
    public async Task An_actor_of_the_scenario_alone_has_an_empty_baseline_that_says_so()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("a new fab",
            new ScenarioChange { PutActor = new Actor { Id = "firm:VN_FAB" } },
            new ScenarioChange { PutRelation = Scenarios.Supply("firm:KR_FAB", "firm:VN_FAB", "wafer", "5") }));
        var answer = await world.Exposure.GetExposureAsync(new() { OfId = "firm:VN_FAB", OnId = "state:KR", Question = question });

        Assert.Empty(answer.Exposures);
        Assert.Contains("firm:VN_FAB", Assert.Single(answer.Basis.Unknown), StringComparison.Ordinal);
        Assert.Equal("1", answer.UnderScenario.Exposures.Single().Share);
        Assert.Equal(("wafer", "", "1", "1"), answer.Differences.Select(d => (d.Figure, d.Baseline, d.Scenario, d.Change)).Single());
    }

    [Fact]
    public async Task An_actor_that_the_scenario_removes_has_an_empty_answer_under_it()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("", new ScenarioChange { RemoveId = "firm:MX_ECU" }));
        var answer = await world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "state:TW", Question = question });

        Assert.Equal("0.6", answer.Exposures.Single().Share);
        Assert.Empty(answer.UnderScenario.Exposures);
        Assert.Equal(["scenario 1"], answer.UnderScenario.Basis.ScenarioNames);
        Assert.Equal("-0.6", answer.Differences.Single().Change);
    }

    [Fact]
    public async Task A_shut_strait_takes_its_part_of_the_flows_through_it()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("shut", new ScenarioChange { CloseChokepoint = new() { ChokepointId = "chokepoint:taiwan-strait", NoRerouting = true } }));
        var answer = await world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MY_OSAT", InputGroup = "wafer", Question = question });
        var passed = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MY_OSAT", Question = question });

        Assert.Equal([("firm:TW_FAB", "0.8"), ("firm:KR_FAB", "0.2")], answer.Groups.Single().Holders.Select(h => (h.Id, h.Share)));
        Assert.Equal([("firm:TW_FAB", "1")], answer.UnderScenario.Groups.Single().Holders.Select(h => (h.Id, h.Share)));
        Assert.Equal([("chokepoint:luzon", "1")], passed.UnderScenario.Exposures.Select(e => (e.ChokepointId, e.Share)));
        Assert.Contains(passed.Differences, d => d is { Figure: "firm:MY_OSAT / wafer / chokepoint:taiwan-strait / tier 1", Baseline: "0.6", Scenario: "", Change: "-0.6" });
    }

    [Fact]
    public async Task Memberships_of_a_scenario_move_the_friend_shored_share()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("Malaysia joins", new ScenarioChange
        {
            PutRelation = new Relation { Id = "member-of:MY-pact", Type = RelationType.MemberOf, FromId = "state:MY", ToId = "bloc:pact" },
        }));
        var answer = await world.Exposure.ListAlternativesAsync(new() { OfId = "firm:MX_ECU", InputGroup = "chip", WithinBlocId = "bloc:pact", Question = question });

        Assert.Equal(("0.25", "1"), (answer.ShareWithinToday, answer.UnderScenario.ShareWithinToday));
        Assert.Contains(answer.Differences, d => d is { Figure: "share within today", Change: "0.75" });
    }

    [Fact]
    public async Task A_scenario_is_never_stored()
    {
        await ConcentrationAsync(Scenarios.Of("", new ScenarioChange { RemoveId = "firm:MY_OSAT" }));
        var after = await ConcentrationAsync();

        Assert.Equal("0.625", after.Groups.Single().Hhi);
    }

    [Fact]
    public async Task What_changes_the_law_alone_changes_no_figure_of_the_graph()
    {
        var ends = Scenarios.Of("", new ScenarioChange { EndAgreement = new() { AgreementId = "agreement:pact" } });
        ends.LawScenarioIds.Add("TW_ART_15");
        var answer = await ConcentrationAsync(ends);

        Assert.Empty(answer.Differences);
        Assert.Equal(answer.Groups, answer.UnderScenario.Groups);
    }

    [Theory]
    [InlineData("firm:nobody", "actor or relation")]
    [InlineData("supplies:nobody-nobody", "actor or relation")]
    public async Task What_is_removed_must_be_there(string id, string type)
    {
        var refused = await RefusedAsync(Scenarios.Of("", new ScenarioChange { RemoveId = id }));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.StatusCode, refused.Reason()));
        Assert.Equal((type, id), (refused.Detail<Google.Rpc.ResourceInfo>().ResourceType, refused.Detail<Google.Rpc.ResourceInfo>().ResourceName));
    }

    private Task<GetConcentrationResponse> ConcentrationAsync(params Scenario[] scenarios)
    {
        var question = world.Ask();
        question.Scenarios.Add(scenarios);
        return world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", InputGroup = "chip", Question = question }).ResponseAsync;
    }

    private Task<RpcException> RefusedAsync(params Scenario[] scenarios)
    {
        var question = world.Ask();
        question.Scenarios.Add(scenarios);
        return world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", Question = question }).RefusedAsync();
    }
}
