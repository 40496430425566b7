using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class OriginPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(new Replay(new Rnd(20230701UL, 3UL), null!));
    private static readonly RandomBills Shape = new(new Random(0));
    private static readonly MembershipTable Blocs = new(Shape.Memberships);

    [Fact]
    public void The_order_of_materials_does_not_matter() => Holds((rule, bill, seed) =>
    {
        var shuffled = bill.Materials.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Same(rule, bill, bill with { Materials = shuffled });
    });

    [Fact]
    public void Splitting_a_material_in_two_does_not_matter() => Holds((rule, bill, seed) =>
    {
        if (bill.Materials.Count == 0)
            return true;
        var at = seed % bill.Materials.Count;
        var whole = bill.Materials[at];
        var part = whole with { Value = whole.Value / 4m, RegionalValue = whole.RegionalValue / 4m };
        var rest = whole with { Value = whole.Value - part.Value, RegionalValue = whole.RegionalValue - part.RegionalValue };
        return Same(rule, bill, bill with { Materials = [.. bill.Materials.Where((_, i) => i != at), part, rest] });
    });

    [Fact]
    public void Scaling_all_values_does_not_matter() => Holds((rule, bill, seed) =>
    {
        var by = 1m + (seed % 97);
        var scaled = bill with
        {
            Materials = [.. bill.Materials.Select(material => material with { Value = material.Value * by, RegionalValue = material.RegionalValue * by })],
            TransactionValue = bill.TransactionValue * by,
            FobValue = bill.FobValue * by,
            ExWorksPrice = bill.ExWorksPrice * by,
            NetCost = bill.NetCost * by,
            LabourValue = bill.LabourValue * by,
        };
        return Same(rule, bill, scaled);
    });

    [Fact]
    public void Adding_originating_value_never_disqualifies_by_build_up() => Holds((_, bill, seed) =>
    {
        var rule = Bills.Rule(Bills.Value(0.01m * (1 + (seed % 90)), seed % 2 == 0 ? OriginFormula.BuildUp : OriginFormula.FobBuildUp));
        var more = 1 + (seed % 10_000 / 100m);
        var grown = bill with
        {
            Materials = [.. bill.Materials, Bills.Material(more) with { Origin = bill.MadeIn }],
            TransactionValue = bill.TransactionValue + more,
            FobValue = bill.FobValue + more,
        };
        return Verdict(rule, bill) <= Verdict(rule, grown);
    });

    [Fact]
    public void A_region_that_grows_never_disqualifies_a_good_made_in_it() => Holds((rule, bill, seed) =>
    {
        var more = rule with { CumulationIds = [.. rule.CumulationIds, GeoGraph.Core.EntityId.Parse("state:" + "ABCDE"[seed % 5] + "ABCDE"[seed % 5])] };
        return Verdict(rule, bill) <= Verdict(more, bill);
    });

    private static void Holds(Func<OriginRule, OriginBill, int, bool> property) => Check.One(Fixed, Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var bills = new RandomBills(new Random(seed));
        return property(bills.Rule(), bills.Bill(), seed);
    }));

    private static bool Same(OriginRule rule, OriginBill bill, OriginBill other) => Verdict(rule, bill) == Verdict(rule, other);

    private static Truth Verdict(OriginRule rule, OriginBill bill) => OriginAssessor.Assess(rule, bill, Blocs).Qualifies;
}
