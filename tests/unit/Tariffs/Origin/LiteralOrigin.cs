using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// A second, literal reading of rules of origin, for goods whose values are all stated and whose codes have ten digits: every requirement is tried against every input on
/// integers of millionths, with text comparisons of codes. Shares nothing with the product but its records.
/// </summary>
internal static class LiteralOrigin
{
    public static bool Qualifies(OriginRule rule, OriginBill bill, IReadOnlyList<BlocMembership> memberships)
    {
        bool In(EntityId state, IReadOnlyList<EntityId> ids) => ids.Any(id => id == state
            || memberships.Any(m => m.MemberId == state && m.BlocId == id && (m.Valid.From ?? DateOnly.MinValue) <= bill.On && bill.On < (m.Valid.To ?? DateOnly.MaxValue)));
        bool Regional(BillMaterial m) => m.Origin is { } o && (o == bill.MadeIn || In(o, rule.RegionIds) || In(o, rule.CumulationIds));
        bool Holds(OriginCriterion c) => c.Kind switch
        {
            OriginCriterionKind.WhollyObtained => bill.WhollyObtained || bill.Materials.All(m => Regional(m) && m.WhollyObtained),
            OriginCriterionKind.RegionalValue => Value(rule, c, bill, Regional),
            OriginCriterionKind.TariffShift => Shift(rule, c, bill, Regional),
            OriginCriterionKind.LabourValue => Reaches(c, bill.LabourValue!.Value, Base(c.Formula, bill)),
            _ => Reaches(c, Kind(c).Sum(m => m.Value) - Kind(c).Sum(m => Foreign(rule, m, Regional)), Kind(c).Sum(m => m.Value)),
        };
        IEnumerable<BillMaterial> Kind(OriginCriterion c) => bill.Materials.Where(m => m.Kind == c.Material);
        return (rule.RegionIds.Count == 0 || In(bill.MadeIn, rule.RegionIds))
            && rule.AllOf.All(Holds) && (rule.AnyOf.Count == 0 || rule.AnyOf.Any(way => way.All(Holds)));
    }

    private static decimal Foreign(OriginRule rule, BillMaterial m, Func<BillMaterial, bool> regional) =>
        regional(m) ? 0m : rule.FullCumulation ? m.Value - m.RegionalValue : m.Value;

    private static bool Value(OriginRule rule, OriginCriterion c, OriginBill bill, Func<BillMaterial, bool> regional)
    {
        var whole = Base(c.Formula, bill);
        var counted = bill.Materials.Where(m => c.Formula != OriginFormula.FocusedValue || Has(c.Counted, m.Code)).Sum(m => Foreign(rule, m, regional));
        var own = bill.Materials.Sum(m => m.Value - Foreign(rule, m, regional));
        return Reaches(c, c.Formula is OriginFormula.BuildUp or OriginFormula.FobBuildUp ? own : whole - counted, whole);
    }

    private static bool Shift(OriginRule rule, OriginCriterion c, OriginBill bill, Func<BillMaterial, bool> regional)
    {
        var failing = bill.Materials.Where(m => !regional(m) && (Has(c.Except, m.Code) || (!Has(c.Allowed, m.Code) && m.Code[..c.ShiftDigits] == bill.Code[..c.ShiftDigits]))).ToList();
        var whole = rule.ToleranceBase switch { OriginValue.Fob => bill.FobValue, OriginValue.ExWorks => bill.ExWorksPrice, OriginValue.NetCost => bill.NetCost, _ => bill.TransactionValue };
        return failing.Count == 0 || (rule.Tolerance is { } tolerance && failing.Sum(m => m.Value) <= tolerance * whole);
    }

    private static bool Reaches(OriginCriterion c, decimal part, decimal whole)
    {
        var percent = part * 100m / whole;
        return (c.RoundPercentPlaces is { } places ? Math.Round(percent, places, MidpointRounding.AwayFromZero) : percent) >= c.Threshold * 100m;
    }

    private static decimal Base(OriginFormula formula, OriginBill bill) => formula switch
    {
        OriginFormula.NetCost => bill.NetCost!.Value,
        OriginFormula.Fob or OriginFormula.FobBuildUp => bill.FobValue!.Value,
        OriginFormula.ExWorks => bill.ExWorksPrice!.Value,
        _ => bill.TransactionValue!.Value,
    };

    private static bool Has(IReadOnlyList<CodeSpan> spans, string code) =>
        spans.Any(span => long.Parse(code, null) >= span.First && long.Parse(code, null) <= span.Last);
}
