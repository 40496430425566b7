namespace GeoGraph.Tariffs;

/// <summary>Lines of a schedule that the same live measures cover in the same way, so that they owe the same from every origin.</summary>
/// <param name="Sample">The code of one of them, without dots.</param>
/// <param name="Covers">The measures, in order of place.</param>
/// <param name="IsAlone">True for a line that shares its rates with no other: a measure covers it in part, or has a quota.</param>
internal sealed record LineKind(string Sample, MeasureCover[] Covers, bool IsAlone);

/// <summary>The lines of a schedule on a date, by kind.</summary>
/// <param name="Kinds">The kinds, in order of their first line.</param>
/// <param name="OfLine">The kind of each line.</param>
internal sealed record LineKinds(IReadOnlyList<LineKind> Kinds, int[] OfLine)
{
    /// <summary>Parts lines into kinds.</summary>
    /// <param name="live">The measures.</param>
    /// <param name="codes">The lines' codes, without dots.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static LineKinds Of(LiveMeasures live, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        var keys = new long[codes.Count][];
        var covers = new MeasureCover[codes.Count][];
        Parallel.For(0, codes.Count, new ParallelOptions { CancellationToken = cancellationToken }, () => new List<MeasureCover>(64), (line, _, found) =>
        {
            found.Clear();
            live.FindCovering(codes[line], found);
            (keys[line], covers[line]) = (KeyOf(line, found, live), [.. found]);
            return found;
        }, _ => { });
        var numbers = new Dictionary<long[], int>(KeyComparer.Instance);
        var kinds = new List<LineKind>();
        var ofLine = new int[codes.Count];
        for (var line = 0; line < codes.Count; line++)
        {
            if (!numbers.TryGetValue(keys[line], out ofLine[line]))
            {
                numbers[keys[line]] = ofLine[line] = kinds.Count;
                kinds.Add(new LineKind(codes[line], covers[line], covers[line].Any(cover => IsAlone(cover, live))));
            }
        }
        return new LineKinds(kinds, ofLine);
    }

    /// <summary>Adds the order by width of measures of which the narrowest is owed.</summary>
    public static void AddWidths(List<MeasureCover> covers, LiveMeasures live, List<long> key)
    {
        foreach (var type in (ReadOnlySpan<MeasureType>)[MeasureType.ThirdCountryDuty, MeasureType.PenalDuty])
        {
            var rates = covers.FindAll(cover => live.All[cover.Place].Measure.Type == type);
            if (rates.Count <= 1)
                continue;
            key.Add(long.MinValue);
            key.AddRange(rates.Select(cover => (long)rates.Count(other => other.Width < cover.Width)));
        }
    }

    private static bool IsAlone(MeasureCover cover, LiveMeasures live) => cover.Coverage == Coverage.Partial || live.IsPeculiar[cover.Place];

    private static long[] KeyOf(int line, List<MeasureCover> found, LiveMeasures live)
    {
        var key = new List<long>(found.Count + 4);
        foreach (var cover in found)
            key.Add(cover.Place);
        if (found.Exists(cover => IsAlone(cover, live)))
            key.Add(-1L - line);
        AddWidths(found, live, key);
        return [.. key];
    }

    /// <summary>Compares keys by their numbers.</summary>
    internal sealed class KeyComparer : IEqualityComparer<long[]>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(long[]? left, long[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(long[] key)
        {
            var hash = default(HashCode);
            foreach (var number in key)
                hash.Add(number);
            return hash.ToHashCode();
        }
    }
}
