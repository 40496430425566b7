namespace GeoGraph.Tariffs;

/// <summary>The least that would have to change for a good to qualify.</summary>
internal static class OriginChange
{
    /// <summary>
    /// In a sentence without its end: what every way asks for, and the way to qualify that asks for the least value to change. Of the requirements of one way the greatest
    /// counts, as one replaced input can serve several.
    /// </summary>
    public static string Least(IReadOnlyList<CriterionResult> always, IReadOnlyList<List<CriterionResult>> ways)
    {
        var changes = always.Where(result => result.Met != Truth.True).Select(result => result.Change).ToList();
        if (ways.Count > 0 && !ways.Any(IsMet))
            changes.Add(OfWays(ways));
        return string.Join("; and ", changes);
    }

    private static string OfWays(IReadOnlyList<List<CriterionResult>> ways)
    {
        var known = ways.Where(way => way.TrueForAll(result => result.Met == Truth.True || result.ShortByValue is not null)).ToList();
        var open = ways.Where(way => way.TrueForAll(result => result.Met != Truth.False)).Select(Sentence);
        return known.Count == 0
            ? string.Join("; or ", ways.Select(Sentence))
            : string.Join("; or ", open.Prepend(Sentence(known.MinBy(way => way.Max(result => result.ShortByValue ?? 0m))!)));
    }

    private static bool IsMet(List<CriterionResult> way) => way.TrueForAll(result => result.Met == Truth.True);

    private static string Sentence(List<CriterionResult> way) => string.Join(" and ", way.Where(result => result.Met != Truth.True).Select(result => result.Change));
}
