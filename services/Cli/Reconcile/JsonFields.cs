using System.Text.Json;

namespace GeoGraph.Cli.Reconcile;

/// <summary>An object of a JSON list. Numbers count as they are written, so that none goes through binary fractions.</summary>
internal sealed class JsonFields(JsonElement item) : IPaidFields
{
    public string? Text(string field, List<string> problems)
    {
        if (!item.TryGetProperty(field, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            problems.Add($"{field}: {value.GetRawText()}: is a text, a number, true or false");
        return ScalarOf(value);
    }

    public IDictionary<string, string> Pairs(string field, List<string> problems)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!item.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return pairs;
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{field}: {value.GetRawText()}: is an object of names with values");
            return pairs;
        }
        foreach (var pair in value.EnumerateObject())
        {
            if (ScalarOf(pair.Value) is not { } text)
                problems.Add($"{field}.{pair.Name}: {pair.Value.GetRawText()}: a value is a text, a number, true or false");
            else if (!pairs.TryAdd(pair.Name, text))
                problems.Add($"{field}.{pair.Name}: {pair.Value.GetRawText()}: a name is given once");
        }
        return pairs;
    }

    public IReadOnlyList<string> Words(string field, List<string> problems)
    {
        if (!item.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        var words = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(ScalarOf).ToArray() : [ScalarOf(value)];
        if (words.All(word => word is not null))
            return words!;
        problems.Add($"{field}: {value.GetRawText()}: is a word or a list of words");
        return [];
    }

    private static string? ScalarOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
