using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class CapacityQuotaTests : ClausesTest
{
    // The four rows of the table of worked answers: new capacity 10,000, cap 15%, 1,000 a unit.
    [Fact]
    public async Task The_table_of_worked_answers()
    {
        await AssertRowAsync(CapacityStatus.Building, "25000", "", "25000", "0", "", "0.00");
        await AssertRowAsync(CapacityStatus.Building, "30000", "", "25000", "5000", "15", "750000.00");
        await AssertRowAsync(CapacityStatus.Completed, "30000", "", "15000", "15000", "15", "2250000.00");
        await AssertRowAsync(CapacityStatus.Completed, "30000", "10", "15000", "15000", "10", "1500000.00");
    }

    [Fact]
    public async Task Shares_that_have_to_move_at_three_quarters_of_sales()
    {
        var building = await Tariffs.AssessCapacityQuotaAsync(Terms(CapacityStatus.Building, "0", ""));
        Assert.Equal(("2.5", "0.285714", "0.214286", "0.785714"), (building.Multiple, building.ShareToMove, building.CapacityToMove, building.CapacityLeft));
        var completed = await Tariffs.AssessCapacityQuotaAsync(Terms(CapacityStatus.Completed, "0", ""));
        Assert.Equal(("1.5", "0.4", "0.3", "0.7"), (completed.Multiple, completed.ShareToMove, completed.CapacityToMove, completed.CapacityLeft));
        Assert.Equal(("100", "15"), (completed.RateByClauseOnlyPercent, completed.RateByCapOnlyPercent));
    }

    [Fact]
    public async Task Every_violation_of_the_terms_is_told()
    {
        var request = new AssessCapacityQuotaRequest { BuildingMultiple = "0", Imports = "-1", UnitValue = "x", GeneralRatePercent = "100001", CapPercent = "-1", MarketShareOfSales = "1.1" };
        var refused = await Tariffs.AssessCapacityQuotaAsync(request).RefusedAsync();
        Assert.Equal(["status", "building_multiple", "new_capacity", "imports", "unit_value", "general_rate_percent", "cap_percent", "market_share_of_sales"], refused.Fields());
    }

    // The second row of the table, priced: 25,000 of 30,000 units free, 5,000 at the cap of 15%.
    [Fact]
    public async Task An_entry_is_divided_where_the_capacity_that_it_states_ends()
    {
        var linked = Limit("", "units", quota => quota.CapacityLink = new CapacityLink { BuildingMultiple = "2.5", CompletedMultiple = "1.5", CapacityFact = "us_capacity", StatusFact = "us_capacity_status" });
        linked.Quota.OutOfQuotaMeasureId = "";
        var token = await WriteRecordsAsync(
            Law("mfn", MeasureType.ThirdCountryDuty, "Free"),
            Law("general", MeasureType.AdditionalDuty, "100%", authority: "us-chips"),
            Law("cap", MeasureType.AdditionalDuty, "cap 15%", 30, "state:TW", "us-chips"),
            Law("in", MeasureType.AdditionalDuty, "Free", 40, "state:TW", "us-chips"),
            linked);
        var entry = Goods("30000000", quantities: ("units", "30000"));
        var open = await PriceAsync(entry, token);
        Assert.Equal((Outcome.Conditional, "0.00", "4500000.00"), (open.Outcome, open.LowestTotal, open.HighestTotal));
        Assert.Equal(["us_capacity", "us_capacity_status"], open.MissingFacts.Select(fact => fact.Fact));
        entry.Facts.Add("us_capacity", "10000");
        entry.Facts.Add("us_capacity_status", "building");
        var building = await PriceAsync(entry, token);
        Assert.Equal(("750000.00", "25000", "5000"), (building.TotalDuty, building.QuotaPortions[0].Quantity, building.QuotaPortions[1].Quantity));
        Assert.Empty(building.NotEvaluated);
        entry.Facts["us_capacity_status"] = "completed";
        Assert.Equal("2250000.00", (await PriceAsync(entry, token)).TotalDuty);
        entry.Facts["us_capacity_status"] = "planned";
        entry.Facts["us_capacity"] = "-1";
        Assert.Equal(["entry.facts.us_capacity", "entry.facts.us_capacity_status"], (await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync()).Fields());
    }

    private async Task AssertRowAsync(CapacityStatus status, string imports, string best, string free, string over, string rate, string duty)
    {
        var answer = await Tariffs.AssessCapacityQuotaAsync(Terms(status, imports, best));
        Assert.Equal((free, over, rate, duty), (answer.Free, answer.Over, answer.RatePercent, answer.Duty));
    }

    private static AssessCapacityQuotaRequest Terms(CapacityStatus status, string imports, string best) => new()
    {
        Status = status,
        NewCapacity = "10000",
        Imports = imports,
        UnitValue = "1000",
        GeneralRatePercent = "100",
        CapPercent = "15",
        BestPartnerRatePercent = best,
        MarketShareOfSales = "0.75",
    };
}
