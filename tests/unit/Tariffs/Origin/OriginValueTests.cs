using GeoGraph.Core;
using GeoGraph.Tariffs;
using static GeoGraph.UnitTests.Tariffs.Bills;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Regional value, labour value and named materials.</summary>
public sealed class OriginValueTests
{
    // The row "RVC" of the worked duty algebra: at least 45% of FOB 100.
    [Theory]
    [InlineData(52, 0, "0.48", true, null, "")]
    [InlineData(56, 0, "0.44", false, "12.00", "reduce non-originating value by 1.00")]
    [InlineData(46, 10, "0.54", true, null, "")]
    public void Regional_value_of_45_percent_of_fob(int foreign, int cumulated, string share, bool qualifies, string? most, string change)
    {
        var rule = Rule(Value(0.45m)) with { CumulationIds = [EntityId.Parse("state:KR")] };
        var assessment = Assess(rule, Material(foreign), Material(cumulated, "KR", name: "spindle"));
        var result = Assert.Single(assessment.Criteria);
        Assert.Equal(qualifies ? Truth.True : Truth.False, assessment.Qualifies);
        Assert.Equal(share, DecimalText.Print(result.Value!.Value));
        Assert.Equal(change, assessment.ToQualify);
        Assert.Equal(cumulated > 0 ? ["spindle"] : [], assessment.Cumulated);
        Assert.Equal(most is null, result.ShortByValue is null);
        Assert.Equal("regional value content of at least 45% of FOB", result.Requirement);
        Assert.Equal($"(100 − {foreign}) ÷ 100 = {100 - foreign}%", result.Calculation);
    }

