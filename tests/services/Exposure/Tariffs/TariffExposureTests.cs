using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.ServiceTests.Exposure.Tariffs;

/// <summary>Embedded tariffs, shocks and changes of supply, with the law written into the data and asked for over gRPC.</summary>
public sealed class TariffExposureTests(PricedWorld world) : IClassFixture<PricedWorld>
{
    [Theory]
    [InlineData("firm:US_PACK", "0.0195")]
    [InlineData("firm:US_OEM", "0.0078")]
    public async Task Duties_of_the_law_are_embedded(string of, string expected)
    {
        var answer = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = of, Question = world.Ask() });
        Assert.Equal((expected, ""), (answer.Embedded, answer.EmbeddedAtMost));
        Assert.Equal(["supplies:KR_CATHODE-US_PACK", "supplies:CN_REFINE-KR_CATHODE"], answer.Borders.Take(2).Select(border => border.RelationId));
        var border = answer.Borders[1];
        Assert.Equal(("state:KR", "state:CN", "283691", "0.05", "measure:kr-cn-283691"), (border.ImporterId, border.OriginId, border.Hs, border.Rate, border.MeasureIds.Single()));
        Assert.Empty(answer.Basis.Unknown);
        Assert.Contains("agreements=", answer.Basis.RevisionToken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("firm:US_PACK", "0.0195")]
    [InlineData("firm:US_OEM", "0.0078")]
    public async Task Duties_that_the_question_states_are_embedded(string of, string expected)
    {
        var answer = await world.Exposure.GetEmbeddedTariffAsync(new()
        {
            OfId = of,
            StatedOnly = true,
            Question = world.Ask(),
            StatedRates = { new StatedRate { RelationId = "supplies:CN_REFINE-KR_CATHODE", Rate = "0.05" }, new StatedRate { RelationId = "supplies:KR_CATHODE-US_PACK", Rate = "0.04" } },
        });
        Assert.Equal(expected, answer.Embedded);
        Assert.Equal(2, answer.Borders.Count);
    }

    [Fact]
    public async Task The_end_of_an_agreement_is_a_scenario_with_both_answers_and_the_difference()
    {
        var end = new ScenarioChange { EndAgreement = new AgreementEnd { AgreementId = "agreement:cathodes" } };
        var answer = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:US_OEM", Question = world.Ask(end) });
        Assert.Equal(("0.0078", "0.003"), (answer.Embedded, answer.UnderScenario.Embedded));
        Assert.Equal(("embedded", "-0.0048"), (answer.Differences[0].Figure, answer.Differences[0].Change));
        Assert.Equal("0.0078", (await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() })).Embedded);
    }

    [Fact]
    public async Task A_measure_that_is_put_moves_the_landed_cost_of_everybody_downstream()
    {
        var put = new ScenarioChange { PutMeasure = PricedWorld.Duty("MX", "MY", "854231", "10%") };
        var answer = await world.Exposure.AssessTariffShockAsync(new() { Question = world.Ask(put) });
        Assert.Equal(["firm:MX_ECU  15", "firm:MX_ECU product:854231 15", "firm:US_OEM  15", "firm:US_OEM product:853710 15"],
            answer.Changes.Select(change => $"{change.ActorId} {change.ProductId} {change.ChangeUsdPerYear}"));
        Assert.Equal("15", answer.TotalChangeUsdPerYear);
        Assert.Equal(("0", "0.05", "0", "0.05"), (answer.Changes[0].DirectBefore, answer.Changes[0].DirectAfter, answer.Changes[0].EmbeddedBefore, answer.Changes[0].EmbeddedAfter));
        Assert.Equal(["supplies:MY_OSAT-MX_ECU"], answer.Changes[2].RelationIds);
        var half = await world.Exposure.AssessTariffShockAsync(new() { OfIds = { "firm:US_OEM" }, PassThrough = "0.5", Question = world.Ask(put) });
        Assert.Equal("7.5", half.Changes[0].ChangeUsdPerYear);
    }

    [Fact]
    public async Task A_scenario_that_breaks_a_rule_of_the_law_is_refused_with_its_field()
    {
        var broken = PricedWorld.Duty("MX", "MY", "854231", "ten per cent");
        var failure = await world.Exposure.AssessTariffShockAsync(new() { Question = world.Ask(new ScenarioChange { PutMeasure = broken }) }).RefusedAsync();
        Assert.Equal("INVALID_REQUEST", failure.Reason());
        Assert.Contains(failure.Fields(), field => field.EndsWith(".duty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unpriced_border_is_named_and_the_figure_is_the_least()
    {
        var answer = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:US_OEM", Question = world.Ask(new ScenarioChange { RemoveMeasureId = "measure:kr-free" }) });
        Assert.Equal("0.0048", answer.UnderScenario.Embedded);
        Assert.Equal("", answer.UnderScenario.EmbeddedAtMost);
        Assert.Contains(answer.UnderScenario.Basis.Unknown, sentence => sentence.StartsWith("supplies:CN_REFINE-KR_CATHODE", StringComparison.Ordinal));
        Assert.NotEqual("", answer.UnderScenario.Borders[^1].Missing);
    }

    [Fact]
    public async Task Moving_the_refinery_to_the_buyers_state_diverts_and_saves_duty()
    {
        var moved = SmallWorld.Relate(Contracts.Actors.V1.RelationType.LocatedIn, "located-in", "firm:CN_REFINE", "state:KR").Relation;
        moved.Id = "located-in:CN_REFINE-CN";
        var answer = await world.Exposure.AssessSupplyChangeAsync(new() { OfId = "firm:US_PACK", Question = world.Ask(new ScenarioChange { PutRelation = moved }) });
        Assert.Equal((false, true), (answer.Change.Contractionary, answer.Change.Diversionary));
        Assert.Equal(("0.0195", "0.012"), (answer.EmbeddedTariff.Baseline, answer.EmbeddedTariff.Scenario));
        Assert.Equal(("124.8", "124.8"), (answer.InputCostUsdPerYear.Baseline, answer.InputCostUsdPerYear.Scenario));
        Assert.Contains(answer.Change.Moved, move => move is { BuyerId: "firm:KR_CATHODE", FromStateId: "state:CN", ToStateId: "state:KR", Share: "0.75" });
    }

    [Fact]
    public async Task A_written_measure_is_in_the_next_answer_though_rates_are_kept()
    {
        Assert.Equal("0", (await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() })).Embedded);
        await world.WriteAsync(new() { Record = new() { Measure = PricedWorld.Duty("MX", "DE", "854231", "6%") } });
        var written = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() });
        Assert.Equal("0.01", written.Embedded);
        await world.WriteAsync(new() { DeleteId = "measure:mx-de-854231" });
        Assert.Equal("0", (await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() })).Embedded);
        var replayed = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:MX_ECU", Question = new() { AsOf = PricedWorld.Day, Read = new() { Exact = written.Basis.RevisionToken } } });
        Assert.Equal(written.Borders, replayed.Borders);
    }

    [Fact]
    public async Task Without_tariffs_duties_are_refused_and_a_change_of_supply_is_told_without_them()
    {
        var alone = new ExposureWorld();
        await alone.InitializeAsync();
        var failure = await alone.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:US_OEM", Question = alone.Ask() }).RefusedAsync();
        Assert.Equal("DEPENDENCY_UNAVAILABLE", failure.Reason());
        var question = alone.Ask();
        question.Scenarios.Add(new Scenario { Changes = { new ScenarioChange { RemoveId = "firm:CN_REFINE" } } });
        var answer = await alone.Exposure.AssessSupplyChangeAsync(new() { OfId = "firm:US_PACK", Question = question });
        Assert.True(answer.Change.Contractionary);
        Assert.Equal("", answer.EmbeddedTariff.Baseline);
        Assert.Contains(answer.Basis.Unknown, sentence => sentence.Contains("tariffs", StringComparison.Ordinal));
        await alone.DisposeAsync();
    }

    [Fact]
    public async Task Bad_rates_are_refused_together()
    {
        var failure = await world.Exposure.GetEmbeddedTariffAsync(new()
        {
            OfId = "firm:US_OEM",
            Question = world.Ask(),
            Law = new() { Overlay = new() { RemovedMeasureIds = { "measure:x" } } },
            StatedRates = { new StatedRate { RelationId = "supplies:KR_CATHODE-US_PACK", Rate = "101" }, new StatedRate { RelationId = "no id", Rate = "0.1" } },
        }).RefusedAsync();
        Assert.Equal(["stated_rates[0].rate", "stated_rates[1].relation_id", "law.overlay"], failure.Fields());
        var absent = await world.Exposure.GetEmbeddedTariffAsync(new() { OfId = "firm:US_OEM", Question = world.Ask(), StatedRates = { new StatedRate { RelationId = "supplies:none", Rate = "0.1" } } }).RefusedAsync();
        Assert.Equal("NOT_FOUND", absent.Reason());
    }

    [Fact]
    public async Task Partners_are_ranked_by_what_records_state()
    {
        var actor = SmallWorld.Named("state:JP").Actor;
        actor.Attributes.Add(new Contracts.Actors.V1.Attribute { Name = "goods_balance", Value = "68400000000", Unit = "USD", AboutId = "state:US" });
        var mexico = SmallWorld.Named("state:MX").Actor;
        mexico.Attributes.Add(new Contracts.Actors.V1.Attribute { Name = "goods_balance", Value = "171800000000", Unit = "USD", AboutId = "state:US" });
        var answer = await world.Exposure.RankPartnersAsync(new() { OfId = "state:US", Question = world.Ask(new ScenarioChange { PutActor = actor }, new ScenarioChange { PutActor = mexico }) });
        Assert.Equal(["1 state:MX", "2 state:JP"], answer.Partners.Select(partner => $"{partner.Rank} {partner.PartnerId}"));
        Assert.Empty((await world.Exposure.RankPartnersAsync(new() { OfId = "state:US", Question = world.Ask() })).Partners);
    }
}
