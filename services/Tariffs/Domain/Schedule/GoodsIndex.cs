using System.Collections.Frozen;

namespace GeoGraph.Tariffs;

/// <summary>
/// Finds the measures that may cover a code without looking at all: every span is cut into prefixes, each prefix holds its
/// measures, and a code is looked up by each of its own prefixes. A short code also takes what lies beneath it. Immutable.
/// </summary>
internal sealed class GoodsIndex
{
    private readonly FrozenDictionary<long, int[]> _byPrefix;
    private readonly (long First, int Length, int[] Measures)[] _inOrder;
    private readonly int[] _everywhere;

    private GoodsIndex(Dictionary<long, SortedSet<int>> byPrefix, int[] everywhere)
    {
        _everywhere = everywhere;
        _byPrefix = byPrefix.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _inOrder = [.. _byPrefix
            .Select(pair => (First: pair.Key % Scale * CodeSpan.Power(CodeSpan.Digits - Length(pair.Key)), Length: Length(pair.Key), Measures: pair.Value))
            .OrderBy(row => row.First).ThenBy(row => row.Length)];
    }

    private const long Scale = 10_000_000_000;

    /// <summary>Makes an index of measures with the spans that they may cover.</summary>
    /// <param name="spans">Number of the measure, and a span of its; a measure may come many times.</param>
    /// <param name="everywhere">Measures that cover all goods.</param>
    public static GoodsIndex Of(IEnumerable<(int Measure, CodeSpan Span)> spans, IEnumerable<int> everywhere)
    {
        var byPrefix = new Dictionary<long, SortedSet<int>>();
        foreach (var (measure, span) in spans)
        {
            foreach (var key in Prefixes(span))
            {
                if (!byPrefix.TryGetValue(key, out var measures))
                    byPrefix[key] = measures = [];
                measures.Add(measure);
            }
        }
        return new GoodsIndex(byPrefix, [.. everywhere]);
    }

    /// <summary>Adds the measures that may cover a code, each once, in growing order of number.</summary>
    public void Find(string digits, List<int> found)
    {
        var start = found.Count;
        found.AddRange(_everywhere);
        var number = 0L;
        for (var length = 1; length <= digits.Length; length++)
        {
            number = (number * 10) + (digits[length - 1] - '0');
            if (_byPrefix.TryGetValue(Key(length, number), out var measures))
                found.AddRange(measures);
        }
        if (digits.Length < CodeSpan.Digits)
            AddBeneath(CodeSpan.OfPrefix(digits), digits.Length, found);
        SortOnce(found, start);
    }

    private void AddBeneath(CodeSpan code, int length, List<int> found)
    {
        var (low, high) = (0, _inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_inOrder[middle].First < code.First)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low; i < _inOrder.Length && _inOrder[i].First <= code.Last; i++)
        {
            if (_inOrder[i].Length > length)
                found.AddRange(_inOrder[i].Measures);
        }
    }

    private static void SortOnce(List<int> found, int start)
    {
        found.Sort(start, found.Count - start, null);
        var kept = start;
        for (var i = start; i < found.Count; i++)
        {
            if (i == start || found[i] != found[kept - 1])
                found[kept++] = found[i];
        }
        found.RemoveRange(kept, found.Count - kept);
    }

    // The fewest prefixes that make up the span: at each point the widest one that starts there and still fits.
    private static IEnumerable<long> Prefixes(CodeSpan span)
    {
        for (var at = span.First; at <= span.Last;)
        {
            var width = 1L;
            var length = CodeSpan.Digits;
            while (length > 1 && at % (width * 10) == 0 && at + (width * 10) - 1 <= span.Last)
                (width, length) = (width * 10, length - 1);
            yield return Key(length, at / width);
            at += width;
        }
    }

    private static long Key(int length, long prefix) => (length * Scale) + prefix;

    private static int Length(long key) => (int)(key / Scale);
}
