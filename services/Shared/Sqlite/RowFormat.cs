using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>How nodes, relations and aliases lie in columns. Names and references are JSON lists of pairs, dates ISO text.</summary>
internal static class RowFormat
{
    /// <summary>The columns that <see cref="Node"/> reads, in order; every table is aliased <c>v</c> in queries.</summary>
    public const string NodeColumns = "v.id, v.label, v.valid_from, v.valid_to, v.names, v.refs, v.properties, v.rev_from";

    /// <summary>The columns that <see cref="Relation"/> reads.</summary>
    public const string RelationColumns = "v.id, v.type, v.from_id, v.to_id, v.valid_from, v.valid_to, v.refs, v.properties, v.rev_from";

    /// <summary>The columns that <see cref="Alias"/> reads.</summary>
    public const string AliasColumns = "v.id, v.survivor, v.names";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a node from a row, its columns starting at <paramref name="at"/>.</summary>
    public static GraphNode Node(Statement row, int at = 0) => new()
    {
        Id = EntityId.Parse(row.Text(at)),
        Label = string.Intern(row.Text(at + 1)),
        Valid = Period(row, at + 2),
        Names = Names(row.Text(at + 4)),
        References = References(row.Text(at + 5)),
        Properties = row.Text(at + 6),
        ChangedAt = new Revision(row.Number(at + 7)),
    };

    /// <summary>Reads a relation from a row.</summary>
    public static GraphRelation Relation(Statement row) => new()
    {
        Id = EntityId.Parse(row.Text(0)),
        Type = string.Intern(row.Text(1)),
        From = EntityId.Parse(row.Text(2)),
        To = EntityId.Parse(row.Text(3)),
        Valid = Period(row, 4),
        References = References(row.Text(6)),
        Properties = row.Text(7),
        ChangedAt = new Revision(row.Number(8)),
    };

    /// <summary>Reads an alias from a row.</summary>
    public static AliasRecord Alias(Statement row) => new(EntityId.Parse(row.Text(0)), EntityId.Parse(row.Text(1)), Names(row.Text(2)));

    /// <summary>A date as text that orders as the date does; null stays null.</summary>
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Names as a JSON list of [language, text].</summary>
    public static string Print(IReadOnlyList<LocalName> names) => Pairs(names, static name => (name.Language, name.Text));

    /// <summary>References as a JSON list of [role, target].</summary>
    public static string Print(IReadOnlyList<Reference> references) => Pairs(references, static item => (item.Role, item.Target.Value));

    /// <summary>Texts as a JSON list, for a query's set.</summary>
    public static string Set(IEnumerable<string> texts) => Write(texts, static (writer, text) => writer.WriteStringValue(text));

    /// <summary>Ids as a JSON list, for a query's set.</summary>
    public static string Set(IEnumerable<EntityId> ids) => Set(ids.Select(static id => id.Value));

    /// <summary>Reads what <see cref="Print(IReadOnlyList{LocalName})"/> wrote.</summary>
    public static IReadOnlyList<LocalName> Names(string json) => Read(json, static (language, text) => new LocalName(language, text));

    private static IReadOnlyList<Reference> References(string json) => Read(json, static (role, target) => new Reference(string.Intern(role), EntityId.Parse(target)));

    private static ValidPeriod Period(Statement row, int at) => new(ReadDate(row.TextOrNull(at)), ReadDate(row.TextOrNull(at + 1)));

    private static DateOnly? ReadDate(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Pairs<T>(IReadOnlyList<T> items, Func<T, (string, string)> pair) => items.Count == 0 ? "[]" : Write(items, (writer, item) =>
    {
        var (first, second) = pair(item);
        writer.WriteStartArray();
        writer.WriteStringValue(first);
        writer.WriteStringValue(second);
        writer.WriteEndArray();
    });

    private static string Write<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var item in items)
                write(writer, item);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IReadOnlyList<T> Read<T>(string json, Func<string, string, T> make)
    {
        if (json == "[]")
            return [];
        var items = new List<T>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var first = reader.GetString()!;
            reader.Read();
            items.Add(make(first, reader.GetString()!));
            reader.Read();
        }
        return items;
    }
}
