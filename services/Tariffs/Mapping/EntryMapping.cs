using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Entries from the contract.</summary>
internal static class EntryMapping
{
    private const string DefaultCurrency = "USD";

    /// <summary>The fields of the domain's entry as the contract names them.</summary>
    private static readonly Dictionary<string, string> FieldNames = new(StringComparer.Ordinal)
    {
        ["importer"] = "importer_id",
        ["origin"] = "origin_id",
        ["export_country"] = "export_country_id",
        ["hts"] = "hs",
    };

    /// <summary>The entry; what cannot be read is noted.</summary>
    /// <param name="at">Path of the entry in the request.</param>
    /// <param name="wire">The entry; null where it is absent, which is noted.</param>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="entryDate">The date that takes the place of the entry's own; null to read that.</param>
    public static Entry ToDomain(string at, Wire.Entry? wire, RequestFields fields, DateOnly? entryDate = null)
    {
        if (wire is null)
            fields.Violations.Add(at, "", "an entry is required");
        wire ??= new Wire.Entry();
        return new Entry
        {
            Importer = fields.Id($"{at}.importer_id", wire.ImporterId),
            Origin = fields.Id($"{at}.origin_id", wire.OriginId),
            ExportCountry = fields.OptionalId($"{at}.export_country_id", wire.ExportCountryId),
            Code = wire.Hs,
            CustomsValue = Value(at, wire, fields),
            Currency = wire.Currency.Length == 0 ? DefaultCurrency : wire.Currency,
            Quantities = Quantities(at, wire, fields),
            EntryDate = entryDate ?? fields.RequiredDate($"{at}.entry_date", wire.EntryDate),
            Facts = wire.Facts,
        };
    }

    /// <summary>
    /// Refuses an entry where anything was noted, and then tells what breaks the domain's rules as well; a field is told once. An entry that could be
    /// read whole is left to pricing, which checks it.
    /// </summary>
    public static void ThrowIfAny(string at, Entry entry, CompiledSchedule schedule, RequestFields fields)
    {
        if (fields.Violations.None)
            return;
        var broken = new Violations();
        EntryRules.Check(entry, schedule, broken);
        var told = fields.Violations.Found.Select(violation => violation.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var violation in broken.Found)
        {
            if (told.Add(Path(at, violation.Field)))
                fields.Violations.Add(Path(at, violation.Field), violation.Value, violation.Rule);
        }
        fields.ThrowIfAny();
    }

    /// <summary>Calls the domain; violations that it finds in an entry are named as the contract names the fields.</summary>
    public static T WithPath<T>(string at, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (GeoGraphException refused) when (refused.Reason == ErrorReason.InvalidRequest)
        {
            throw GeoGraphException.Invalid([.. refused.Violations.Select(violation => violation with { Field = Path(at, violation.Field) })]);
        }
    }

    private static string Path(string at, string field) => field is "to" or "from" ? field : $"{at}.{FieldNames.GetValueOrDefault(field, field)}";

    private static decimal Value(string at, Wire.Entry wire, RequestFields fields)
    {
        if (wire.CustomsValue.Length == 0)
            fields.Violations.Add($"{at}.customs_value", "", "a customs value is required");
        return fields.Decimal($"{at}.customs_value", wire.CustomsValue, DecimalText.Rule) ?? 0m;
    }

    private static Dictionary<string, decimal> Quantities(string at, Wire.Entry wire, RequestFields fields)
    {
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (unit, text) in wire.Quantities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{at}.quantities.{unit}");
            if (text.Length == 0)
                fields.Violations.Add(path, "", "a quantity that is not known is left out");
            else if (fields.NotNegative(path, text) is { } quantity)
                quantities[unit] = quantity;
        }
        return quantities;
    }
}
