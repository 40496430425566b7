using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class QuotaTests : ClausesTest
{
    private static readonly Record[] Rates = [Law("in", MeasureType.ThirdCountryDuty, "Free"), Law("out", MeasureType.ThirdCountryDuty, "20%")];

    // Worked answer: quota 1,000 t, in 0%, out 20%, balance 100 t, entry 150 t at 1,000 a ton: 100 t at 0 and 50 t at 20%.
    [Theory]
    [InlineData("t", "150")]
    [InlineData("kg", "150000")]
    public async Task An_entry_that_straddles_the_balance_is_divided(string unit, string amount)
    {
        var balance = Limit("1000", "t", quota => quota.Events.Add(new QuotaEvent { On = Day(2026, 1, 20), Status = QuotaStatus.Open, Balance = "100" }));
        var result = await PriceAsync(Goods("150000", quantities: (unit, amount)), await WriteRecordsAsync([.. Rates, balance]));
        Assert.Equal((Outcome.Determined, "10000.00"), (result.Outcome, result.TotalDuty));
        Assert.Equal([("measure:in", "0.00"), ("measure:out", "10000.00")], result.Lines.Select(line => (line.Measure.Id, line.Amount)));
        Assert.Equal(
            [(true, "100", "100000.00", "0.00"), (false, "50", "50000.00", "10000.00")],
            result.QuotaPortions.Select(portion => (portion.Within, portion.Quantity, portion.CustomsValue, portion.Duty)));
        var standing = Assert.Single(result.QuotaStandings);
        Assert.Equal((QuotaStatus.Critical, "100", "t", Day(2026, 1, 20)), (standing.Status, standing.Balance, standing.Unit, standing.BalanceOn));
    }

    [Fact]
    public async Task What_the_entry_states_to_be_used_overrides_the_published_balance()
    {
        var token = await WriteRecordsAsync([.. Rates, Limit("65205", "units", quota => quota.Events.Add(new QuotaEvent { On = Day(2026, 1, 20), Status = QuotaStatus.Exhausted }))]);
        var entry = Goods("400000", quantities: ("units", "10"));
        Assert.Equal("80000.00", (await PriceAsync(entry, token)).TotalDuty);
        entry.Facts["quota_used.09.0001"] = "65200";
        Assert.Equal(["5", "5"], (await PriceAsync(entry, token)).QuotaPortions.Select(portion => portion.Quantity));
        entry.Facts["quota_used.09.0001"] = "65195";
        var within = await PriceAsync(entry, token);
        Assert.Equal(("0.00", 0, QuotaStatus.Open), (within.TotalDuty, within.QuotaPortions.Count, within.QuotaStandings[0].Status));
    }

    [Fact]
    public async Task A_balance_that_nobody_states_is_an_assumption_and_a_missing_quantity_is_named()
    {
        var token = await WriteRecordsAsync([.. Rates, Limit("1000", "t")]);
        var assumed = await PriceAsync(Goods("1000", quantities: ("t", "1")), token);
        Assert.Equal((Outcome.Determined, "0.00"), (assumed.Outcome, assumed.TotalDuty));
        Assert.Equal(["measure:in", "measure:out"], Assert.Single(assumed.Assumptions, assumption => assumption.Fact == "quota_used.09.0001").MeasureIds);
        var open = await PriceAsync(Goods("1000"), token);
        Assert.Equal((Outcome.Conditional, "0.00", "200.00"), (open.Outcome, open.LowestTotal, open.HighestTotal));
        Assert.Equal(["quantities.t"], open.MissingFacts.Select(fact => fact.Fact));
        Assert.Equal(["measure:out"], open.HighestLines.Select(line => line.Measure.Id));
    }

    [Fact]
    public async Task Outside_every_period_the_measure_within_does_not_apply()
    {
        var entry = Goods("1000", quantities: ("t", "1"));
        entry.EntryDate = Day(2027, 1, 1);
        var result = await PriceAsync(entry, await WriteRecordsAsync([.. Rates, Limit("1000", "t")]));
        Assert.Equal("200.00", result.TotalDuty);
        Assert.Contains("no period of its quota 09.0001 holds 2027-01-01", Assert.Single(result.NotApplied, left => left.Measure.Id == "measure:in").Reason, StringComparison.Ordinal);
    }

    // Fees are of the entry, not of its parts, and a tax is charged on the value with the duty of all parts: 1% of 150,000, at least 20; 10% of 160,000.
    [Fact]
    public async Task Fees_and_taxes_are_charged_once_on_the_whole_entry()
    {
        var tax = Law("vat", MeasureType.Tax, "10%", authority: "us-vat");
        tax.Measure.Base = new DutyBase { Kind = DutyBaseKind.DutyInclusive };
        var token = await WriteRecordsAsync([.. Rates, Limit("100", "t"), Law("fee", MeasureType.Fee, "0.01% MIN $20", authority: "us-fees"), tax]);
        var result = await PriceAsync(Goods("150000", quantities: ("t", "150")), token);
        Assert.Equal([("measure:fee", "20.00"), ("measure:vat", "16000.00")], result.Charges.Select(line => (line.Measure.Id, line.Amount)).Order());
        Assert.Equal(("16020.00", "176020.00"), (result.TotalCharges, result.LandedCost));
    }

    [Fact]
    public async Task A_condition_on_the_value_sees_the_whole_entry()
    {
        var cheap = Law("cheap", MeasureType.AdditionalDuty, "1%", authority: "us-x");
        cheap.Measure.Conditions.Add(new Condition { AnyOf = { new FactTest { Fact = "customs_value", Operator = FactOperator.AtMost, Value = "100000" } }, Reason = "value above 100,000" });
        var token = await WriteRecordsAsync([.. Rates, cheap, Limit("100", "t")]);
        Assert.Equal("10000.00", (await PriceAsync(Goods("150000", quantities: ("t", "150")), token)).TotalDuty);
    }

    [Fact]
    public async Task Standings_follow_the_date_and_name_what_is_not_there()
    {
        var first = Limit("25000", "units", quota =>
        {
            (quota.Id, quota.CarriesOverToId, quota.Period.To) = ("quota:q1", "quota:q", Day(2026, 4, 1));
            quota.Events.Add(new QuotaEvent { On = Day(2026, 3, 31), Status = QuotaStatus.Open, Balance = "300" });
        });
        var third = Limit("25000", "units", quota =>
        {
            quota.Period.From = Day(2026, 7, 1);
            quota.Events.Add(new QuotaEvent { On = Day(2026, 8, 1), Status = QuotaStatus.Exhausted });
            quota.Events.Add(new QuotaEvent { On = Day(2026, 9, 1), Status = QuotaStatus.Open, Balance = "7" });
        });
        var token = await WriteRecordsAsync([.. Rates, first, third]);
        Assert.Equal(("25300", "25300", QuotaStatus.Open), await StandingAsync(token, 2026, 7, 1));
        Assert.Equal(("25300", "0", QuotaStatus.Exhausted), await StandingAsync(token, 2026, 8, 1));
        Assert.Equal(("25300", "7", QuotaStatus.Open), await StandingAsync(token, 2026, 9, 1));
        Assert.Empty((await Tariffs.GetQuotaStandingAsync(new GetQuotaStandingRequest { Quota = "09.0001", AsOf = Day(2026, 5, 1) })).Standings);
        Assert.Equal("NOT_FOUND", (await Tariffs.GetQuotaStandingAsync(new GetQuotaStandingRequest { Quota = "09.9999", AsOf = Today }).RefusedAsync()).Reason());
        Assert.Equal(["as_of", "quota"], (await Tariffs.GetQuotaStandingAsync(new GetQuotaStandingRequest()).RefusedAsync()).Fields());
        Assert.Equal(["quota"], (await Tariffs.GetQuotaStandingAsync(new GetQuotaStandingRequest { Quota = new string('9', 257), AsOf = Today }).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task A_timeline_steps_where_a_quota_is_exhausted_reopened_and_over()
    {
        var eventful = Limit("1000", "t", quota =>
        {
            quota.Events.Add(new QuotaEvent { On = Day(2026, 3, 1), Status = QuotaStatus.Exhausted });
            quota.Events.Add(new QuotaEvent { On = Day(2026, 5, 1), Status = QuotaStatus.Open, Balance = "10" });
        });
        var token = await WriteRecordsAsync([.. Rates, eventful]);
        var request = new GetRateTimelineRequest { Entry = Goods("1000", quantities: ("t", "1")), From = Day(2026, 1, 1), To = Day(2027, 6, 30), Read = new ReadOptions { AtLeast = token } };
        var steps = (await Tariffs.GetRateTimelineAsync(request)).Steps;
        Assert.Equal([(Day(2026, 1, 1), "0"), (Day(2026, 3, 1), "20"), (Day(2026, 5, 1), "0"), (Day(2027, 1, 1), "20")], steps.Select(step => (step.From, step.Result.EffectiveRatePercent)));
    }

    private async Task<(string Volume, string Balance, QuotaStatus Status)> StandingAsync(string token, int year, int month, int day)
    {
        var request = new GetQuotaStandingRequest { Quota = "09.0001", AsOf = Day(year, month, day), Read = new ReadOptions { AtLeast = token } };
        var standing = Assert.Single((await Tariffs.GetQuotaStandingAsync(request)).Standings);
        return (standing.Volume, standing.Balance, standing.Status);
    }
}
