using System.Text.Json;
using System.Text.Json.Serialization;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>
/// How a heading's rows lie in its properties: each row's description without what it has in common with the row before, whose length is
/// <c>as_before</c>. A row repeats the texts of the rows that it is printed beneath, so this is a third of the whole.
/// </summary>
internal sealed class TariffLinesConverter : JsonConverter<IReadOnlyList<TariffLine>>
{
    private static readonly JsonSerializerOptions Rows = PropertyJson.Options([]);

    public override IReadOnlyList<TariffLine> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var rows = JsonSerializer.Deserialize<List<Row>>(ref reader, Rows) ?? [];
        var lines = new List<TariffLine>(rows.Count);
        var before = "";
        foreach (var row in rows)
        {
            before = row.AsBefore == 0 ? row.Line.Description : string.Concat(before.AsSpan(0, row.AsBefore), row.Line.Description);
            lines.Add(row.Line with { Description = before });
        }
        return lines;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TariffLine> value, JsonSerializerOptions options)
    {
        var rows = new List<Row>(value.Count);
        var before = "";
        foreach (var line in value)
        {
            var common = CommonLength(before, line.Description);
            rows.Add(new Row { AsBefore = common, Line = common == 0 ? line : line with { Description = line.Description[common..] } });
            before = line.Description;
        }
        JsonSerializer.Serialize(writer, rows, Rows);
    }

    // Never between the halves of a surrogate pair, which JSON cannot carry alone.
    private static int CommonLength(string before, string text)
    {
        var common = before.AsSpan().CommonPrefixLength(text);
        return common > 0 && char.IsHighSurrogate(text[common - 1]) ? common - 1 : common;
    }

    private sealed record Row
    {
        public int AsBefore { get; init; }
        public TariffLine Line { get; init; } = new();
    }
}
