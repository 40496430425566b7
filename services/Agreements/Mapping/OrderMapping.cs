using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Records that order measures (stacking rules, rules of origin, exchange rates) between the contract and the domain.</summary>
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
}
