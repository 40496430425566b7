using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class TwoOriginEvaluatorsTests
{
    [Fact]
    public void Agree_on_twenty_thousand_random_bills()
    {
        var (qualified, bills) = (0, new RandomBills(new Random(20200701)));
        var table = new MembershipTable(bills.Memberships);
        for (var i = 0; i < 20_000; i++)
        {
            var (rule, bill) = (bills.Rule(), bills.Bill());
            if (rule.AllOf.Count + rule.AnyOf.Count == 0)
                continue;
            // A wholly obtained good names no material of any kind, which leaves such a requirement open.
            if (bill.WhollyObtained && rule.AllOf.Concat(rule.AnyOf.SelectMany(way => way)).Any(criterion => criterion.Kind == OriginCriterionKind.Material))
                continue;
            var expected = LiteralOrigin.Qualifies(rule, bill, bills.Memberships);
            var assessment = OriginAssessor.Assess(rule, bill, table);
            Assert.True(expected == (assessment.Qualifies == Truth.True) && assessment.Qualifies != Truth.Unknown, $"{i}: {expected}, {assessment.Qualifies}: {rule} {bill}");
            Assert.Equal(expected, assessment.ToQualify.Length == 0);
            qualified += expected ? 1 : 0;
        }
        Assert.InRange(qualified, 2_000, 18_000);
    }

    [Fact]
    public void What_a_value_is_short_by_just_suffices()
    {
        var bills = new RandomBills(new Random(7));
        var tried = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var bill = bills.Bill();
            var rule = Bills.Rule(Bills.Value(0.6m, i % 2 == 0 ? OriginFormula.NetCost : OriginFormula.BuildUp));
            if (Short(rule, bill) is not { } amount)
                continue;
            tried++;
            Assert.Null(Short(rule, Closer(bill, rule, amount)));
            Assert.NotNull(Short(rule, Closer(bill, rule, amount - 0.01m)));
        }
        Assert.InRange(tried, 1_000, 5_000);
    }

    private static decimal? Short(OriginRule rule, OriginBill bill) => OriginAssessor.Assess(rule, bill, Bills.NoBlocs).Criteria[0].ShortByValue;

    // Takes the amount off foreign inputs, or adds it to the region's; the good's own values stay.
    private static OriginBill Closer(OriginBill bill, OriginRule rule, decimal amount)
    {
        if (rule.AllOf[0].Formula == OriginFormula.BuildUp)
            return bill with { Materials = [.. bill.Materials, Bills.Material(amount) with { Origin = bill.MadeIn }] };
        var left = amount;
        return bill with
        {
            Materials = [.. bill.Materials.Select(material =>
            {
                var taken = material.Origin == bill.MadeIn ? 0m : Math.Min(left, material.Value);
                left -= taken;
                return material with { Value = material.Value - taken, RegionalValue = 0m };
            })],
        };
    }
}
