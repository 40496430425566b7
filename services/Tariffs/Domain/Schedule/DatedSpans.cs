using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How much of an entry's code something covers. A code given short may be covered in part.</summary>
internal enum Coverage
{
    /// <summary>No code beneath it.</summary>
    None,

    /// <summary>Some codes beneath it and not others, or not told apart.</summary>
    Partial,

    /// <summary>All codes beneath it.</summary>
    Full,
}

/// <summary>A span of codes that counts for a time.</summary>
/// <param name="Span">The codes.</param>
/// <param name="Valid">When they count.</param>
/// <param name="Known">When they were known to count; null means always.</param>
internal readonly record struct DatedSpan(CodeSpan Span, ValidPeriod Valid, ValidPeriod? Known);

/// <summary>Spans of codes in order, searched without looking at all of them. Immutable.</summary>
internal sealed class DatedSpans
{
    /// <summary>No codes.</summary>
    public static readonly DatedSpans None = new([]);

    private readonly DatedSpan[] _spans;
    private readonly long[] _furthest;

    /// <summary>Takes spans in any order.</summary>
    public DatedSpans(IEnumerable<DatedSpan> spans)
    {
        _spans = [.. spans];
        Array.Sort(_spans, static (left, right) => left.Span.First != right.Span.First ? left.Span.First.CompareTo(right.Span.First) : left.Span.Last.CompareTo(right.Span.Last));
        _furthest = new long[_spans.Length];
        for (var i = 0; i < _spans.Length; i++)
            _furthest[i] = i == 0 ? _spans[i].Span.Last : Math.Max(_furthest[i - 1], _spans[i].Span.Last);
    }

    /// <summary>The spans, in order of their first code.</summary>
    public IReadOnlyList<DatedSpan> All => _spans;

    /// <summary>How much of a code is covered on a date, as known; <paramref name="width"/> is that of the narrowest span that covers it whole.</summary>
    public Coverage Of(CodeSpan code, DateOnly asOf, DateOnly? knownAt, out long width)
    {
        width = long.MaxValue;
        var coverage = Coverage.None;
        for (var i = LastStartingIn(code); i >= 0 && _furthest[i] >= code.First; i--)
        {
            ref readonly var dated = ref _spans[i];
            if (!dated.Span.Overlaps(code) || !dated.Valid.Contains(asOf) || !Visibility.Sees(dated.Known, null, knownAt))
                continue;
            if (dated.Span.Contains(code))
                (coverage, width) = (Coverage.Full, Math.Min(width, dated.Span.Width));
            else if (coverage == Coverage.None)
                coverage = Coverage.Partial;
        }
        return coverage;
    }

    /// <summary>Adds the first code of every stretch within a code on which coverage can change.</summary>
    public void AddEdges(CodeSpan code, ISet<long> edges)
    {
        for (var i = LastStartingIn(code); i >= 0 && _furthest[i] >= code.First; i--)
        {
            var span = _spans[i].Span;
            if (span.First > code.First)
                edges.Add(span.First);
            if (span.Last >= code.First && span.Last < code.Last)
                edges.Add(span.Last + 1);
        }
    }

    /// <summary>Calls for every span that touches a code, on any date.</summary>
    public void Visit(CodeSpan code, Action<DatedSpan> visit)
    {
        for (var i = LastStartingIn(code); i >= 0 && _furthest[i] >= code.First; i--)
        {
            if (_spans[i].Span.Overlaps(code))
                visit(_spans[i]);
        }
    }

    private int LastStartingIn(CodeSpan code)
    {
        var (low, high) = (0, _spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].Span.First <= code.Last)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
