using System.Diagnostics.CodeAnalysis;

namespace GeoGraph.Core;

/// <summary>
/// A code of the Harmonized System or of a national schedule on it: 2 (chapter), 4 (heading), 6 (subheading), 8 or 10
/// digits, kept without dots. A shorter code covers every code that starts with it.
/// </summary>
public readonly record struct HsCode : IComparable<HsCode>
{
    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "an HS or HTS code has 2, 4, 6, 8 or 10 digits, dots allowed between them";

    private readonly string? _digits;

    private HsCode(string digits) => _digits = digits;

    /// <summary>The digits without dots.</summary>
    public string Digits => _digits ?? "";

    /// <summary>How many digits the code has: 2, 4, 6, 8 or 10.</summary>
    public int Length => Digits.Length;

    /// <summary>Reads <c>8542.31</c>, <c>854231</c> or <c>8542.31.00.01</c>.</summary>
    /// <exception cref="FormatException">The text breaks <see cref="Rule"/>.</exception>
    public static HsCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an HS code: {Rule}.");

    /// <summary>Reads a code, or says false where the text breaks <see cref="Rule"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out HsCode code)
    {
        code = default;
        if (string.IsNullOrEmpty(text) || text.Length > 14 || text[0] == '.' || text[^1] == '.')
            return false;
        Span<char> digits = stackalloc char[14];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && text[i - 1] != '.')
                continue;
            if (!char.IsAsciiDigit(text[i]))
                return false;
            digits[count++] = text[i];
        }
        if (count is not (2 or 4 or 6 or 8 or 10))
            return false;
        code = new HsCode(new string(digits[..count]));
        return true;
    }

    /// <summary>True where <paramref name="other"/> is this code or lies beneath it.</summary>
    public bool Covers(HsCode other) => other.Digits.StartsWith(Digits, StringComparison.Ordinal);

    /// <summary>Ordinal order of the digits, so that a heading comes before what lies beneath it.</summary>
    public int CompareTo(HsCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <summary>The code with its usual dots: <c>8542</c>, <c>8542.31</c>, <c>8542.31.00</c>, <c>8542.31.00.01</c>.</summary>
    public override string ToString() => Length switch
    {
        <= 4 => Digits,
        6 => $"{Digits[..4]}.{Digits[4..]}",
        8 => $"{Digits[..4]}.{Digits[4..6]}.{Digits[6..]}",
        _ => $"{Digits[..4]}.{Digits[4..6]}.{Digits[6..8]}.{Digits[8..]}",
    };
}
