using GeoGraph.Core;
using GeoGraph.Tariffs;
using static GeoGraph.UnitTests.Tariffs.Bills;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Change of tariff classification, wholly obtained goods, and ways to qualify. The good is of 8457.10.</summary>
public sealed class OriginShiftTests
{
    [Theory]
    [InlineData(2, "8483.40", "False")] // same chapter
    [InlineData(2, "7318.15", "True")]
    [InlineData(4, "8457.20", "False")] // same heading
    [InlineData(4, "8483.40", "True")]
    [InlineData(6, "8457.10", "False")] // same subheading
    [InlineData(6, "8457.20", "True")]
    [InlineData(6, "8457", "Unknown")] // too short to tell
    [InlineData(4, "84", "Unknown")]
    [InlineData(4, "73", "True")]
    [InlineData(4, "", "Unknown")]
    public void A_foreign_input_comes_from_another_code(int digits, string code, string met) =>
        Assert.Equal(met, Assess(Rule(Shift(digits)), Material(10, code: code), Material(10, "TW", "8457.10")).Qualifies.ToString());

    [Theory]
    [InlineData("8457", null, "8457.20", "False")] // from any other subheading, except from heading 8457
    [InlineData("8457", null, "8458.11", "True")]
    [InlineData("8456-8459", null, "8458.11", "False")] // a range
    [InlineData("8458.11", null, "8458", "Unknown")] // too short for the exception
    [InlineData(null, "8457.10", "8457.10", "True")] // whether or not there is a change from it
    [InlineData(null, "8457.10.00.10", "8457.10", "Unknown")]
    [InlineData("8457.10", "8457.10", "8457.10", "False")] // an exception wins
    public void Exceptions_and_allowed_codes_of_a_shift(string? except, string? allowed, string code, string met) =>
        Assert.Equal(met, Assess(Rule(Shift(6, except, allowed)), Material(10, code: code)).Qualifies.ToString());

    [Fact]
    public void The_least_change_names_heading_and_materials()
    {
        var refused = Assess(Rule(Shift(4, "8483")), Material(7, name: "gearbox"), Material(5, name: "shaft", code: "8483.10"), Material(9, code: "8501.10"));
        Assert.Equal("replace materials of heading 8483 (gearbox and shaft) by the region's", refused.ToQualify);
        Assert.Equal(["gearbox", "shaft"], refused.Criteria[0].Failing);
        Assert.Equal(12m, refused.Criteria[0].ShortByValue);
        Assert.Equal("every foreign input comes from another heading, except from 8483", refused.Criteria[0].Requirement);
    }

    [Theory]
    [InlineData(10, "True", "0.1", "")] // 10% of 100 exactly
    [InlineData(12, "False", null, "replace at least 2.00 of materials of heading 8457 (8457.90) by the region's")]
    public void A_tolerance_forgives_inputs_that_do_not_shift(int value, string met, string? used, string change)
    {
        var assessment = Assess(Rule(Shift(4)) with { Tolerance = 0.1m }, Material(value, code: "8457.90"), Material(40));
        Assert.Equal(met, assessment.Qualifies.ToString());
        Assert.Equal(used, assessment.ToleranceUsed is { } share ? DecimalText.Print(share) : null);
        Assert.Equal(change, assessment.ToQualify);
    }

    [Fact]
    public void A_tolerance_is_a_share_of_what_the_rule_says()
    {
        var rule = Rule(Shift(4)) with { Tolerance = 0.1m, ToleranceBase = OriginValue.NetCost };
        var bill = Bill(Material(9, code: "8457.90"), Material(40)) with { NetCost = 80m };
        Assert.Equal(Truth.False, OriginAssessor.Assess(rule, bill, NoBlocs).Qualifies);
        Assert.Equal(["net_cost"], OriginAssessor.Assess(rule, bill with { NetCost = null }, NoBlocs).Criteria[0].Missing);
    }

    [Fact]
    public void Inputs_of_unclear_code_within_the_tolerance_leave_nothing_open()
    {
        var rule = Rule(Shift(4)) with { Tolerance = 0.1m };
        Assert.Equal(Truth.True, Assess(rule, Material(10, code: "")).Qualifies);
        Assert.Equal(["materials[0].hs"], Assess(rule, Material(11, code: "")).Criteria[0].Missing);
    }

    [Fact]
    public void Wholly_obtained_goods_have_nothing_but_such_inputs_of_the_region()
    {
        var rule = Rule(new OriginCriterion { Kind = OriginCriterionKind.WhollyObtained });
        var own = Material(10, "TW") with { WhollyObtained = true };
        Assert.Equal(Truth.True, Assess(rule, own).Qualifies);
        Assert.Equal(Truth.True, OriginAssessor.Assess(rule, Bill() with { WhollyObtained = true }, NoBlocs).Qualifies);
        var refused = Assess(rule, own, Material(5, "TW", name: "feed"), Material(1, name: "salt") with { WhollyObtained = true });
        Assert.Equal("replace feed and salt by inputs wholly obtained in the region", refused.ToQualify);
    }

    [Fact]
    public void One_of_several_ways_suffices_and_the_nearest_is_told()
    {
        var rule = Rule() with { AnyOf = [[Shift(4)], [Value(0.45m)]] };
        Assert.Equal(Truth.True, Assess(rule, Material(56)).Qualifies);
        Assert.Equal(Truth.True, Assess(rule, Material(20, code: "8457.90")).Qualifies);
        var refused = Assess(rule, Material(50), Material(6, code: "8457.90", name: "table"));
        Assert.Equal([1, 2], refused.Criteria.Select(result => result.Alternative));
        Assert.Equal("reduce non-originating value by 1.00", refused.ToQualify);
        var other = Assess(rule, Material(60), Material(2, code: "8457.90", name: "table"));
        Assert.Equal("replace materials of heading 8457 (table) by the region's", other.ToQualify);
    }

    [Fact]
    public void What_every_way_asks_for_is_asked_beside_them()
    {
        var rule = Rule(Value(0.9m)) with { AnyOf = [[Shift(4)], [Value(0.45m)]] };
        Assert.Equal("reduce non-originating value by 10.00", Assess(rule, Material(20)).ToQualify);
    }
}
