using System.Globalization;

namespace GeoGraph.Core;

/// <summary>
/// Decimals as text: the form of amounts, rates and shares on the wire and in stores. Plain digits with an optional
/// minus and point (<c>-12.50</c>); no exponent, no group separators; at most 28 digits, a zero before the point included.
/// </summary>
public static class DecimalText
{
    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "a decimal is plain digits with an optional minus and point, without exponent or separators, at most 28 digits";

    /// <summary>Reads a decimal, or says false where the text breaks <see cref="Rule"/>.</summary>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0m;
        if (string.IsNullOrEmpty(text) || text[0] == '+' || text.Length > 40)
            return false;
        var digits = 0;
        foreach (var character in text)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits is > 0 and <= 28
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Writes a decimal in its shortest form: no trailing zeros after the point.</summary>
    public static string Print(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Writes an amount of money with two places, which it must already be rounded to.</summary>
    public static string PrintCents(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
