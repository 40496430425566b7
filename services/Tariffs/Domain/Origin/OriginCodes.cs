using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Codes of inputs against the codes that requirements name.</summary>
internal static class OriginCodes
{
    /// <summary>Whether spans cover a code; unknown where the code is empty or too short to tell.</summary>
    public static Truth Covers(IReadOnlyList<CodeSpan> spans, string code)
    {
        if (spans.Count == 0)
            return Truth.False;
        if (!HsCode.TryParse(code, out var read))
            return Truth.Unknown;
        var (span, found) = (CodeSpan.OfPrefix(read.Digits), Truth.False);
        foreach (var one in spans)
        {
            if (one.Contains(span))
                return Truth.True;
            if (one.Overlaps(span))
                found = Truth.Unknown;
        }
        return found;
    }

    /// <summary>The beginning of a code, with its usual dots.</summary>
    public static string Head(string code, int digits)
    {
        var read = HsCode.Parse(code).Digits;
        return HsCode.Parse(read[..Math.Min(digits, read.Length)]).ToString();
    }

    /// <summary>Spans as prefixes and ranges.</summary>
    public static string Words(IReadOnlyList<CodeSpan> spans) => OriginWords.List([.. spans.Select(Words)]);

    private static string Words(CodeSpan span)
    {
        var digits = CodeSpan.Digits;
        while (digits > 2 && span.First % CodeSpan.Power(CodeSpan.Digits - digits + 2) == 0
            && (span.Last + 1) % CodeSpan.Power(CodeSpan.Digits - digits + 2) == 0)
        {
            digits -= 2;
        }
        var (first, last) = (Prefix(span.First, digits), Prefix(span.Last, digits));
        return first == last ? first : $"{first}-{last}";
    }

    private static string Prefix(long code, int digits) => HsCode.Parse(code.ToString("D10", CultureInfo.InvariantCulture)[..digits]).ToString();
}
