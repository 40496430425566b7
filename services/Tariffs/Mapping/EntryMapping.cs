using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Entries from the contract.</summary>
internal static class EntryMapping
{
    private const string DefaultCurrency = "USD";
    private static readonly IReadOnlyDictionary<string, decimal> NoQuantities = new Dictionary<string, decimal>();

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
    public static Entry ToDomain(EntryPath at, Wire.Entry? wire, RequestFields fields, DateOnly? entryDate = null)
    {
        if (wire is null)
            fields.Violations.Add(at.ToString(), "", "an entry is required");
        wire ??= new Wire.Entry();
        return new Entry
        {
            Importer = EntityId.TryParse(wire.ImporterId, out var importer) ? importer : fields.Id($"{at}.importer_id", wire.ImporterId),
            Origin = EntityId.TryParse(wire.OriginId, out var origin) ? origin : fields.Id($"{at}.origin_id", wire.OriginId),
            ExportCountry = wire.ExportCountryId.Length == 0 ? null : fields.OptionalId($"{at}.export_country_id", wire.ExportCountryId),
            Code = wire.Hs,
            CustomsValue = Value(at, wire, fields),
            Currency = wire.Currency.Length == 0 ? DefaultCurrency : wire.Currency,
            Quantities = Quantities(at, wire, fields),
            EntryDate = entryDate ?? Date(at, wire, fields),
            Facts = wire.Facts,
        };
    }

    /// <summary>
    /// Refuses an entry where anything was noted, and then tells what breaks the domain's rules as well; a field is told once. An entry that could be
    /// read whole is left to pricing, which checks it.
    /// </summary>
    public static void ThrowIfAny(EntryPath at, Entry entry, CompiledSchedule schedule, RequestFields fields)
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
    public static T WithPath<T>(EntryPath at, Func<T> call)
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

    private static string Path(EntryPath at, string field) => field is "to" or "from" ? field : $"{at}.{FieldNames.GetValueOrDefault(field, field)}";

    // Every month has 28 days.
    private static DateOnly Date(EntryPath at, Wire.Entry wire, RequestFields fields) =>
        wire.EntryDate is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 and <= 28 } date
            ? new DateOnly(date.Year, date.Month, date.Day)
            : fields.RequiredDate($"{at}.entry_date", wire.EntryDate);

    private static decimal Value(EntryPath at, Wire.Entry wire, RequestFields fields)
    {
        if (DecimalText.TryParse(wire.CustomsValue, out var value))
            return value;
        if (wire.CustomsValue.Length == 0)
            fields.Violations.Add($"{at}.customs_value", "", "a customs value is required");
        return fields.Decimal($"{at}.customs_value", wire.CustomsValue, DecimalText.Rule) ?? 0m;
    }

    private static IReadOnlyDictionary<string, decimal> Quantities(EntryPath at, Wire.Entry wire, RequestFields fields)
    {
        if (wire.Quantities.Count == 0)
            return NoQuantities;
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
