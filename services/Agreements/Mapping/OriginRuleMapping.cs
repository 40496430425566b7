using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Rules of origin between the contract and the domain.</summary>
internal static class OriginRuleMapping
{
    public static OriginRule ToDomain(this Wire.OriginRule wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        AgreementId = fields.OptionalId($"{at}.agreement_id", wire.AgreementId),
        Goods = fields.Goods($"{at}.goods", wire.Goods),
        AllOf = Criteria($"{at}.all_of", wire.AllOf, fields),
        AnyOf = [.. wire.AnyOf.Select((way, i) => Criteria($"{At($"{at}.any_of", i)}.all_of", way.AllOf, fields))],
        Tolerance = fields.Share($"{at}.tolerance", wire.Tolerance),
        ToleranceBase = wire.ToleranceBase,
        RegionIds = fields.Ids($"{at}.region_ids", wire.RegionIds),
        CumulationIds = fields.Ids($"{at}.cumulation_ids", wire.CumulationIds),
        FullCumulation = wire.FullCumulation,
        Programs = [.. wire.Programs],
        Valid = fields.Period($"{at}.valid", wire.Valid),
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.OriginRule ToWire(this OriginRule rule) => new()
    {
        Id = rule.Id.Value,
        AgreementId = rule.AgreementId?.Value ?? "",
        Goods = rule.Goods.ToWire(),
        AllOf = { rule.AllOf.Select(ToWire) },
        AnyOf = { rule.AnyOf.Select(way => new Wire.OriginAlternative { AllOf = { way.Select(ToWire) } }) },
        Tolerance = rule.Tolerance.ToWire(),
        ToleranceBase = rule.ToleranceBase,
        RegionIds = { rule.RegionIds.Select(id => id.Value) },
        CumulationIds = { rule.CumulationIds.Select(id => id.Value) },
        FullCumulation = rule.FullCumulation,
        Programs = { rule.Programs },
        Valid = rule.Valid.ToWire(),
        Evidence = rule.Evidence.ToWire(),
    };

    private static List<OriginCriterion> Criteria(string at, IReadOnlyList<Wire.OriginCriterion> wire, RequestFields fields) =>
        [.. wire.Select((criterion, i) => Criterion(criterion, At(at, i), fields))];

    private static OriginCriterion Criterion(Wire.OriginCriterion wire, string at, RequestFields fields) => new()
    {
        Kind = fields.Enum<Wire.OriginCriterionKind, OriginCriterionKind>($"{at}.kind", wire.Kind),
        Threshold = fields.Share($"{at}.threshold", wire.Threshold),
        Formula = wire.Formula,
        ShiftDigits = wire.ShiftDigits,
        Material = wire.Material,
        Except = fields.Codes($"{at}.except", wire.Except),
        Allowed = fields.Codes($"{at}.allowed", wire.Allowed),
        Counted = fields.Codes($"{at}.counted", wire.Counted),
        RoundPercentPlaces = wire.HasRoundPercentPlaces ? wire.RoundPercentPlaces : null,
    };

    private static Wire.OriginCriterion ToWire(OriginCriterion criterion)
    {
        var wire = new Wire.OriginCriterion
        {
            Kind = (Wire.OriginCriterionKind)criterion.Kind,
            Threshold = criterion.Threshold.ToWire(),
            Formula = criterion.Formula,
            ShiftDigits = criterion.ShiftDigits,
            Material = criterion.Material,
            Except = { criterion.Except.Select(range => range.ToString()) },
            Allowed = { criterion.Allowed.Select(range => range.ToString()) },
            Counted = { criterion.Counted.Select(range => range.ToString()) },
        };
        if (criterion.RoundPercentPlaces is { } places)
            wire.RoundPercentPlaces = places;
        return wire;
    }
}
