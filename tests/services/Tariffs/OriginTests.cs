using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>Bills of materials by rules of origin, over gRPC.</summary>
public sealed class OriginTests : OriginsTest
{
    // The row "RVC" of the worked duty algebra.
    [Fact]
    public async Task Regional_value_of_45_percent_of_fob_qualifies_refuses_and_cumulates()
    {
        var rule = Rule("origin-rule:x", "agreement:x", Fob("0.45"));
        rule.CumulationIds.Add("state:KR");
        var token = await WriteAsync(rule);
        var qualified = Assert.Single(await AssessAsync(Bill("state:TW", Part("52", "state:CN")), token));
        Assert.True(qualified.Qualifies);
        Assert.Equal(("0.48", "0.45", "0", ""), Shares(qualified));
        var refused = Assert.Single(await AssessAsync(Bill("state:TW", Part("56", "state:CN")), token));
        Assert.False(refused.Qualifies || refused.Undecided);
        Assert.Equal(("0.44", "0.45", "1", "1.00"), Shares(refused));
        Assert.Equal("reduce non-originating value by 1.00", refused.ToQualify);
        Assert.Equal("(100 − 56) ÷ 100 = 44%", refused.Criteria[0].Calculation);
        var cumulated = Assert.Single(await AssessAsync(Bill("state:TW", Part("46", "state:CN"), Part("10", "state:KR", name: "spindle")), token));
        Assert.True(cumulated.Qualifies);
        Assert.Equal("0.54", cumulated.Criteria[0].Value);
        Assert.Equal(["spindle"], cumulated.Cumulated);
        Assert.Equal(["Act 1"], cumulated.Sources);
    }

    [Fact]
    public async Task A_rule_goes_round_with_all_its_fields()
    {
        var rule = Rule("origin-rule:x", "agreement:x");
        rule.AnyOf.Add(new OriginAlternative { AllOf = { new OriginCriterion { Kind = OriginCriterionKind.TariffShift, ShiftDigits = 6, Except = { "8457" }, Allowed = { "8458.11-8458.19" } } } });
        rule.AnyOf.Add(new OriginAlternative
        {
            AllOf = { new OriginCriterion { Kind = OriginCriterionKind.RegionalValue, Threshold = "0.6", Formula = "focused-value", Counted = { "8483" }, RoundPercentPlaces = 0 } },
        });
        (rule.Tolerance, rule.ToleranceBase, rule.FullCumulation) = ("0.1", "ex-works", true);
        rule.RegionIds.Add("bloc:club");
        rule.CumulationIds.Add("state:KR");
        rule.Programs.Add("X");
        await WriteAsync(rule);
        Assert.Equal(rule, (await Agreements.GetRecordAsync(new GetRecordRequest { Id = rule.Id })).Record.OriginRule);
    }

