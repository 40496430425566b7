namespace GeoGraph.Tariffs;

/// <summary>Of measures that are out by date, keeps for each authority the one that ended last and the one that begins next.</summary>
internal static class NearestInTime
{
    /// <summary>The reasons for what is out before its conditions are looked at.</summary>
    public static IEnumerable<NotAppliedMeasure> Of(List<BarredCandidate> barred)
    {
        var nearest = new Dictionary<(string Authority, bool IsAhead), BarredCandidate>();
        foreach (var entry in barred)
        {
            if (entry.Kind != NotAppliedKind.Date)
            {
                yield return Reason(entry);
                continue;
            }
            var key = (entry.Candidate.Measure.Authority, entry.IsAhead);
            if (!nearest.TryGetValue(key, out var other) || IsNearer(entry, other, entry.IsAhead))
                nearest[key] = entry;
        }
        foreach (var entry in nearest.Values)
            yield return Reason(entry);
    }

    private static NotAppliedMeasure Reason(BarredCandidate entry) => new(entry.Candidate.Measure, entry.Kind, entry.Reason, "");

    private static bool IsNearer(BarredCandidate left, BarredCandidate right, bool isAhead)
    {
        var (a, b) = (left.Candidate.Measure, right.Candidate.Measure);
        var order = isAhead
            ? (b.Effective.From ?? DateOnly.MinValue).CompareTo(a.Effective.From ?? DateOnly.MinValue)
            : (a.Effective.To ?? DateOnly.MaxValue).CompareTo(b.Effective.To ?? DateOnly.MaxValue);
        return order != 0 ? order > 0 : a.Id.CompareTo(b.Id) < 0;
    }
}
