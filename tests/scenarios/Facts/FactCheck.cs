using System.Globalization;
using System.Text.Json;
using Google.Type;

namespace GeoGraph.Scenarios.Facts;

/// <summary>One check of facts.json. It remembers which fields were asked for, so that a field which its kind does not have is found.</summary>
internal sealed class FactCheck(JsonElement json)
{
    private readonly HashSet<string> _asked = ["kind"];

    /// <summary>What is checked.</summary>
    public string Kind => json.GetProperty("kind").GetString()!;

    /// <summary>A field that must be there.</summary>
    public string Need(string name) => Text(name) ?? throw new FormatException($"{this}: {name} is missing");

    /// <summary>A text; null where it is left out.</summary>
    public string? Text(string name) => Find(name)?.GetString();

    /// <summary>A decimal written as text; null where it is left out.</summary>
    public decimal? Number(string name) => Text(name) is { } text ? Decimal(text) : null;

    /// <summary>A whole number; null where it is left out.</summary>
    public int? Count(string name) => Find(name)?.GetInt32();

    /// <summary>Yes or no; null where it is left out.</summary>
    public bool? Flag(string name) => Find(name)?.GetBoolean();

    /// <summary>A list of texts; null where it is left out.</summary>
    public IReadOnlyList<string>? List(string name) => Find(name) is { } list ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : null;

    /// <summary>A list that must be there.</summary>
    public IReadOnlyList<string> NeedList(string name) => List(name) ?? throw new FormatException($"{this}: {name} is missing");

    /// <summary>A list of lists that must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> NeedLists(string name) =>
        Find(name) is { } lists ? [.. lists.EnumerateArray().Select(list => list.EnumerateArray().Select(item => item.GetString()!).ToList())] : throw new FormatException($"{this}: {name} is missing");

    /// <summary>A mapping of texts; null where it is left out.</summary>
    public IReadOnlyDictionary<string, string>? Map(string name) => Find(name)?.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    /// <summary>A date; null where it is left out.</summary>
    public Date? Day(string name) => Text(name) is { } text ? DayOf(text) : null;

    /// <summary>A date that must be there.</summary>
    public Date NeedDay(string name) => DayOf(Need(name));

    /// <summary>A value of an enum by its short name; null where it is left out.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? WordOf<T>(text) : null;

    /// <summary>A value of an enum that must be there.</summary>
    public T NeedWord<T>(string name)
        where T : struct, Enum => WordOf<T>(Need(name));

    /// <summary>Refuses fields that nothing asked for.</summary>
    public void EnsureAllAsked() =>
        Assert.True(json.EnumerateObject().All(p => _asked.Contains(p.Name)), $"{this}: the kind {Kind} has no {string.Join(", ", json.EnumerateObject().Select(p => p.Name).Except(_asked))}");

    /// <summary>The value that a short name such as IN_FORCE means.</summary>
    public static T WordOf<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>A date written as 2025-04-05.</summary>
    public static Date DayOf(string text)
    {
        var day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Date { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    /// <summary>A decimal as the API writes it.</summary>
    public static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    public override string ToString() => json.GetRawText();

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return json.TryGetProperty(name, out var value) ? value : null;
    }
}
