using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>A rate of the schedule: its text, what it is as a duty, and the name that ids of its measures end with.</summary>
/// <param name="Text">The text, with the usual spaces.</param>
/// <param name="Duty">The duty; null where the text is none that can be computed.</param>
/// <param name="Refusal">Why it is none; empty where it is one.</param>
internal sealed record RateText(string Text, DutyExpression? Duty, string Refusal)
{
    private const int LongestName = 60;

    /// <summary>What two texts have in common that are written differently and are one rate.</summary>
    public string Key { get; } = Duty is null ? "text " + Text : "duty " + DutyPrinter.Print(Duty);

    /// <summary>The text as a measure's duty: in quotation marks where it is none that can be computed.</summary>
    public string Written => Duty is null ? $"\"{Text.Replace('"', '\'')}\"" : Text;

    /// <summary>The end of an id: <c>4p2pct</c>, <c>usd1p092-per-kg</c>, <c>0p4ceach-6p4pct</c>; a long text's is cut and ends in a sum of the whole.</summary>
    public string Name => NameOf(Text);

    /// <summary>Reads a text of the schedule.</summary>
    public static RateText Of(string plain)
    {
        var text = HtsText.Rate(plain);
        if (DutyParser.TryParse(text, out var duty, out var error))
            return new RateText(text, duty, "");
        var whole = HtsText.Undivided(text);
        return DutyParser.TryParse(whole, out duty, out _) ? new RateText(whole, duty, "") : new RateText(text, null, error.Message);
    }

    private static string NameOf(string text)
    {
        var spelled = text.ToLowerInvariant().Replace(" + ", "-", StringComparison.Ordinal).Replace(" each", "each", StringComparison.Ordinal)
            .Replace("%", "pct", StringComparison.Ordinal).Replace(".", "p", StringComparison.Ordinal).Replace("¢", "c", StringComparison.Ordinal)
            .Replace("$", "usd", StringComparison.Ordinal).Replace("/", "-per-", StringComparison.Ordinal);
        var name = new StringBuilder(spelled.Length);
        foreach (var character in spelled)
        {
            if (char.IsAsciiLetterOrDigit(character))
                name.Append(character);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }
        var whole = name.ToString().TrimEnd('-');
        return whole.Length <= LongestName ? whole : string.Create(CultureInfo.InvariantCulture, $"{whole[..LongestName].TrimEnd('-')}-{Sum(text)}");
    }

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
