using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads actors, noting every rule that they break.</summary>
internal static class ActorFieldsMapping
{
    public static Actor ReadActor(this RequestFields fields, string field, Wire.Actor wire)
    {
        var actor = new Actor
        {
            Id = fields.Id(field + ".id", wire.Id),
            Names = fields.ReadNames(field + ".names", wire.Names),
            Description = wire.Description,
            Valid = fields.Period(field + ".valid", wire.Valid),
            IsoAlpha2 = wire.IsoAlpha2,
            IsoAlpha3 = wire.IsoAlpha3,
            Coordinates = ReadCoordinates(fields, field + ".coordinates", wire.Coordinates),
            HsCodes = [.. wire.HsCodes.Select((code, i) => ReadCode(fields, RequestFields.At(field + ".hs_codes", i), code))],
            OutputUsdPerYear = fields.NotNegative(field + ".output_usd_per_year", wire.OutputUsdPerYear),
            Attributes = [.. wire.Attributes.Select((attribute, i) => ReadAttribute(fields, RequestFields.At(field + ".attributes", i), attribute))],
            Evidence = fields.ReadEvidence(field + ".evidence", wire.Evidence),
            MainPort = wire.MainPort,
            Stocks = [.. wire.Stocks.Select((stock, i) => ReadStock(fields, RequestFields.At(field + ".stocks", i), stock))],
            RecoveryDays = fields.NotNegative(field + ".recovery_days", wire.RecoveryDays),
            UnLocode = wire.UnLocode,
            Path = [.. wire.Path.Select((point, i) => ReadPoint(fields, RequestFields.At(field + ".path", i), point))],
            Passages = [.. wire.Passages],
        };
        if (wire.Kind != Wire.ActorKind.Unspecified && actor.Kind != ActorKind.Unspecified && (ActorKind)wire.Kind != actor.Kind)
            fields.Violations.Add(field + ".kind", wire.Kind.ToString(), $"the kind is that of the id {wire.Id}");
        ActorRules.Check(actor, field, fields.Violations);
        return actor;
    }

    private static HsCode ReadCode(RequestFields fields, string field, string text)
    {
        if (text.Length == 0)
            fields.Violations.Add(field, "", HsCode.Rule);
        return fields.HsCode(field, text) ?? default;
    }

    private static Coordinates? ReadCoordinates(RequestFields fields, string field, Wire.Coordinates? wire) =>
        wire is null ? null : ReadPoint(fields, field, wire);

    private static Coordinates ReadPoint(RequestFields fields, string field, Wire.Coordinates wire)
    {
        var latitude = Required(fields, field + ".latitude", wire.Latitude, "a latitude lies between -90 and 90 degrees", -90m, 90m);
        var longitude = Required(fields, field + ".longitude", wire.Longitude, "a longitude lies between -180 and 180 degrees", -180m, 180m);
        return new Coordinates(latitude, longitude);
    }

    private static ActorAttribute ReadAttribute(RequestFields fields, string field, Wire.Attribute wire) => new()
    {
        Name = wire.Name,
        Value = wire.Value,
        Unit = wire.Unit,
        AboutId = fields.OptionalId(field + ".about_id", wire.AboutId),
        Valid = fields.Period(field + ".valid", wire.Valid),
        Evidence = fields.ReadEvidence(field + ".evidence", wire.Evidence),
    };

    private static Stock ReadStock(RequestFields fields, string field, Wire.Stock wire) =>
        new(wire.InputGroup, Required(fields, field + ".days", wire.Days, "the number is zero or more", 0m, decimal.MaxValue));

    private static decimal Required(RequestFields fields, string field, string text, string rule, decimal min, decimal max)
    {
        if (text.Length == 0)
            fields.Violations.Add(field, "", rule);
        return fields.Decimal(field, text, rule, min, max) ?? 0m;
    }
}