    // Shares worked by hand on transaction value 200, FOB 160, ex-works 125, net cost 80; foreign 50 of which 20 of heading 8483, regional 30.
    [Theory]
    [InlineData("BuildDown", "0.75")]
    [InlineData("BuildUp", "0.15")]
    [InlineData("NetCost", "0.375")]
    [InlineData("Fob", "0.6875")]
    [InlineData("FobBuildUp", "0.1875")]
    [InlineData("ExWorks", "0.6")]
    [InlineData("FocusedValue", "0.9")]
    public void Each_formula_divides_its_own_values(string name, string share)
    {
        var formula = Enum.Parse<OriginFormula>(name);
        var threshold = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture);
        var criterion = Value(threshold, formula) with { Counted = formula == OriginFormula.FocusedValue ? Spans("8483") : [] };
        var bill = Bill(Material(20), Material(30, code: "8501.10"), Material(30, "TW")) with { TransactionValue = 200m, FobValue = 160m, ExWorksPrice = 125m, NetCost = 80m };
        var met = OriginAssessor.Assess(Rule(criterion), bill, NoBlocs);
        Assert.Equal(share, DecimalText.Print(met.Criteria[0].Value!.Value));
        Assert.Equal(Truth.True, met.Qualifies);
        var above = OriginAssessor.Assess(Rule(criterion with { Threshold = threshold + 0.0001m }), bill, NoBlocs);
        Assert.Equal(Truth.False, above.Qualifies);
    }

    [Theory]
    [InlineData(null, "False")]
    [InlineData(0, "True")]
    [InlineData(1, "False")]
    [InlineData(2, "False")]
    public void A_percentage_is_rounded_only_where_the_rule_says_so(int? places, string met)
    {
        // 100 less 55.5 foreign is 44.5%: 45% in whole percent, half away from zero.
        var criterion = Value(0.45m) with { RoundPercentPlaces = places };
        Assert.Equal(met, Assess(Rule(criterion), Material(55.5m)).Qualifies.ToString());
        Assert.Equal("False", Assess(Rule(criterion), Material(55.51m)).Qualifies.ToString());
    }

    [Fact]
    public void A_value_that_is_not_stated_leaves_the_requirement_open_and_is_named()
    {
        var assessment = OriginAssessor.Assess(Rule(Value(0.45m, OriginFormula.NetCost)), Bill(Material(10)) with { NetCost = null }, NoBlocs);
        Assert.Equal(Truth.Unknown, assessment.Qualifies);
        Assert.Equal(["net_cost"], assessment.Criteria[0].Missing);
        Assert.Equal("state net_cost", assessment.ToQualify);
    }

    [Fact]
    public void An_input_of_unknown_origin_is_foreign() => Assert.Equal(Truth.False, Assess(Rule(Value(0.45m)), Material(56, null)).Qualifies);

    [Fact]
    public void Inputs_of_a_bloc_count_while_their_state_is_a_member()
    {
        var blocs = new MembershipTable([new BlocMembership(EntityId.Parse("state:KR"), EntityId.Parse("bloc:club"), World.From("2020-01-01", "2025-09-01"))]);
        var rule = Rule(Value(0.45m)) with { CumulationIds = [EntityId.Parse("bloc:club")] };
        var bill = Bill(Material(56, "KR"));
        Assert.Equal(Truth.False, OriginAssessor.Assess(rule, bill, blocs).Qualifies);
        Assert.Equal(Truth.True, OriginAssessor.Assess(rule, bill with { On = World.Day("2025-08-31") }, blocs).Qualifies);
    }

    [Fact]
    public void Value_added_in_the_region_counts_in_foreign_inputs_by_full_cumulation_alone()
    {
        var rule = Rule(Value(0.45m));
        var material = Material(56) with { RegionalValue = 1m };
        Assert.Equal(Truth.False, Assess(rule, material).Qualifies);
        var full = Assess(rule with { FullCumulation = true }, material);
        Assert.Equal(Truth.True, full.Qualifies);
        Assert.Equal(["8483.40"], full.Cumulated);
    }

    [Fact]
    public void A_good_made_outside_the_region_does_not_qualify_whatever_it_is_made_of()
    {
        var rule = Rule(Value(0.45m)) with { RegionIds = [EntityId.Parse("state:US"), EntityId.Parse("state:MX")] };
        var assessment = Assess(rule, Material(10, "US"));
        Assert.Equal(Truth.False, assessment.Qualifies);
        Assert.Equal("make the good in one of state:US, state:MX", assessment.ToQualify);
        Assert.Equal(Truth.True, OriginAssessor.Assess(rule, Bill(Material(60, "US")) with { MadeIn = EntityId.Parse("state:MX") }, NoBlocs).Qualifies);
    }

    [Fact]
    public void Named_materials_are_weighed_among_themselves()
    {
        var steel = new OriginCriterion { Kind = OriginCriterionKind.Material, Material = "steel", Threshold = 0.7m };
        var refused = Assess(Rule(steel), Material(6, "TW", kind: "steel"), Material(4, name: "bar", kind: "Steel"), Material(50, kind: "aluminum"));
        Assert.Equal(Truth.False, refused.Qualifies);
        Assert.Equal("replace foreign steel worth 1.00 by the region's", refused.ToQualify);
        Assert.Equal(["bar"], refused.Criteria[0].Failing);
        Assert.Equal(Truth.True, Assess(Rule(steel), Material(7, "TW", kind: "steel"), Material(3, kind: "steel")).Qualifies);
        Assert.Equal(Truth.Unknown, Assess(Rule(steel), Material(7, "TW")).Qualifies);
    }

    [Fact]
    public void Labour_value_is_a_share_of_net_cost_unless_the_rule_says_otherwise()
    {
        var labour = new OriginCriterion { Kind = OriginCriterionKind.LabourValue, Threshold = 0.4m, Formula = OriginFormula.NetCost };
        var bill = Bill(Material(10)) with { LabourValue = 38.5m };
        var refused = OriginAssessor.Assess(Rule(labour), bill, NoBlocs);
        Assert.Equal("raise the labour value by 1.50", refused.ToQualify);
        Assert.Equal("38.5 ÷ 100 = 38.5%", refused.Criteria[0].Calculation);
        Assert.Equal(Truth.True, OriginAssessor.Assess(Rule(labour), bill with { LabourValue = 40m }, NoBlocs).Qualifies);
        Assert.Equal(["labour_value"], OriginAssessor.Assess(Rule(labour), bill with { LabourValue = null }, NoBlocs).Criteria[0].Missing);
    }
}
