using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Scenarios.Facts;

namespace GeoGraph.Scenarios.Origins;

/// <summary>
/// Rules of origin of the starter data. Thresholds: R20 of the seed facts (62.5% and 75%), and section 2.5 of the law beside them (USMCA cars: 66, 69, 72, 75% on 1 July 2020 to
/// 2023, core parts 75, steel and aluminium 70, labour 40 for cars and 45 for trucks).
/// </summary>
[Collection(World.Collection)]
public class OriginScenarioTests(World world)
{
    [Theory]
    [InlineData("2020-06-30", "origin-rule:nafta-autos", "0.625")]
    [InlineData("2020-07-01", "origin-rule:usmca-autos-2020", "0.66")]
    [InlineData("2021-06-30", "origin-rule:usmca-autos-2020", "0.66")]
    [InlineData("2021-07-01", "origin-rule:usmca-autos-2021", "0.69")]
    [InlineData("2022-07-01", "origin-rule:usmca-autos-2022", "0.72")]
    [InlineData("2023-06-30", "origin-rule:usmca-autos-2022", "0.72")]
    [InlineData("2023-07-01", "origin-rule:usmca-autos", "0.75")]
    [InlineData("2025-09-01", "origin-rule:usmca-autos", "0.75")]
    public async Task The_regional_value_of_cars_rises_by_stages(string on, string rule, string threshold)
    {
        foreach (var (foreign, qualifies) in new[] { (100m * (1m - decimal.Parse(threshold, null)), true), (100m * (1m - decimal.Parse(threshold, null)) + 0.01m, false) })
        {
            var assessment = Assert.Single(await AssessAsync(Car(on, foreign)), one => one.AgreementId.Length > 0);
            Assert.Equal((rule, qualifies), (assessment.RuleId, assessment.Qualifies));
            var value = Assert.Single(assessment.Criteria, criterion => criterion.Requirement.StartsWith("regional value", StringComparison.Ordinal));
            Assert.Equal((threshold, qualifies, qualifies ? "" : "0.01"), (value.Threshold, value.Met, value.ShortByValue));
        }
    }

