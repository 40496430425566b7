using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Scenarios.Facts;

namespace GeoGraph.Scenarios.Duties;

/// <summary>Quotas, clauses and postal goods of the starter data.</summary>
[Collection(World.Collection)]
public class QuotaAndClauseTests(World world)
{
    // In: 2.5% + 7.5%; out: 2.5% + 25%. 65,205 cars in the rest of 2025: of ten cars at 65,200 five are within.
    [Theory]
    [InlineData("65200", "2025-08-01", "75000.00", "5", "5")]
    [InlineData("24997", "2026-05-01", "89000.00", "3", "7")]
    public async Task Ten_british_cars_are_divided_where_the_quota_ends(string used, string on, string total, string within, string beyond)
    {
        var result = await PriceAsync("GB", "8703.23.01", "400000", on, [], ("quota_used.9903.94.31", used), ("units", "10"));
        Assert.Equal((Outcome.Determined, total), (result.Outcome, result.TotalDuty));
        Assert.Equal([within, beyond], result.QuotaPortions.Select(portion => portion.Quantity));
        Assert.Equal(QuotaStatus.Critical, Assert.Single(result.QuotaStandings).Status);
    }

    // R17: the clause alone leaves everybody's 100%. R19: at most 15%, whatever the rate. R18: Korea follows Taiwan only if both promises are assumed.
    [Theory]
    [InlineData("TW", "1000.00", "CHIP_TARIFF_100")]
    [InlineData("TW", "1000.00", "CHIP_TARIFF_100", "TW_CHIP_CLAUSE")]
    [InlineData("TW", "150.00", "CHIP_TARIFF_100", "TW_CHIP_CAP")]
    [InlineData("TW", "150.00", "CHIP_TARIFF_100", "TW_CHIP_CLAUSE", "TW_CHIP_CAP")]
    [InlineData("KR", "1000.00", "CHIP_TARIFF_100", "KR_CHIP_CLAUSE")]
    [InlineData("KR", "150.00", "CHIP_TARIFF_100", "KR_CHIP_CLAUSE", "TW_CHIP_CAP")]
    [InlineData("KR", "1000.00", "CHIP_TARIFF_100", "TW_CHIP_CAP")]
    [InlineData("TW", "0.00", "TW_CHIP_CLAUSE", "TW_CHIP_CAP")]
    public async Task Clause_and_cap_on_chips_hold_each_in_its_own_scenario(string origin, string chips, params string[] scenarios)
    {
        var result = await PriceAsync(origin, "8542.31.00", "1000", "2026-03-01", scenarios);
        Assert.Equal(chips, result.Lines.Where(line => line.Measure.Authority == "us-s232-semiconductors").Select(line => line.Amount).DefaultIfEmpty("0.00").Single());
    }

    [Fact]
    public async Task Chips_within_the_quota_that_capacity_earns_are_free()
    {
        var result = await PriceAsync(
            "TW", "8542.31.00", "30000000", "2026-03-01", ["CHIP_TARIFF_100", "TW_CHIP_CAP", "TW_CHIP_QUOTA"], ("units", "30000"), ("us_capacity", "10000"), ("us_capacity_status", "building"));
        Assert.Equal("750000.00", result.Lines.Single(line => line.Measure.Authority == "us-s232-semiconductors").Amount);
        Assert.Equal(["25000", "5000"], result.QuotaPortions.Select(portion => portion.Quantity));
    }

    // Post: China 120% or USD 100 from 2025-05-02, 54% after Geneva; for all the duty of the country, or 80, 160 or 200 an item, from 2025-08-29.
    [Theory]
    [InlineData("CN", "2025-05-01", "ad_valorem", true, "0.00")]
    [InlineData("CN", "2025-05-02", "ad_valorem", true, "240.00")]
    [InlineData("CN", "2025-05-02", "specific", true, "100.00")]
    [InlineData("CN", "2025-05-14", "ad_valorem", true, "108.00")]
    [InlineData("TW", "2025-08-28", "specific", true, "0.00")]
    [InlineData("TW", "2025-08-29", "specific", true, "160.00")]
    [InlineData("JP", "2025-08-29", "specific", true, "80.00")]
    [InlineData("CN", "2025-08-29", "specific", true, "200.00")]
    [InlineData("CN", "2025-11-10", "specific", true, "160.00")]
    [InlineData("TW", "2025-09-01", "ad_valorem", true, "40.00")]
    public async Task Postal_goods_pay_by_the_law_of_the_date(string origin, string on, string method, bool claimed, string total)
    {
        var result = await PriceAsync(
            origin, "6109.10.00", "200", on, [], ("transport", "post"), ("postal_method", method), ("de_minimis_claimed", claimed ? "true" : "false"), ("units", "1"));
        Assert.Equal((Outcome.Determined, total), (result.Outcome, result.TotalDuty));
    }

    // De minimis: up to USD 800, ended for China and Hong Kong on 2025-05-02 and for all on 2025-08-29.
    [Theory]
    [InlineData("CN", "2025-05-01", "800", true)]
    [InlineData("CN", "2025-05-02", "800", false)]
    [InlineData("HK", "2025-05-02", "800", false)]
    [InlineData("JP", "2025-08-28", "800", true)]
    [InlineData("JP", "2025-08-28", "800.01", false)]
    [InlineData("JP", "2025-08-29", "800", false)]
    public async Task De_minimis_ends_by_origin_and_date(string origin, string on, string value, bool free)
    {
        var result = await PriceAsync(origin, "6109.10.00", value, on, [], ("transport", "air"), ("de_minimis_claimed", "true"));
        Assert.Equal(free, result.TotalDuty == "0.00");
    }

    [Theory]
    [InlineData("2500", "2.69")]
    [InlineData("2500.01", "33.58")]
    public async Task Informal_entries_pay_a_flat_processing_fee(string value, string fee)
    {
        var result = await PriceAsync("JP", "8457.10.00", value, "2025-10-15", [], ("transport", "air"));
        Assert.Equal(fee, result.Charges.Single(line => line.Measure.Id.StartsWith("measure:us-mpf", StringComparison.Ordinal)).Amount);
    }

    private async Task<DutyResult> PriceAsync(string origin, string hs, string value, string on, string[] scenarios, params (string Name, string Value)[] stated)
    {
        var entry = new Entry { ImporterId = "state:US", OriginId = "state:" + origin, Hs = hs, CustomsValue = value, EntryDate = FactCheck.DayOf(on) };
        foreach (var (name, text) in stated)
            (name is "units" ? entry.Quantities : entry.Facts)[name] = text;
        var request = new CalculateDutyRequest { Entry = entry, Question = new DutyQuestion { ScenarioIds = { scenarios } }, Read = world.Session.Read };
        return (await world.Session.Tariffs.CalculateDutyAsync(request)).Result;
    }
}
