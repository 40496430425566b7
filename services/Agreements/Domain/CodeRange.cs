using System.Diagnostics.CodeAnalysis;
using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>All codes beneath a prefix ("8703.23"), or beneath any prefix of a range of one length ("8703.21-8703.24", both ends inclusive).</summary>
internal readonly record struct CodeRange(HsCode First, HsCode Last)
{
    public const string Rule = "goods are an HS prefix of 2 to 10 digits, or two of one length with a hyphen between them, the lower first";

    public static bool TryParse([NotNullWhen(true)] string? text, out CodeRange range)
    {
        range = default;
        if (string.IsNullOrEmpty(text))
            return false;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        var firstText = hyphen < 0 ? text : text[..hyphen];
        var lastText = hyphen < 0 ? text : text[(hyphen + 1)..];
        if (!HsCode.TryParse(firstText.Trim(), out var first) || !HsCode.TryParse(lastText.Trim(), out var last)
            || first.Length != last.Length || first.CompareTo(last) > 0)
        {
            return false;
        }
        range = new CodeRange(first, last);
        return true;
    }

    /// <summary>True where the code lies beneath the range.</summary>
    public bool Covers(HsCode code)
    {
        if (code.Length < First.Length)
            return false;
        var head = code.Digits.AsSpan(0, First.Length);
        return head.CompareTo(First.Digits, StringComparison.Ordinal) >= 0 && head.CompareTo(Last.Digits, StringComparison.Ordinal) <= 0;
    }

    /// <summary>True where the code lies beneath the range or the range reaches beneath the code.</summary>
    public bool Touches(HsCode code)
    {
        if (code.Length >= First.Length)
            return Covers(code);
        var first = First.Digits.AsSpan(0, code.Length);
        var last = Last.Digits.AsSpan(0, code.Length);
        return first.CompareTo(code.Digits, StringComparison.Ordinal) <= 0 && last.CompareTo(code.Digits, StringComparison.Ordinal) >= 0;
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}-{Last}";
}
