using System.Globalization;
using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using Date = Google.Type.Date;

namespace GeoGraph.Cli.Reconcile;

/// <summary>
/// Reads one entry of a file from its fields by name. What cannot be read is noted with field, value and rule, all of it at once;
/// rules of pricing itself are left to the service.
/// </summary>
internal sealed class PaidEntryReader(IPaidFields fields)
{
    private readonly List<string> _problems = [];

    /// <summary>The entry.</summary>
    /// <param name="place">Its place in the file, from 1.</param>
    public PaidEntry Read(int place)
    {
        var entry = new Entry
        {
            ImporterId = State("importer"),
            OriginId = State("origin"),
            ExportCountryId = State("export_country", required: false),
            Hs = Required("hts"),
            CustomsValue = Amount("customs_value", required: true),
            Currency = fields.Text("currency", _problems) ?? "",
            EntryDate = Day("entry_date", required: true),
            Facts = { fields.Pairs("facts", _problems) },
            Quantities = { fields.Pairs("quantities", _problems) },
        };
        entry.Id = fields.Text("id", _problems) ?? place.ToString(CultureInfo.InvariantCulture);
        var question = new DutyQuestion { KnownAt = Day("known_at", required: false), ScenarioIds = { fields.Words("scenario", _problems) } };
        var paid = Amount("total_duty", required: false);
        return new PaidEntry(entry.Id, entry, question, DecimalText.TryParse(paid, out var amount) ? amount : null, _problems);
    }

    private string Required(string field)
    {
        var known = _problems.Count;
        if (fields.Text(field, _problems) is { } text)
            return text;
        if (_problems.Count == known)
            _problems.Add($"{field}: is required");
        return "";
    }

    private string State(string field, bool required = true) => Values.ToId(required ? Required(field) : fields.Text(field, _problems) ?? "");

    private string Amount(string field, bool required)
    {
        var text = required ? Required(field) : fields.Text(field, _problems) ?? "";
        if (text.Length > 0 && !DecimalText.TryParse(text, out _))
            _problems.Add($"{field}: \"{text}\": {DecimalText.Rule}");
        return text;
    }

    private Date? Day(string field, bool required)
    {
        var text = required ? Required(field) : fields.Text(field, _problems) ?? "";
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToDate();
        _problems.Add($"{field}: \"{text}\": a date is written as 2025-04-05");
        return null;
    }
}
