using GeoGraph.Core;
using static GeoGraph.Tariffs.Feed.LawMapping;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Rules of origin from the contract.</summary>
internal static class OriginRuleMapping
{
    public static OriginRule ToDomain(Wire.OriginRule wire) => new()
    {
        Id = ReadId(wire.Id),
        AgreementId = wire.AgreementId.Length == 0 ? null : ReadId(wire.AgreementId),
        Goods = MeasureMapping.ToDomain(wire.Goods),
        AllOf = [.. wire.AllOf.Select(criterion => ToDomain(wire.Id, criterion))],
        AnyOf = [.. wire.AnyOf.Select(way => way.AllOf.Select(criterion => ToDomain(wire.Id, criterion)).ToArray())],
        Tolerance = wire.Tolerance.Length == 0 ? null : ReadShare(wire.Id, wire.Tolerance),
        ToleranceBase = wire.ToleranceBase switch
        {
            "" or "transaction" => OriginValue.Transaction,
            "fob" => OriginValue.Fob,
            "ex-works" => OriginValue.ExWorks,
            "net-cost" => OriginValue.NetCost,
            _ => throw new InvalidDataException($"{wire.Id}: no base of a tolerance {wire.ToleranceBase}."),
        },
        RegionIds = [.. wire.RegionIds.Select(ReadId)],
        CumulationIds = [.. wire.CumulationIds.Select(ReadId)],
        FullCumulation = wire.FullCumulation,
        Programs = [.. wire.Programs],
        Valid = ReadPeriod(wire.Valid),
        SourceIds = MeasureMapping.SourcesOf(wire.Evidence),
    };

    private static OriginCriterion ToDomain(string id, Wire.OriginCriterion wire) => new()
    {
        Kind = wire.Kind switch
        {
            Wire.OriginCriterionKind.WhollyObtained => OriginCriterionKind.WhollyObtained,
            Wire.OriginCriterionKind.RegionalValue => OriginCriterionKind.RegionalValue,
            Wire.OriginCriterionKind.TariffShift => OriginCriterionKind.TariffShift,
            Wire.OriginCriterionKind.LabourValue => OriginCriterionKind.LabourValue,
            Wire.OriginCriterionKind.Material => OriginCriterionKind.Material,
            _ => throw new InvalidDataException($"{id}: no requirement {wire.Kind}."),
        },
        Threshold = wire.Threshold.Length == 0 ? 0m : ReadShare(id, wire.Threshold),
        Formula = FormulaOf(id, wire),
        ShiftDigits = wire.ShiftDigits,
        Material = wire.Material,
        Except = Spans(id, wire.Except),
        Allowed = Spans(id, wire.Allowed),
        Counted = Spans(id, wire.Counted),
        RoundPercentPlaces = wire.HasRoundPercentPlaces ? wire.RoundPercentPlaces : null,
    };

    private static OriginFormula FormulaOf(string id, Wire.OriginCriterion wire) => wire.Formula switch
    {
        "" => wire.Kind == Wire.OriginCriterionKind.LabourValue ? OriginFormula.NetCost : OriginFormula.BuildDown,
        "build-down" => OriginFormula.BuildDown,
        "build-up" => OriginFormula.BuildUp,
        "net-cost" => OriginFormula.NetCost,
        "fob" => OriginFormula.Fob,
        "fob-build-up" => OriginFormula.FobBuildUp,
        "ex-works" => OriginFormula.ExWorks,
        "focused-value" => OriginFormula.FocusedValue,
        _ => throw new InvalidDataException($"{id}: no formula {wire.Formula}."),
    };

    private static CodeSpan[] Spans(string id, IReadOnlyList<string> codes) =>
        [.. codes.Select(code => CodeSpan.TryParse(code, out var span) ? span : throw new InvalidDataException($"{id}: '{code}' is no code."))];

    private static decimal ReadShare(string id, string text) =>
        DecimalText.TryParse(text, out var share) ? share : throw new InvalidDataException($"{id}: '{text}' is no share.");
}
