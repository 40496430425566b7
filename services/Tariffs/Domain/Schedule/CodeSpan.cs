using System.Diagnostics.CodeAnalysis;

namespace GeoGraph.Tariffs;

/// <summary>
/// A stretch of goods codes as numbers of ten digits, both ends inclusive: a prefix stands for every code beneath it, so
/// <c>8703.23</c> is 8703230000 to 8703239999.
/// </summary>
/// <param name="First">The first code.</param>
/// <param name="Last">The last code.</param>
internal readonly record struct CodeSpan(long First, long Last)
{
    /// <summary>How many digits a whole code has.</summary>
    public const int Digits = 10;

    /// <summary>Every code.</summary>
    public static readonly CodeSpan Everything = new(0, 9_999_999_999);

    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "goods are a prefix of 2 to 10 digits (dots allowed) or two such prefixes of one length with a hyphen between, the smaller first";

    /// <summary>How many codes it has, less one; smaller is more specific.</summary>
    public long Width => Last - First;

    /// <summary>True where all of <paramref name="other"/> lies in it.</summary>
    public bool Contains(CodeSpan other) => First <= other.First && other.Last <= Last;

    /// <summary>True where the two share a code.</summary>
    public bool Overlaps(CodeSpan other) => First <= other.Last && other.First <= Last;

    /// <summary>The span of a prefix of 1 to 10 digits.</summary>
    public static CodeSpan OfPrefix(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        var below = Power(Digits - digits.Length);
        return new CodeSpan(number * below, (number * below) + below - 1);
    }

    /// <summary>Reads a prefix or a range, or says false where the text breaks <see cref="Rule"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CodeSpan span)
    {
        span = default;
        if (text is null)
            return false;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0)
            return TryDigits(text, out var digits) && Set(out span, OfPrefix(Declared(digits)));
        if (!TryDigits(text[..hyphen], out var from) || !TryDigits(text[(hyphen + 1)..], out var to) || from.Length != to.Length
            || string.CompareOrdinal(from, to) > 0)
        {
            return false;
        }
        return Set(out span, new CodeSpan(OfPrefix(from).First, OfPrefix(to).Last));
    }

    /// <summary>
    /// A code that ends in 00 beyond its heading is its parent not divided further (8457.10.00 is all of 8457.10), so the
    /// parent's digits stand for it.
    /// </summary>
    public static string Declared(string digits)
    {
        while (digits.Length > 4 && digits.Length % 2 == 0 && digits.EndsWith("00", StringComparison.Ordinal))
            digits = digits[..^2];
        return digits;
    }

    /// <summary>Ten to a power from 0 to 10.</summary>
    public static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static bool Set(out CodeSpan span, CodeSpan value)
    {
        span = value;
        return true;
    }

    private static bool TryDigits(string text, out string digits)
    {
        var trimmed = text.Trim();
        digits = trimmed.Replace(".", "", StringComparison.Ordinal);
        return digits.Length is >= 2 and <= Digits && digits.All(char.IsAsciiDigit)
            && trimmed[0] != '.' && trimmed[^1] != '.' && !trimmed.Contains("..", StringComparison.Ordinal);
    }
}
