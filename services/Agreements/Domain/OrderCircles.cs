namespace GeoGraph.Agreements;

/// <summary>What must hold of the records of one kind together: stacking rules do not shut one another out in a circle, quotas do not carry over in one.</summary>
internal static class OrderCircles
{
    private const string Arrow = " → ";

    /// <summary>The rule that some records break together, with the circle shown; one for each circle, with the record that it is told of.</summary>
    /// <param name="all">Every stacking rule or quota as it would stand.</param>
    /// <param name="written">Those of them that are written.</param>
    public static IEnumerable<(DatedRecord Record, string Field, string Rule)> Find(IReadOnlyCollection<DatedRecord> all, IReadOnlyCollection<DatedRecord> written)
    {
        var rules = all.OfType<StackingRule>().Where(rule => rule.Kind != StackingKind.HighestOnly).ToArray();
        foreach (var circle in Circles.Through(written.OfType<StackingRule>(), rule => rules.Where(other => Meets(rule, other))))
            yield return (circle[0], "second", $"rules of one order do not shut one another out in a circle, unless they have different orders: {Shown(circle)}");
        var quotas = all.OfType<Quota>().ToArray();
        foreach (var circle in Circles.Through(written.OfType<Quota>(), quota => quotas.Where(other => other.Id == quota.CarriesOverToId)))
            yield return (circle[0], "carries_over_to_id", $"quotas do not carry over in a circle: {Shown(circle)}");
    }

    private static string Shown(IReadOnlyList<DatedRecord> circle) => string.Join(Arrow, circle.Append(circle[0]).Select(record => record.Id.Value));

    // What the one shuts out is what the other starts from, at a time when both stand and are known.
    private static bool Meets(StackingRule from, StackingRule to) =>
        from.ImposedById == to.ImposedById && from.Order == to.Order && from.Kind != StackingKind.HighestOnly
        && from.Effective.Overlaps(to.Effective) && from.Known.Overlaps(to.Known)
        && from.Second.Intersect(to.First, StringComparer.Ordinal).Any()
        && (from.SecondHeadings.Count == 0 || to.FirstHeadings.Count == 0 || from.SecondHeadings.Intersect(to.FirstHeadings, StringComparer.Ordinal).Any());
}
