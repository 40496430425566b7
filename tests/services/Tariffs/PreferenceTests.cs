using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>Preferences to claim and origins to compare, over gRPC.</summary>
public sealed class PreferenceTests : OriginsTest
{
    private static Measure Fee
    {
        get
        {
            var fee = Measure("measure:fee", MeasureType.Fee, "1%");
            fee.Authority = "us-fees";
            fee.Conditions.Add(Where("special_program", "KR", WhenAbsent.Holds, FactOperator.NotEquals));
            return fee;
        }
    }

    private async Task<string> LawAsync(params OriginRule[] rules)
    {
        var token = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), Fee, Preference("measure:kr", "state:KR", "KR", "agreement:korus"));
        return rules.Length == 0 ? token : await WriteAsync(rules);
    }

    [Theory]
    [InlineData("55", PreferenceStanding.Lawful, "measure:kr")]
    [InlineData("56", PreferenceStanding.Refused, "")]
    public async Task The_cheapest_lawful_way_comes_first(string foreign, PreferenceStanding standing, string first)
    {
        var token = await LawAsync(Rule("origin-rule:kr", "agreement:korus", Fob("0.45")));
        var bill = new BillOfMaterials { FobValue = "100", Materials = { Part(foreign, "state:CN") } };
        var options = await FindAsync(Entry(On, "state:KR"), bill, token);
        Assert.Equal(first, options[0].Measure?.Id ?? "");
        var claim = Assert.Single(options, option => option.Measure is not null);
        Assert.Equal((standing, "50.00"), (claim.Standing, claim.Saving));
        Assert.Equal("KR", claim.Facts["special_program"]);
        Assert.Equal(standing == PreferenceStanding.Lawful, claim.Assessment.Qualifies);
        Assert.Equal(("0.00", "0.00"), (claim.Result.TotalDuty, claim.Result.TotalCharges));
        var none = Assert.Single(options, option => option.Measure is null);
        Assert.Equal(("40.00", "10.00", "0.00"), (none.Result.TotalDuty, none.Result.TotalCharges, none.Saving));
        var replayed = Entry(On, "state:KR");
        replayed.Facts.Add(claim.Facts);
        Assert.Equal(claim.Result, await PriceAsync(replayed, token));
    }

    [Fact]
    public async Task Without_a_rule_in_the_data_a_preference_is_unproven_and_a_rule_written_later_proves_it()
    {
        var option = Assert.Single(await FindAsync(Entry(On, "state:KR"), null, await LawAsync()), one => one.Measure is not null);
        Assert.Equal(PreferenceStanding.Unproven, option.Standing);
        Assert.Equal("no rule of origin of agreement:korus for 8457.10.00 on 2025-09-01 is in the data", option.Reason);
        var token = await WriteAsync(Rule("origin-rule:kr", "agreement:korus", Fob("0.45")));
        var bill = new BillOfMaterials { FobValue = "100", Materials = { Part("10", "state:CN") } };
        Assert.Equal(PreferenceStanding.Lawful, (await FindAsync(Entry(On, "state:KR"), bill, token))[0].Standing);
    }

    [Fact]
    public async Task A_bill_is_of_the_goods_place_and_date_of_the_entry()
    {
        var read = new ReadOptions { AtLeast = await LawAsync() };
        var bill = new BillOfMaterials { Hs = "8703.23", MadeInId = "state:JP", On = Day(2024, 1, 1), FobValue = "9", Materials = { Part("10", "state:CN") } };
        var refused = await Tariffs.FindPreferenceAsync(new FindPreferenceRequest { Entry = Entry(On, "state:KR"), Bill = bill, Read = read }).RefusedAsync();
        Assert.Equal(["bill.hs", "bill.made_in_id", "bill.on", "bill.fob_value"], refused.Fields());
        var entry = Entry(On, "state:KR");
        entry.CustomsValue = "0";
        Assert.Equal(["entry.customs_value"], (await Tariffs.FindPreferenceAsync(new FindPreferenceRequest { Entry = entry, Read = read }).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task Origins_are_compared_the_cheapest_first_and_one_that_cannot_be_said_does_not_stop_the_others()
    {
        var china = Measure("measure:china", MeasureType.AdditionalDuty, "20%");
        china.Origins = new OriginScope { IncludeIds = { "state:CN", "state:HK" } };
        var column = Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%");
        column.Origins = new OriginScope { ExcludeIds = { "state:CU" } };
        var token = await WriteAsync(column, china);
        var read = new ReadOptions { AtLeast = token };
        var all = await Tariffs.CompareOriginsAsync(new CompareOriginsRequest { Entry = Entry(On, "state:TW"), Read = read });
        Assert.Equal(["state:TW", "state:CN", "state:HK", "state:CU"], all.Origins.Select(origin => origin.OriginId));
        Assert.Equal(["0.00", "200.00", "200.00", ""], all.Origins.Select(origin => origin.Difference));
        Assert.Contains("no ordinary duty", all.Origins[3].Problem, StringComparison.Ordinal);
        var named = await Tariffs.CompareOriginsAsync(new CompareOriginsRequest { Entry = Entry(On, "state:CN"), OriginIds = { "state:TW", "state:TW", "state:HK" }, Read = read });
        Assert.Equal(["state:TW -200.00", "state:HK 0.00"], named.Origins.Select(origin => $"{origin.OriginId} {origin.Difference}"));
        Assert.Equal("e", named.Origins[0].Result.EntryId);
    }

    [Fact]
    public async Task A_comparison_for_an_importer_without_data_is_refused_and_so_are_too_many_origins()
    {
        var read = new ReadOptions { AtLeast = await LawAsync() };
        var entry = Entry(On, "state:KR");
        entry.ImporterId = "state:IN";
        Assert.Equal("DATA_MISSING", (await Tariffs.CompareOriginsAsync(new CompareOriginsRequest { Entry = entry, Read = read }).RefusedAsync()).Reason());
        var many = new CompareOriginsRequest { Entry = Entry(On), OriginIds = { Enumerable.Repeat("state:KR", 301) } };
        Assert.Equal("LIMIT_EXCEEDED", (await Tariffs.CompareOriginsAsync(many).RefusedAsync()).Reason());
        var wrong = new CompareOriginsRequest { Entry = Entry(On, "firm:x"), OriginIds = { "KR" } };
        wrong.Entry.CustomsValue = "-1";
        Assert.Equal(["origin_ids[0]", "entry.origin_id", "entry.customs_value"], (await Tariffs.CompareOriginsAsync(wrong).RefusedAsync()).Fields());
    }
}
