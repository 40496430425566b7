using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Numbers and names of assessments in words.</summary>
internal static class OriginWords
{
    private const int PercentPlaces = 4;
    private const int MostNames = 10;

    /// <summary>A share as a percentage, cut off after four places.</summary>
    public static string Percent(decimal share) => DecimalText.Print(decimal.Round(share * 100m, PercentPlaces, MidpointRounding.ToZero)) + "%";

    /// <summary>An amount as stated.</summary>
    public static string Amount(decimal amount) => DecimalText.Print(amount);

    /// <summary>An amount in cents; empty for none.</summary>
    public static string Cents(decimal? amount) => amount is { } value ? DecimalText.PrintCents(value) : "";

    /// <summary>An amount rounded up to cents.</summary>
    public static decimal UpToCents(decimal amount) => Math.Ceiling(amount * 100m) / 100m;

    /// <summary>Words with commas, and the last with "and".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>The first ten inputs by name or code, and how many more there are.</summary>
    public static string Names(IReadOnlyList<OriginInput> inputs)
    {
        var names = inputs.Select(input => input.Label).Distinct().ToList();
        return names.Count <= MostNames ? List(names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
    }
}
