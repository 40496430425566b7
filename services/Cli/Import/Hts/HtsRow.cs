using System.Globalization;
using System.Text.Json;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>One record of the published file, read field by field; every field that breaks its rule is told.</summary>
/// <param name="code">The code; null for a row that only groups those beneath it.</param>
/// <param name="indent">The depth at which the row is printed.</param>
/// <param name="record">The record.</param>
internal readonly struct HtsRow(HsCode? code, int indent, JsonElement record)
{
    private const int DeepestIndent = 30;
    private const int ShownCharacters = 40;

    /// <summary>The most characters of a text. The longest published has some 2,000; rows repeat the texts that they stand beneath, and records have bounds.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>The code; null for a row that only groups those beneath it.</summary>
    public HsCode? Code => code;

    /// <summary>The depth at which the row is printed.</summary>
    public int Indent => indent;

    /// <summary>The plain text of a field; empty where the publication has none.</summary>
    public string Text(string field) => HtsText.Plain(record.TryGetProperty(field, out var value) ? value.GetString() : null);

    /// <summary>The plain texts of a list; empty where the publication has none.</summary>
    public IEnumerable<string> Texts(string field) =>
        ItemsOf(record, field).Select(item => HtsText.Plain(item.GetString())).Where(text => text.Length > 0);

    /// <summary>The plain texts of the row's notes.</summary>
    public IEnumerable<string> Footnotes() =>
        ItemsOf(record, "footnotes").Select(note => HtsText.Plain(note.GetProperty("value").GetString())).Where(text => text.Length > 0);

    /// <summary>Reads a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="tell">Called with field, value and rule for each mistake.</param>
    /// <returns>The row; null where it has a mistake.</returns>
    public static HtsRow? Read(JsonElement record, Action<string, string, string> tell)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            tell("", record.GetRawText(), "a row is an object with htsno, indent, description, units, general, special, other, footnotes");
            return null;
        }
        var mistakes = 0;
        var code = CodeOf(record, Tell);
        var indent = IndentOf(record, Tell);
        foreach (var field in (string[])["description", "general", "special", "other", "quotaQuantity", "additionalDuties", "addiitionalDuties"])
        {
            if (record.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                Tell(field, value.GetRawText(), "must be a text or null");
            else if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > MostCharacters)
                Tell(field, $"{value.GetString()!.AsSpan(0, ShownCharacters)}…", $"must have at most {MostCharacters} characters");
        }
        CheckItems(record, "units", item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null, "must be a list of texts or null", Tell);
        CheckItems(record, "footnotes", IsNote, "must be a list of notes, each with a text as its value, or null", Tell);
        return mistakes == 0 ? new HtsRow(code, indent, record) : null;

        void Tell(string field, string value, string rule)
        {
            mistakes++;
            tell(field, value, rule);
        }
    }

    private static HsCode? CodeOf(JsonElement record, Action<string, string, string> tell)
    {
        if (!record.TryGetProperty("htsno", out var value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            tell("htsno", value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText(), "must be a code of 4, 6, 8 or 10 digits, or an empty text for a row that only groups others");
        else if (value.GetString() is { Length: > 0 } text)
        {
            if (HsCode.TryParse(text, out var code) && code.Length >= 4)
                return code;
            tell("htsno", text, "must have 4, 6, 8 or 10 digits, dots allowed between them");
        }
        return null;
    }

    private static int IndentOf(JsonElement record, Action<string, string, string> tell)
    {
        record.TryGetProperty("indent", out var value);
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var indent) && indent <= DeepestIndent)
            return indent;
        tell("indent", text ?? "", $"must be a whole number from 0 to {DeepestIndent}");
        return 0;
    }

    private static bool IsNote(JsonElement note) =>
        note.ValueKind == JsonValueKind.Object && note.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Null;

    private static void CheckItems(JsonElement record, string field, Func<JsonElement, bool> holds, string rule, Action<string, string, string> tell)
    {
        if (!record.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind != JsonValueKind.Array || !value.EnumerateArray().All(holds))
            tell(field, value.GetRawText(), rule);
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null) : [];
}
