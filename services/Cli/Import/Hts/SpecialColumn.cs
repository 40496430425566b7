using System.Text.RegularExpressions;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>Splits column 1 special, <c>Free (AU,KR) 5.5% (JP) See 9823.01.01 (S+)</c>, into rates with the letters of the programmes that have them.</summary>
internal static partial class SpecialColumn
{
    /// <summary>The rates, each with its letters; a text without letters comes with none.</summary>
    /// <param name="plain">The column's plain text.</param>
    public static IEnumerable<(string Rate, IReadOnlyList<string> Letters)> Split(string plain)
    {
        var from = 0;
        foreach (Match match in Letters().Matches(plain))
        {
            var rate = plain[from..match.Index].Trim().TrimEnd(',');
            var letters = match.Groups["letters"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            yield return (rate, [.. letters.Select(letter => letter.Trim('.', '('))]);
            from = match.Index + match.Length;
        }
        if (plain[from..].Trim() is { Length: > 0 } rest)
            yield return (rest, []);
    }

    // Letters alone: "note 1(b) to this subchapter" and "(see U.S. note 3)" are words of the rate.
    [GeneratedRegex(@"\((?<letters>\(?\s*\.?[A-Z]{1,2}[*+]?(?:[\s,.(]+[A-Z]{1,2}[*+]?)*[\s,]*)\)+")]
    private static partial Regex Letters();
}
