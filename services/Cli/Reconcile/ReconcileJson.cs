using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;

namespace GeoGraph.Cli.Reconcile;

/// <summary>A reconciliation as a JSON list, one object an entry, amounts as texts.</summary>
internal static class ReconcileJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The list.</summary>
    public static string Of(IEnumerable<Reconciled> entries)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var entry in entries)
                Write(json, entry);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Reconciled entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Entry.Id);
        json.WriteString("status", Show.Word(entry.Status));
        WriteAmount(json, "expected", entry.Entry.Paid);
        WriteAmount(json, "computed", entry.Computed);
        WriteAmount(json, "difference", entry.Difference);
        if (entry.Result is { Outcome: Outcome.Conditional } open)
        {
            json.WriteString("lowest", open.LowestTotal);
            json.WriteString("highest", open.HighestTotal.Length > 0 ? open.HighestTotal : null);
            json.WriteStartArray("missing_facts");
            foreach (var missing in open.MissingFacts)
                json.WriteStringValue(missing.Fact);
            json.WriteEndArray();
        }
        json.WriteStartArray("lines");
        foreach (var line in entry.Result?.Lines ?? [])
            Write(json, line);
        json.WriteEndArray();
        if (entry.Problem.Length > 0)
            json.WriteString("problem", entry.Problem);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DutyLine line)
    {
        json.WriteStartObject();
        json.WriteString("measure", line.Measure.Title);
        json.WriteString("measure_id", line.Measure.Id);
        json.WriteString("authority", line.Measure.Authority);
        json.WriteString("heading", line.Measure.Heading);
        json.WritePropertyName("rate_pct");
        json.WriteRawValue(line.RatePercent.Length > 0 ? line.RatePercent : "null");
        json.WriteString("base", line.Base);
        json.WriteString("amount", line.Amount);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } known)
            json.WriteString(name, decimal.Round(known, 2) == known ? DecimalText.PrintCents(known) : DecimalText.Print(known));
        else
            json.WriteNull(name);
    }
}
