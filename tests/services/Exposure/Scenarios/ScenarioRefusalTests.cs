using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>Scenarios that break a rule or contradict themselves are refused with every place at once.</summary>
public sealed class ScenarioRefusalTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    private const string Chips = "supplies:MY_OSAT-MX_ECU";
    private const string First = "question.scenarios[0].changes[0]";
    private const string Second = "question.scenarios[0].changes[1]";

    [Fact]
    public async Task Every_field_that_breaks_its_rule_is_named_with_its_place()
    {
        var refused = await RefusedAsync(
            Scenarios.Of(""),
            Scenarios.Of("", new ScenarioChange(), new ScenarioChange { RemoveId = "nobody" },
                new ScenarioChange { PutRelation = new Relation { Id = "supplies:a-b", Type = RelationType.Supplies, FromId = "firm:a", ToId = "firm:a", Share = "1.5", InputGroup = "chip" } },
                new ScenarioChange { PutActor = new Actor { Id = "lane:a" } },
                new ScenarioChange { PutActor = new Actor { Id = "firm:a", OutputUsdPerYear = "-1", Stocks = { new Stock { Days = "x" } } } }),
            Scenarios.Of("", Scenarios.Adjust(Chips, _ => { }), Scenarios.Adjust("supplies:x-y", a => (a.Factor, a.ValueUsdPerYear) = ("1001", "1")),
                new ScenarioChange { CloseChokepoint = new() { ChokepointId = "state:TW" } },
                new ScenarioChange { EndAgreement = new() { AgreementId = "agreement:x", EndedOn = new() { Year = 2026, Month = 13, Day = 1 } } }));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.StatusCode, refused.Reason()));
        Assert.Equal(
        [
            "question.scenarios[0].changes",
            "question.scenarios[1].changes[0]",
            "question.scenarios[1].changes[1].remove_id",
            "question.scenarios[1].changes[2].put_relation.share",
            "question.scenarios[1].changes[2].put_relation.to_id",
            "question.scenarios[1].changes[3].put_actor.id",
            "question.scenarios[1].changes[4].put_actor.output_usd_per_year",
            "question.scenarios[1].changes[4].put_actor.stocks.days",
            "question.scenarios[1].changes[4].put_actor.stocks[0].input_group",
            "question.scenarios[2].changes[0].adjust_relation",
            "question.scenarios[2].changes[1].adjust_relation.factor",
            "question.scenarios[2].changes[1].adjust_relation.factor",
            "question.scenarios[2].changes[2].close_chokepoint.chokepoint_id",
            "question.scenarios[2].changes[3].end_agreement.ended_on",
        ], refused.Fields().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, ScenarioChange, ScenarioChange> Contradictions => new()
    {
        { "removed and adjusted", new() { RemoveId = Chips }, Scenarios.Adjust(Chips, a => a.Share = "1") },
        { "put and removed", new() { PutActor = new Actor { Id = "firm:x" } }, new() { RemoveId = "firm:x" } },
        { "two values", Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "1"), Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "2") },
        { "a value and a factor", Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "1"), Scenarios.Adjust(Chips, a => a.Factor = "2") },
        { "put and adjusted", new() { PutRelation = Scenarios.Supply("firm:KR_FAB", "firm:MX_ECU", "chip", "1") }, Scenarios.Adjust("supplies:KR_FAB-MX_ECU", a => a.Factor = "2") },
        { "adjusted and put", Scenarios.Adjust("supplies:KR_FAB-MX_ECU", a => a.Factor = "2"), new() { PutRelation = Scenarios.Supply("firm:KR_FAB", "firm:MX_ECU", "chip", "1") } },
        { "an end that is removed", new() { RemoveId = "firm:KR_FAB" }, new() { PutRelation = Scenarios.Supply("firm:KR_FAB", "firm:MX_ECU", "chip", "1") } },
        { "shut and removed", Scenarios.Close("luzon"), new() { RemoveId = "chokepoint:luzon" } },
        { "shut in two ways", Scenarios.Close("luzon"), new() { CloseChokepoint = new() { ChokepointId = "chokepoint:luzon", NoRerouting = true } } },
        { "ended twice", Ends(2027), Ends(2028) },
        { "a measure put and removed", new() { PutMeasure = new() { Id = "measure:x" } }, new() { RemoveMeasureId = "measure:x" } },
        { "two stocks", Stock("1"), Stock("2") },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task A_scenario_that_contradicts_itself_is_refused_with_both_places(string what, ScenarioChange first, ScenarioChange second)
    {
        var refused = await RefusedAsync(Scenarios.Of(what, first, second));

        var violation = Assert.Single(refused.Detail<Google.Rpc.BadRequest>().FieldViolations);
        Assert.StartsWith(Second, violation.Field, StringComparison.Ordinal);
        Assert.Contains(First, violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_the_same_twice_or_of_other_numbers_is_no_contradiction()
    {
        var question = world.Ask();
        question.Scenarios.Add(Scenarios.Of("", Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "50"), Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "50.0"),
            Scenarios.Adjust(Chips, a => a.CapacityUsdPerYear = "90"), Scenarios.Close("dover"), Scenarios.Close("dover")));
        question.Scenarios.Add(Scenarios.Of("", Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "60")));
        var answer = await world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", Question = question });

        Assert.Equal("1", answer.UnderScenario.Groups.Single().Hhi);
    }

    [Theory]
    [InlineData("adjust")]
    [InlineData("actor")]
    [InlineData("close")]
    public async Task What_is_changed_must_be_there(string what)
    {
        var change = what switch
        {
            "adjust" => Scenarios.Adjust("supplies:nobody-nobody", a => a.Factor = "2"),
            "actor" => new ScenarioChange { AdjustActor = new() { ActorId = "firm:nobody", RecoveryDays = "1" } },
            _ => Scenarios.Close("nowhere"),
        };
        var refused = await RefusedAsync(Scenarios.Of("", change));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task What_cannot_stand_in_the_graph_is_refused_at_its_place()
    {
        var refused = await RefusedAsync(Scenarios.Of("",
            new ScenarioChange { PutRelation = Scenarios.Supply("firm:nobody", "firm:MX_ECU", "chip", "1") },
            Scenarios.Adjust(Chips, a => a.ValueUsdPerYear = "900000000000001")));

        Assert.Equal([First + ".put_relation", Second + ".adjust_relation"], refused.Fields().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(21, 1, "question.scenarios")]
    [InlineData(1, 1001, "question.scenarios[0].changes")]
    public async Task More_than_fits_is_refused_with_the_numbers(int scenarios, int changes, string field)
    {
        var one = Scenarios.Of("", [.. Enumerable.Repeat(Scenarios.Close("dover"), changes)]);
        var refused = await RefusedAsync([.. Enumerable.Repeat(one, scenarios)]);

        Assert.Equal("LIMIT_EXCEEDED", refused.Reason());
        Assert.Equal(field, refused.Detail<Google.Rpc.ErrorInfo>().Metadata["field"]);
    }

    private static ScenarioChange Ends(int year) => new() { EndAgreement = new() { AgreementId = "agreement:x", EndedOn = new() { Year = year, Month = 1, Day = 1 } } };

    private static ScenarioChange Stock(string days) => new() { AdjustActor = new() { ActorId = "firm:US_OEM", Stocks = { new Stock { InputGroup = "pack", Days = days } } } };

    private Task<RpcException> RefusedAsync(params Scenario[] scenarios)
    {
        var question = world.Ask();
        question.Scenarios.Add(scenarios);
        return world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", Question = question }).RefusedAsync();
    }
}
