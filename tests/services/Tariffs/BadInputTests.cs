using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>What entries must not be, kind by kind; everything wrong is told at once.</summary>
public sealed class BadInputTests : ClausesTest
{
    [Fact]
    public async Task Facts_of_another_kind_or_beyond_range_and_facts_that_contradict_one_another_are_told_together()
    {
        var strict = Law("strict", MeasureType.AdditionalDuty, "1%", authority: "us-x");
        strict.Measure.Conditions.Add(new Condition { AnyOf = { new FactTest { Fact = "alcohol_share", Operator = FactOperator.Less, Value = "0.5" } }, Reason = "strong" });
        await PriceAsync(Goods("100"), await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%"), strict));
        var entry = Goods("100", quantities: [("kg", "1"), ("t", "1"), ("kg.lead", "2"), ("furlong", "1"), ("liters", "10000000000000000")]);
        entry.Facts.Add(new Dictionary<string, string>
        {
            ["alcohol_share"] = "much",
            ["content_value.copper"] = "-1",
            ["content_value.steel"] = "101",
            ["entry_date"] = "2026-01-01",
            ["loaded_on"] = "2026-02-02",
            ["metal_weight_share"] = "1.5",
            ["special_program"] = "S",
            ["transport"] = "",
            ["postal_method"] = "pigeon",
            ["usmca_originating"] = "false",
            ["tpp"] = "many",
        });
        Assert.Equal(
            [
                "entry.facts.alcohol_share", "entry.facts.content_value", "entry.facts.content_value.copper", "entry.facts.entry_date", "entry.facts.loaded_on",
                "entry.facts.metal_weight_share", "entry.facts.postal_method", "entry.facts.special_program", "entry.facts.tpp", "entry.facts.transport",
                "entry.quantities.furlong", "entry.quantities.kg.lead", "entry.quantities.liters", "entry.quantities.t",
            ],
            (await FieldsAsync(entry)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.01")]
    [InlineData("1000000000000000.01")]
    [InlineData("12e3")]
    [InlineData("")]
    public async Task Values_at_or_below_zero_or_beyond_range_are_refused(string value)
    {
        await PriceAsync(Goods("100"), await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%")));
        Assert.Equal(["entry.customs_value"], (await FieldsAsync(Goods(value))).Distinct());
    }

    [Fact]
    public async Task What_comes_to_more_than_can_be_computed_is_refused()
    {
        var token = await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "$999999999999999/kg"));
        await PriceAsync(Goods("100", quantities: ("kg", "1")), token);
        Assert.Equal(["entry.customs_value"], await FieldsAsync(Goods("100", quantities: ("kg", "999999999999999"))));
    }

    // What is asked by is kept with what was found, so that its length is bounded.
    [Fact]
    public async Task Scenarios_are_few_and_short()
    {
        await PriceAsync(Goods("100"), await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%")));
        var request = new CalculateDutyRequest { Entry = Goods("100"), Question = new DutyQuestion { ScenarioIds = { "CHIP", new string('x', 257) } } };
        Assert.Equal(["question.scenario_ids[1]"], (await Tariffs.CalculateDutyAsync(request).RefusedAsync()).Fields());
        request.Question.ScenarioIds.Clear();
        request.Question.ScenarioIds.AddRange(Enumerable.Range(0, 101).Select(number => $"S{number}"));
        Assert.Equal("LIMIT_EXCEEDED", (await Tariffs.CalculateDutyAsync(request).RefusedAsync()).Reason());
    }

    [Theory]
    [InlineData("845")]
    [InlineData("84")]
    [InlineData("8457.10.00.00.1")]
    [InlineData("")]
    public async Task Codes_too_short_or_too_long_are_refused(string code)
    {
        await PriceAsync(Goods("100"), await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%")));
        var entry = Goods("100");
        entry.Hs = code;
        Assert.Equal(["entry.hs"], await FieldsAsync(entry));
    }

    [Fact]
    public async Task A_quantity_that_the_rate_needs_makes_the_answer_conditional_and_is_named()
    {
        var result = await PriceAsync(Goods("100"), await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "6.3¢/liter + 2%")));
        Assert.Equal((Outcome.Conditional, "2.00", ""), (result.Outcome, result.LowestTotal, result.HighestTotal));
        Assert.Equal(["quantities.liter"], result.MissingFacts.Select(fact => fact.Fact));
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(Entry entry) => (await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync()).Fields();
}