    [Theory]
    [InlineData("steel", "0.7")]
    [InlineData("aluminum", "0.7")]
    [InlineData("core_parts", "0.75")]
    public async Task Steel_aluminium_and_core_parts_come_from_the_region(string kind, string threshold)
    {
        var bill = Car("2025-09-01", 10m);
        foreach (var material in bill.Materials.Where(material => material.Kind == kind))
            material.OriginId = "state:JP";
        bill.Materials.Add(new Material { Kind = kind, Value = "6", OriginId = "state:CA", Hs = "7208" });
        var assessment = Assert.Single(await AssessAsync(bill), one => one.RuleId == "origin-rule:usmca-autos");
        var broken = Assert.Single(assessment.Criteria, criterion => !criterion.Met);
        Assert.Equal(threshold, broken.Threshold);
        Assert.Contains(kind.Replace('_', ' '), assessment.ToQualify, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trucks_ask_for_more_labour_than_cars()
    {
        var bill = Car("2025-09-01", 10m);
        bill.LabourValue = "40";
        Assert.True(Assert.Single(await AssessAsync(bill), one => one.AgreementId.Length > 0).Qualifies);
        bill.Hs = "8704.31";
        var truck = Assert.Single(await AssessAsync(bill), one => one.AgreementId.Length > 0);
        Assert.Equal(("origin-rule:usmca-light-trucks", false, "raise the labour value by 5.00"), (truck.RuleId, truck.Qualifies, truck.ToQualify));
    }

    [Fact]
    public async Task What_a_source_claims_of_the_wto_is_told_as_of_no_agreement_and_opens_no_preference()
    {
        var bill = new BillOfMaterials { Hs = "8457.10.00", MadeInId = "state:KR", On = FactCheck.DayOf("2025-09-01"), TransactionValue = "100", Materials = { Part("55", "state:CN") } };
        var claimed = Assert.Single(await AssessAsync(bill));
        Assert.Equal(("origin-rule:wto-40-claimed", "", true), (claimed.RuleId, claimed.AgreementId, claimed.Qualifies));
        Assert.Contains(claimed.Caveats, text => text.Contains("opens no preference", StringComparison.Ordinal));
        var korus = Assert.Single(await FindAsync("state:KR", "8457.10.00", bill), option => option.Facts.TryGetValue("special_program", out var program) && program == "KR");
        Assert.Equal(PreferenceStanding.Unproven, korus.Standing);
        Assert.Contains("no rule of origin", korus.Reason, StringComparison.Ordinal);
    }

    // 9903.02.01: 40% in lieu of the country rate where customs finds transshipment (section 2.4, rule 11 of the law).
    [Fact]
    public async Task A_good_with_foreign_inputs_is_warned_of_what_a_finding_of_transshipment_brings()
    {
        var bill = new BillOfMaterials { Hs = "8457.10.00", MadeInId = "state:VN", On = FactCheck.DayOf("2025-09-01"), TransactionValue = "100", Materials = { Part("55", "state:CN") } };
        Assert.Contains(Assert.Single(await AssessAsync(bill)).Caveats, text => text.Contains("transshipment 40% in lieu", StringComparison.Ordinal) && text.EndsWith("applies (40%)", StringComparison.Ordinal));
        bill.Materials[0].OriginId = "state:VN";
        Assert.DoesNotContain(Assert.Single(await AssessAsync(bill)).Caveats, text => text.Contains("transshipment", StringComparison.Ordinal));
    }

    // A Mexican car of USD 30,000 on 2025-09-01: ordinary duty 2.5%, 25% on cars by section 232 (fully, or on the non-US content), fee 0.3464% within 32.71 and 634.62.
    [Theory]
    [InlineData(25, PreferenceStanding.Lawful)]
    [InlineData(26, PreferenceStanding.Refused)]
    public async Task A_mexican_car_may_claim_usmca_where_its_bill_qualifies(int foreign, PreferenceStanding standing)
    {
        var bill = Car("2025-09-01", foreign);
        var options = await FindAsync("state:MX", "8703.23.01", bill);
        var claim = Assert.Single(options, option => option.Facts.ContainsKey("usmca_originating"));
        Assert.Equal((standing, "origin-rule:usmca-autos"), (claim.Standing, claim.Assessment.RuleId));
        Assert.Equal("0.00", claim.Result.TotalCharges);
        var none = Assert.Single(options, option => option.Facts.Count == 0);
        Assert.Equal("103.92", none.Result.TotalCharges);
        Assert.Equal(none == options[0], standing != PreferenceStanding.Lawful);
        Assert.True(decimal.Parse(claim.Saving, null) >= 750.00m + 103.92m);
    }

    [Fact]
    public async Task Origins_of_a_machine_tool_are_compared_by_what_the_law_asked_in_september_2025()
    {
        var request = new CompareOriginsRequest { Entry = Entry("state:TW", "8457.10.00"), OriginIds = { "state:TW", "state:JP", "state:CN", "state:GB" }, Read = world.Session.Read };
        request.Entry.Facts["content_value.steel"] = "0";
        request.Entry.Facts["content_value.aluminum"] = "0";
        request.Entry.Facts["content_value.copper"] = "0";
        request.Entry.CustomsValue = "1000000";
        var answered = (await world.Session.Tariffs.CompareOriginsAsync(request)).Origins;
        // Column 1 4.2% with: United Kingdom 10%, Japan 15% inclusive, Taiwan 20%; China 10% with fentanyl 20% and section 301 25%.
        Assert.Equal(["state:GB 142000.00", "state:JP 150000.00", "state:TW 242000.00", "state:CN 592000.00"], answered.Select(one => $"{one.OriginId} {one.Result.TotalDuty}"));
        Assert.Equal(["-100000.00", "-92000.00", "0.00", "350000.00"], answered.Select(one => one.Difference));
        request.OriginIds.Clear();
        var all = (await world.Session.Tariffs.CompareOriginsAsync(request)).Origins;
        Assert.InRange(all.Count, 60, 300);
        Assert.Equal(all.Where(one => one.Result?.TotalDuty.Length > 0).Select(one => decimal.Parse(one.Result.TotalDuty, null)).Order(), all.Where(one => one.Result?.TotalDuty.Length > 0).Select(one => decimal.Parse(one.Result.TotalDuty, null)));
    }

    // A car that satisfies all but what a test changes: net cost 100, foreign parts of a value, steel, aluminium and core parts of the region.
    private static BillOfMaterials Car(string on, decimal foreign) => new()
    {
        Hs = "8703.23.01",
        MadeInId = "state:MX",
        On = FactCheck.DayOf(on),
        NetCost = "100",
        LabourValue = "45",
        Materials =
        {
            Part(foreign.ToString(System.Globalization.CultureInfo.InvariantCulture), "state:JP"),
            new Material { Kind = "steel", Value = "5", OriginId = "state:US", Hs = "7208" },
            new Material { Kind = "aluminum", Value = "5", OriginId = "state:CA", Hs = "7606" },
            new Material { Kind = "core_parts", Value = "5", OriginId = "state:MX", Hs = "8407" },
        },
    };

    private static Material Part(string value, string origin) => new() { Value = value, OriginId = origin, Hs = "8708.99" };

    private static Entry Entry(string origin, string hs) =>
        new() { ImporterId = "state:US", OriginId = origin, Hs = hs, CustomsValue = "30000", EntryDate = FactCheck.DayOf("2025-09-01") };

    private async Task<IReadOnlyList<OriginAssessment>> AssessAsync(BillOfMaterials bill) =>
        (await world.Session.Tariffs.AssessOriginAsync(new AssessOriginRequest { Bill = bill, Read = world.Session.Read })).Assessments;

    private async Task<IReadOnlyList<PreferenceOption>> FindAsync(string origin, string hs, BillOfMaterials bill) =>
        (await world.Session.Tariffs.FindPreferenceAsync(new FindPreferenceRequest { Entry = Entry(origin, hs), Bill = bill, Read = world.Session.Read })).Options;
}
