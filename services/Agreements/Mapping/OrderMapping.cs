using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Records that order measures (stacking rules, quotas, rules of origin, exchange rates) between the contract and the domain.</summary>
internal static class OrderMapping
{
    public static StackingRule ToDomain(this Wire.StackingRule wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Title = wire.Title,
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Kind = fields.Enum<Wire.StackingKind, StackingKind>($"{at}.kind", wire.Kind),
        First = [.. wire.First],
        Second = [.. wire.Second],
        FirstHeadings = [.. wire.FirstHeadings],
        SecondHeadings = [.. wire.SecondHeadings],
        Order = wire.Order,
        Effective = fields.Period($"{at}.effective", wire.Effective),
        Known = fields.Period($"{at}.known", wire.Known),
        LegalBasis = wire.LegalBasis,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.StackingRule ToWire(this StackingRule rule) => new()
    {
        Id = rule.Id.Value,
        Title = rule.Title,
        ImposedById = rule.ImposedById.Value,
        Kind = (Wire.StackingKind)rule.Kind,
        First = { rule.First },
        Second = { rule.Second },
        FirstHeadings = { rule.FirstHeadings },
        SecondHeadings = { rule.SecondHeadings },
        Order = rule.Order,
        Effective = rule.Effective.ToWire(),
        Known = rule.Known.ToWire(),
        LegalBasis = rule.LegalBasis,
        Evidence = rule.Evidence.ToWire(),
    };

    public static Quota ToDomain(this Wire.Quota wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        OrderNumber = wire.OrderNumber,
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Volume = fields.Decimal($"{at}.volume", wire.Volume, DecimalText.Rule) ?? 0m,
        Unit = wire.Unit,
        Period = fields.Period($"{at}.period", wire.Period),
        InQuotaMeasureId = fields.Id($"{at}.in_quota_measure_id", wire.InQuotaMeasureId),
        OutOfQuotaMeasureId = fields.OptionalId($"{at}.out_of_quota_measure_id", wire.OutOfQuotaMeasureId),
        Events = [.. wire.Events.Select((happening, i) => Happening(happening, At($"{at}.events", i), fields))],
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Quota ToWire(this Quota quota) => new()
    {
        Id = quota.Id.Value,
        OrderNumber = quota.OrderNumber,
        ImposedById = quota.ImposedById.Value,
        Volume = ((decimal?)quota.Volume).ToWire(),
        Unit = quota.Unit,
        Period = quota.Period.ToWire(),
        InQuotaMeasureId = quota.InQuotaMeasureId.Value,
        OutOfQuotaMeasureId = quota.OutOfQuotaMeasureId?.Value ?? "",
        Events =
        {
            quota.Events.Select(happening => new Wire.QuotaEvent
            {
                On = happening.On.ToWire(),
                Status = (Wire.QuotaStatus)happening.Status,
                Balance = happening.Balance.ToWire(),
            }),
        },
        Evidence = quota.Evidence.ToWire(),
    };

    public static OriginRule ToDomain(this Wire.OriginRule wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        AgreementId = fields.OptionalId($"{at}.agreement_id", wire.AgreementId),
        Goods = fields.Goods($"{at}.goods", wire.Goods),
        AllOf = [.. wire.AllOf.Select((criterion, i) => Criterion(criterion, At($"{at}.all_of", i), fields))],
        Tolerance = fields.Share($"{at}.tolerance", wire.Tolerance),
        CumulationIds = fields.Ids($"{at}.cumulation_ids", wire.CumulationIds),
        Valid = fields.Period($"{at}.valid", wire.Valid),
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.OriginRule ToWire(this OriginRule rule) => new()
    {
        Id = rule.Id.Value,
        AgreementId = rule.AgreementId?.Value ?? "",
        Goods = rule.Goods.ToWire(),
        AllOf =
        {
            rule.AllOf.Select(criterion => new Wire.OriginCriterion
            {
                Kind = (Wire.OriginCriterionKind)criterion.Kind,
                Threshold = criterion.Threshold.ToWire(),
                Formula = criterion.Formula,
                ShiftDigits = criterion.ShiftDigits,
                Material = criterion.Material,
            }),
        },
        Tolerance = rule.Tolerance.ToWire(),
        CumulationIds = { rule.CumulationIds.Select(id => id.Value) },
        Valid = rule.Valid.ToWire(),
        Evidence = rule.Evidence.ToWire(),
    };

    public static ExchangeRate ToDomain(this Wire.ExchangeRate wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        FromCurrency = wire.FromCurrency,
        ToCurrency = wire.ToCurrency,
        Rate = fields.Decimal($"{at}.rate", wire.Rate, DecimalText.Rule) ?? 0m,
        Valid = fields.Period($"{at}.valid", wire.Valid),
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.ExchangeRate ToWire(this ExchangeRate rate) => new()
    {
        Id = rate.Id.Value,
        FromCurrency = rate.FromCurrency,
        ToCurrency = rate.ToCurrency,
        Rate = ((decimal?)rate.Rate).ToWire(),
        Valid = rate.Valid.ToWire(),
        Evidence = rate.Evidence.ToWire(),
    };

    private static QuotaEvent Happening(Wire.QuotaEvent wire, string at, RequestFields fields) => new(
        fields.RequiredDate($"{at}.on", wire.On),
        fields.Enum<Wire.QuotaStatus, QuotaStatus>($"{at}.status", wire.Status),
        fields.NotNegative($"{at}.balance", wire.Balance));

    private static OriginCriterion Criterion(Wire.OriginCriterion wire, string at, RequestFields fields) => new()
    {
        Kind = fields.Enum<Wire.OriginCriterionKind, OriginCriterionKind>($"{at}.kind", wire.Kind),
        Threshold = fields.Share($"{at}.threshold", wire.Threshold),
        Formula = wire.Formula,
        ShiftDigits = wire.ShiftDigits,
        Material = wire.Material,
    };
}