    [Fact]
    public async Task What_a_rule_may_not_be_is_refused_whole()
    {
        var rule = Rule("origin-rule:x", "agreement:x", new OriginCriterion { Kind = OriginCriterionKind.RegionalValue, Formula = "guess", Except = { "8457" }, RoundPercentPlaces = 9 });
        rule.AnyOf.Add(new OriginAlternative());
        rule.ToleranceBase = "weight";
        var refused = await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { new RecordChange { Record = new Record { OriginRule = rule } } } }).RefusedAsync();
        Assert.Equal(
            ["all_of[0].threshold", "all_of[0].except", "all_of[0].round_percent_places", "all_of[0].formula", "any_of[0].all_of", "tolerance_base"],
            refused.Fields().Select(field => field["changes[0].record.origin_rule.".Length..]));
    }

    [Fact]
    public async Task Stages_and_members_of_blocs_go_by_the_bills_date()
    {
        var (first, second) = (Rule("origin-rule:first", "agreement:x", Fob("0.40")), Rule("origin-rule:second", "agreement:x", Fob("0.45")));
        (first.Valid, second.Valid) = (new Period { To = On }, new Period { From = On });
        first.CumulationIds.Add("bloc:club");
        await WriteAsync(first, second);
        var joined = await JoinAsync("state:KR", "bloc:club", Day(2025, 8, 1));
        var bill = Bill("state:TW", Part("56", "state:CN"), Part("10", "state:KR"));
        Assert.Equal("origin-rule:second", Assert.Single(await AssessAsync(bill, joined)).RuleId);
        bill.On = Day(2025, 8, 31);
        Assert.True(Assert.Single(await AssessAsync(bill, joined), one => one.RuleId == "origin-rule:first").Qualifies);
        bill.On = Day(2025, 7, 31);
        Assert.False(Assert.Single(await AssessAsync(bill, joined)).Qualifies);
    }

    [Fact]
    public async Task A_rule_of_no_agreement_says_that_it_opens_nothing_and_no_rule_at_all_is_missing_data()
    {
        var token = await WriteAsync(Rule("origin-rule:claimed", "", Fob("0.40")));
        var claimed = Assert.Single(await AssessAsync(Bill("state:TW", Part("10", "state:CN")), token));
        Assert.Contains("the rule is claimed of no particular agreement, so it opens no preference by itself", claimed.Caveats);
        var request = new AssessOriginRequest { Bill = Bill("state:TW", Part("10", "state:CN")), AgreementIds = { "agreement:x" } };
        var refused = await Tariffs.AssessOriginAsync(request).RefusedAsync();
        Assert.Equal("DATA_MISSING", refused.Reason());
        Assert.Contains("agreement:x covers 8457.10.00 on 2025-09-01", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_violation_of_a_bill_is_told_at_once()
    {
        var read = new ReadOptions { AtLeast = await WriteAsync(Rule("origin-rule:x", "agreement:x", Fob("0.45"))) };
        var bill = new BillOfMaterials { Hs = "84", FobValue = "10", NetCost = "0", Materials = { Part("-1", "KR"), Part("", "state:CN"), Part("12", "state:CN", "84.8") } };
        var refused = await Tariffs.AssessOriginAsync(new AssessOriginRequest { Bill = bill, Read = read }).RefusedAsync();
        Assert.Equal(
            ["bill.made_in_id", "bill.on", "bill.materials[0].origin_id", "bill.materials[1].value", "bill.hs", "bill.materials[0].value", "bill.materials[2].hs", "bill.fob_value", "bill.net_cost"],
            refused.Fields());
        var large = Bill("state:TW", [.. Enumerable.Repeat(Part("0", "state:CN"), 5001)]);
        Assert.Equal("LIMIT_EXCEEDED", (await Tariffs.AssessOriginAsync(new AssessOriginRequest { Bill = large }).RefusedAsync()).Reason());
        Assert.Equal(["bill"], (await Tariffs.AssessOriginAsync(new AssessOriginRequest { Read = read }).RefusedAsync()).Fields().Take(1));
    }

    [Fact]
    public async Task A_finding_of_transshipment_takes_the_place_of_the_country_rate_and_assessments_warn_of_it()
    {
        var country = Measure("measure:country", MeasureType.AdditionalDuty, "20%");
        country.Precedence = 1;
        var found = Measure("measure:transshipment", MeasureType.AdditionalDuty, "40%");
        found.Precedence = 2;
        found.Conditions.Add(Where("transshipment_found", "true"));
        await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), country, found);
        var token = await WriteAsync(Rule("origin-rule:x", "agreement:x", Fob("0.45")));
        var entry = Entry(On, "state:VN");
        Assert.Equal(["40.00", "200.00"], (await PriceAsync(entry, token)).Lines.Select(line => line.Amount));
        entry.Facts["transshipment_found"] = "true";
        var result = await PriceAsync(entry, token);
        Assert.Equal(["40.00", "400.00"], result.Lines.Select(line => line.Amount));
        Assert.Contains(result.NotApplied, one => one.Measure.Id == "measure:country" && one.Kind == NotAppliedKind.Precedence);
        var assessment = Assert.Single(await AssessAsync(Bill("state:VN", Part("52", "state:CN"), Part("3", "state:KR")), token));
        Assert.True(assessment.Qualifies);
        Assert.Contains(assessment.Caveats, text => text.Contains("non-preferential", StringComparison.Ordinal) && text.Contains("state:CN 52, state:KR 3", StringComparison.Ordinal));
        Assert.Contains(assessment.Caveats, text => text.Contains("measure:transshipment applies (40%)", StringComparison.Ordinal));
        Assert.Empty(Assert.Single(await AssessAsync(Bill("state:VN", Part("52", "state:VN")), token)).Caveats);
    }

    private static (string Value, string Threshold, string Points, string Amount) Shares(OriginAssessment assessment)
    {
        var result = Assert.Single(assessment.Criteria);
        return (result.Value, result.Threshold, result.ShortByPoints, result.ShortByValue);
    }
}
