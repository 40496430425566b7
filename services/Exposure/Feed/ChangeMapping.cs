using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Applies what actors tell to the rows. Throws <see cref="InvalidDataException"/> where a message breaks its contract.</summary>
internal static class ChangeMapping
{
    /// <summary>Applies one change set; one without changes is a checkpoint and advances the revision only.</summary>
    public static void ReadInto(GraphRows rows, Wire.WatchActorsResponse changes)
    {
        var fields = new RequestFields();
        foreach (var id in fields.Ids("deleted_ids", changes.DeletedIds))
            rows.Remove(id);
        foreach (var actor in changes.Actors)
            Put(rows, actor, fields);
        foreach (var relation in changes.Relations)
            Put(rows, relation, fields);
        ReadInto(rows, changes.Aliases, fields);
        rows.Revision = ReadRevision(changes.RevisionToken, fields);
        Check(fields);
    }

    /// <summary>Takes exported aliases.</summary>
    public static void ReadInto(GraphRows rows, Wire.AliasChunk chunk)
    {
        var fields = new RequestFields();
        ReadInto(rows, chunk.Aliases, fields);
        Check(fields);
    }

    /// <summary>The revision that an export comes from.</summary>
    public static Revision ReadRevision(Wire.ExportHeader header)
    {
        var fields = new RequestFields();
        var revision = ReadRevision(header.RevisionToken, fields);
        Check(fields);
        return revision;
    }

    private static Revision ReadRevision(string token, RequestFields fields)
    {
        if (fields.Token("revision_token", token).For(ServiceNames.Actors) is { } revision)
            return revision;
        fields.Violations.Add("revision_token", token, "the token names a revision of actors");
        return Revision.Zero;
    }

    private static void ReadInto(GraphRows rows, IEnumerable<Wire.Alias> aliases, RequestFields fields)
    {
        foreach (var alias in aliases)
            rows.PutAlias(fields.Id("aliases.alias_id", alias.AliasId), fields.Id("aliases.survivor_id", alias.SurvivorId));
    }

    private static void Put(GraphRows rows, Wire.Actor wire, RequestFields fields)
    {
        if (KindMapping.ToKind(wire.Kind) is not { } kind)
            return;
        rows.Put(new NodeRow
        {
            Id = fields.Id("actors.id", wire.Id),
            Kind = kind,
            Valid = fields.Period("actors.valid", wire.Valid),
            OutputUsdPerYear = fields.NotNegative("actors.output_usd_per_year", wire.OutputUsdPerYear),
            RecoveryDays = fields.NotNegative("actors.recovery_days", wire.RecoveryDays),
            MainPort = wire.MainPort.Length == 0 ? null : wire.MainPort,
            HsCodes = wire.HsCodes.Count == 0 ? [] : [.. wire.HsCodes.Select(code => fields.HsCode("actors.hs_codes", code)?.Digits ?? "")],
            Stocks = wire.Stocks.Count == 0 ? [] : [.. wire.Stocks.Select(stock => new StockRow(stock.InputGroup, fields.NotNegative("actors.stocks.days", stock.Days) ?? 0m))],
        });
    }

    private static void Put(GraphRows rows, Wire.Relation wire, RequestFields fields)
    {
        var id = fields.Id("relations.id", wire.Id);
        if (KindMapping.ToKind(wire.Type) is not { } kind)
        {
            rows.Remove(id);
            return;
        }
        rows.Put(new RelationRow
        {
            Id = id,
            Kind = kind,
            From = fields.Id("relations.from_id", wire.FromId),
            To = fields.Id("relations.to_id", wire.ToId),
            Product = fields.OptionalId("relations.product_id", wire.ProductId),
            InputGroup = wire.InputGroup.Length == 0 ? null : wire.InputGroup,
            Share = fields.Share("relations.share", wire.Share),
            ValueUsdPerYear = fields.NotNegative("relations.value_usd_per_year", wire.ValueUsdPerYear),
            CapacityUsdPerYear = fields.NotNegative("relations.capacity_usd_per_year", wire.CapacityUsdPerYear),
            Valid = fields.Period("relations.valid", wire.Valid),
            Inferred = wire.Evidence?.Inferred ?? false,
            Essential = !wire.Inessential,
            Obligations = wire.Obligations.Aggregate(Obligations.None, (bound, obligation) => bound | KindMapping.ToObligation(obligation)),
            Confidence = KindMapping.ToConfidence((int)(wire.Evidence?.Confidence ?? 0)),
            Transits = wire.Transits.Count == 0 ? [] : [.. wire.Transits.Select(transit => new TransitRow(
                fields.Id("relations.transits.chokepoint_id", transit.ChokepointId), fields.Share("relations.transits.share", transit.Share), transit.Inferred))],
        });
    }

    private static void Check(RequestFields fields)
    {
        if (!fields.Violations.None)
            throw new InvalidDataException("actors told what breaks the contract: " + string.Join("; ", fields.Violations.Found.Take(10)));
    }
}
