using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Short ways to write rules of origin and bills of materials down.</summary>
internal static class Bills
{
    public static readonly MembershipTable NoBlocs = new([]);

    public static OriginCriterion Value(decimal threshold, OriginFormula formula = OriginFormula.Fob) =>
        new() { Kind = OriginCriterionKind.RegionalValue, Threshold = threshold, Formula = formula };

    public static OriginCriterion Shift(int digits, string? except = null, string? allowed = null) =>
        new() { Kind = OriginCriterionKind.TariffShift, ShiftDigits = digits, Except = Spans(except), Allowed = Spans(allowed) };

    public static OriginRule Rule(params OriginCriterion[] allOf) => new()
    {
        Id = EntityId.Parse("origin-rule:x"),
        AgreementId = EntityId.Parse("agreement:x"),
        AllOf = allOf,
    };

    public static BillMaterial Material(decimal value, string? origin = "CN", string code = "8483.40", string name = "", string kind = "") =>
        new() { Value = value, Origin = origin is null ? null : EntityId.Parse("state:" + origin), Code = code, Name = name, Kind = kind };

    /// <summary>A machine tool made in Taiwan, worth 100 by every value.</summary>
    public static OriginBill Bill(params BillMaterial[] materials) => new()
    {
        Code = "8457.10.00",
        MadeIn = EntityId.Parse("state:TW"),
        On = World.Day("2025-09-01"),
        Materials = materials,
        TransactionValue = 100m,
        FobValue = 100m,
        ExWorksPrice = 100m,
        NetCost = 100m,
    };

    public static OriginAssessment Assess(OriginRule rule, params BillMaterial[] materials) => OriginAssessor.Assess(rule, Bill(materials), NoBlocs);

    public static CodeSpan[] Spans(string? codes) => codes is null ? [] :
        [.. codes.Split(',').Select(code => CodeSpan.TryParse(code, out var span) ? span : throw new FormatException(code))];
}
