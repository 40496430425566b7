using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Of measures that are out by date, keeps for each authority the one that ended last and the one that begins next. Left out are those that
/// what the entry states keeps out on any date, and other versions of a heading that is in force.
/// </summary>
internal static class NearestInTime
{
    /// <summary>The reasons for what is out before its conditions are looked at.</summary>
    public static IEnumerable<NotAppliedMeasure> Of(Candidates candidates, FactSet facts)
    {
        var inForce = candidates.Live.Select(candidate => HeadingOf(candidate.Measure)).ToHashSet();
        var nearest = new Dictionary<(string Authority, bool IsAhead), BarredCandidate>();
        foreach (var entry in candidates.Barred)
        {
            if (entry.Kind != NotAppliedKind.Date)
            {
                yield return Reason(entry);
                continue;
            }
            var measure = entry.Candidate.Measure;
            if ((measure.Heading.Length > 0 && inForce.Contains(HeadingOf(measure))) || Verdicts.OfStated(entry.Candidate.Compiled, facts) == Truth.False)
                continue;
            var key = (measure.Authority, entry.IsAhead);
            if (!nearest.TryGetValue(key, out var other) || IsNearer(entry, other, entry.IsAhead))
                nearest[key] = entry;
        }
        foreach (var entry in nearest.Values)
            yield return Reason(entry);
    }

    private static (EntityId ImposedById, string Authority, string Heading) HeadingOf(Measure measure) => (measure.ImposedById, measure.Authority, measure.Heading);

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
