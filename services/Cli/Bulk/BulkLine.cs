using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeoGraph.Cli.Reconcile;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf;

namespace GeoGraph.Cli.Bulk;

/// <summary>The answer for one entry as a line of JSON: <c>{"id", "result"}</c>, or <c>{"id", "problem"}</c> where there is none.</summary>
internal static class BulkLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));

    /// <summary>The line, without its end.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="item">The service's answer; null where the entry could not be read.</param>
    public static string Of(PaidEntry entry, BatchItem? item)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            if (item?.Result is { } result)
            {
                json.WritePropertyName("result");
                json.WriteRawValue(Formatter.Format(result));
            }
            else
            {
                json.WriteString("problem", item?.Error is { } error ? Reconciliation.Tell(error) : string.Join("; ", entry.Problems));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
