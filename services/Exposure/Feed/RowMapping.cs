using GeoGraph.Exposure.Compiled;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Reads actors and relations as rows, noting every violation under the path of the message. What no exposure question reads is left out.</summary>
internal static class RowMapping
{
    /// <summary>An actor of a kind that is given apart, as the message may leave it to the id.</summary>
    public static NodeRow ReadNode(this RequestFields fields, string field, Wire.Actor wire, NodeKind kind) => new()
    {
        Id = fields.Id(field + ".id", wire.Id),
        Kind = kind,
        Valid = fields.Period(field + ".valid", wire.Valid),
        OutputUsdPerYear = fields.NotNegative(field + ".output_usd_per_year", wire.OutputUsdPerYear),
        RecoveryDays = fields.NotNegative(field + ".recovery_days", wire.RecoveryDays),
        MainPort = wire.MainPort.Length == 0 ? null : wire.MainPort,
        HsCodes = wire.HsCodes.Count == 0 ? [] : [.. wire.HsCodes.Select(code => fields.HsCode(field + ".hs_codes", code)?.Digits ?? "")],
        Stocks = fields.ReadStocks(field, wire.Stocks),
    };

    /// <summary>Stocks by input group.</summary>
    public static IReadOnlyList<StockRow> ReadStocks(this RequestFields fields, string field, IReadOnlyList<Wire.Stock> wire) =>
        wire.Count == 0 ? [] : [.. wire.Select(stock => new StockRow(stock.InputGroup, fields.NotNegative(field + ".stocks.days", stock.Days) ?? 0m))];

    /// <summary>A relation.</summary>
    public static RelationRow ReadRelation(this RequestFields fields, string field, Wire.Relation wire, RelationKind kind) => new()
    {
        Id = fields.Id(field + ".id", wire.Id),
        Kind = kind,
        From = fields.Id(field + ".from_id", wire.FromId),
        To = fields.Id(field + ".to_id", wire.ToId),
        Product = fields.OptionalId(field + ".product_id", wire.ProductId),
        InputGroup = wire.InputGroup.Length == 0 ? null : wire.InputGroup,
        Share = fields.Share(field + ".share", wire.Share),
        ValueUsdPerYear = fields.NotNegative(field + ".value_usd_per_year", wire.ValueUsdPerYear),
        CapacityUsdPerYear = fields.NotNegative(field + ".capacity_usd_per_year", wire.CapacityUsdPerYear),
        Valid = fields.Period(field + ".valid", wire.Valid),
        Inferred = wire.Evidence?.Inferred ?? false,
        Essential = !wire.Inessential,
        Obligations = wire.Obligations.Aggregate(Obligations.None, (bound, obligation) => bound | KindMapping.ToObligation(obligation)),
        Confidence = KindMapping.ToConfidence((int)(wire.Evidence?.Confidence ?? 0)),
        Transits = wire.Transits.Count == 0 ? [] : [.. wire.Transits.Select((transit, i) => new TransitRow(
            fields.Id(RequestFields.At(field + ".transits", i) + ".chokepoint_id", transit.ChokepointId),
            fields.Share(RequestFields.At(field + ".transits", i) + ".share", transit.Share),
            transit.Inferred))],
    };
}
