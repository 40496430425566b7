using GeoGraph.Contracts.Agreements.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>A clause that follows and a cap, alone and together: everybody pays 100%, and the cap is 15%.</summary>
public sealed class MostFavouredTests : ClausesTest
{
    private const string Chips = "us-chips";
    private static readonly Record General = Law("general", MeasureType.AdditionalDuty, "100%", authority: Chips);
    private static readonly Record Clause = Law("clause", MeasureType.AdditionalDuty, "cap most favoured", 20, "state:TW", Chips);
    private static readonly Record Cap = Law("cap", MeasureType.AdditionalDuty, "cap 15%", 30, "state:TW", Chips);
    private static readonly Record Ordinary = Law("mfn", MeasureType.ThirdCountryDuty, "Free");

    [Fact]
    public async Task Under_the_clause_alone_a_hundred_percent_for_all_is_a_hundred_percent()
    {
        var result = await PriceAsync(Goods("1000"), await WriteRecordsAsync(Ordinary, General, Clause));
        Assert.Equal("1000.00", result.TotalDuty);
        Assert.Equal("100", result.Lines[1].RatePercent);
    }

    [Fact]
    public async Task Under_the_cap_alone_it_is_fifteen_whatever_the_rate() =>
        Assert.Equal("150.00", (await PriceAsync(Goods("1000"), await WriteRecordsAsync(Ordinary, General, Cap))).TotalDuty);

    [Fact]
    public async Task A_lower_rate_of_a_partner_is_followed_from_its_date_and_named()
    {
        var token = await WriteRecordsAsync(Ordinary, General, Clause);
        var partner = Law("partner", MeasureType.AdditionalDuty, "10%", 10, "state:JP", Chips);
        partner.Measure.Effective = new() { From = Today };
        Assert.Equal("1000.00", (await PriceAsync(Goods("1000"), token)).TotalDuty);
        token = await WriteRecordsAsync(partner);
        var result = await PriceAsync(Goods("1000"), token);
        Assert.Equal(("100.00", "10"), (result.TotalDuty, result.Lines[1].RatePercent));
        Assert.Contains("measure:partner", result.Lines[1].Calculation, StringComparison.Ordinal);
        Assert.Contains("state:JP", result.Lines[1].Calculation, StringComparison.Ordinal);
        var before = Goods("1000");
        before.EntryDate = Day(2026, 1, 31);
        Assert.Equal("1000.00", (await PriceAsync(before, token)).TotalDuty);
        Assert.Equal("1000.00", (await PriceAsync(Goods("1000", "state:KR"), token)).TotalDuty);
        partner.Measure.Duty = "40%";
        Assert.Equal("400.00", (await PriceAsync(Goods("1000"), await WriteRecordsAsync(partner))).TotalDuty);
    }

    // min(g, 15%, b), whichever is the lowest.
    [Theory]
    [InlineData("10%", "100.00")]
    [InlineData("40%", "150.00")]
    public async Task Together_they_give_the_least_of_the_three(string partner, string total)
    {
        var token = await WriteRecordsAsync(Ordinary, General, Clause, Cap, Law("partner", MeasureType.AdditionalDuty, partner, 10, "state:JP", Chips));
        Assert.Equal(total, (await PriceAsync(Goods("1000"), token)).TotalDuty);
    }

    [Fact]
    public async Task Two_that_follow_one_another_follow_what_others_pay_of_themselves()
    {
        var korea = Law("korea", MeasureType.AdditionalDuty, "cap most favoured", 20, "state:KR", Chips);
        var token = await WriteRecordsAsync(Ordinary, General, Clause, Cap, korea);
        Assert.Equal("150.00", (await PriceAsync(Goods("1000", "state:KR"), token)).TotalDuty);
        Assert.Equal("150.00", (await PriceAsync(Goods("1000"), token)).TotalDuty);
    }

    [Fact]
    public async Task A_rate_within_a_quota_and_one_that_turns_on_a_fact_are_not_followed()
    {
        var inQuota = Law("in", MeasureType.AdditionalDuty, "1%", 10, "state:GB", Chips);
        var byUse = Law("use", MeasureType.AdditionalDuty, "2%", 10, "state:CH", Chips);
        byUse.Measure.Conditions.Add(new Condition { AnyOf = { new FactTest { Fact = "end_use", Operator = FactOperator.Equals, Value = "repair" } }, Reason = "another use" });
        var limit = Limit("10", "units");
        limit.Quota.OutOfQuotaMeasureId = "";
        var token = await WriteRecordsAsync(Ordinary, General, Clause, inQuota, byUse, limit);
        Assert.Equal("1000.00", (await PriceAsync(Goods("1000"), token)).TotalDuty);
        var repair = Goods("1000");
        repair.Facts["end_use"] = "repair";
        Assert.Equal("20.00", (await PriceAsync(repair, token)).TotalDuty);
    }
}
