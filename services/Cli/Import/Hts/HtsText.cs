using System.Text.RegularExpressions;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>Texts of the published schedule as plain text: its tags are layout, and its spaces are as wide as a column needed.</summary>
internal static partial class HtsText
{
    /// <summary>The text without tags, with single spaces; a break of line is a space, and m&lt;sup&gt;2&lt;/sup&gt; is m2.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var untagged = text.Contains('<', StringComparison.Ordinal) ? Tag().Replace(Break().Replace(text, " "), "") : text;
        return Spaces().Replace(untagged, " ").Trim();
    }

    /// <summary>A rate as duties are written: " + " between its parts, a stroke between an amount and its unit without spaces.</summary>
    public static string Rate(string plain) => Glued().Replace(Stroke().Replace(Plus().Replace(plain, " + "), "/"), " ");

    /// <summary>A text whose words were divided at the end of a line, with those words whole: "thou- sand".</summary>
    public static string Undivided(string text) => Divided().Replace(text, "");

    /// <summary>The chapter 98 and 99 headings that a note names, each once, in order of mention.</summary>
    public static IEnumerable<string> Headings(string note) => Heading().Matches(note).Select(match => match.Value);

    [GeneratedRegex(@"<(br|nl|newline)\s*/?>")]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\+\s*")]
    private static partial Regex Plus();

    [GeneratedRegex(@"\s*/\s*")]
    private static partial Regex Stroke();

    // "m2of", where the layout had the 2 above the line.
    [GeneratedRegex(@"(?<=\bm[23])(?=[a-z])")]
    private static partial Regex Glued();

    [GeneratedRegex(@"(?<=[a-z])- (?=[a-z])")]
    private static partial Regex Divided();

    [GeneratedRegex(@"\b9[89]\d\d\.\d\d\.\d\d(\.\d\d)?\b")]
    private static partial Regex Heading();
}
