using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The figures that differ between two answers to one question.</summary>
internal static class AnswerDifferences
{
    private const string AtMost = " / at most";

    /// <summary>In the order of the baseline, then those that are only under the scenario. A figure that a whole answer lacks is zero there.</summary>
    public static IEnumerable<Wire.Difference> Between(IEnumerable<Figure> baseline, bool baselineIsWhole, IEnumerable<Figure> scenario, bool scenarioIsWhole)
    {
        var before = Keyed(baseline);
        var after = Keyed(scenario);
        foreach (var key in before.Keys.Concat(after.Keys.Where(key => !before.ContainsKey(key))))
        {
            Figure? was = before.TryGetValue(key, out var left) ? left : null;
            Figure? becomes = after.TryGetValue(key, out var right) ? right : null;
            if (was?.Value != becomes?.Value)
                yield return Difference(key, was?.Value, baselineIsWhole, becomes?.Value, scenarioIsWhole);
            if ((was?.AtMost ?? "").Length + (becomes?.AtMost ?? "").Length > 0 && Most(was) != Most(becomes))
                yield return Difference(key + AtMost, Most(was), baselineIsWhole, Most(becomes), scenarioIsWhole);
        }
    }

    /// <summary>Every figure of either answer, whether or not it differs, in the same order.</summary>
    public static IEnumerable<Wire.Difference> All(IEnumerable<Figure> baseline, bool baselineIsWhole, IEnumerable<Figure> scenario, bool scenarioIsWhole)
    {
        var (before, after) = (Keyed(baseline), Keyed(scenario));
        foreach (var key in before.Keys.Concat(after.Keys.Where(key => !before.ContainsKey(key))))
        {
            yield return Difference(key, before.TryGetValue(key, out var was) ? was.Value : null, baselineIsWhole,
                after.TryGetValue(key, out var becomes) ? becomes.Value : null, scenarioIsWhole);
        }
    }

    /// <summary>One figure on both sides; empty texts are unknown.</summary>
    public static Wire.Difference Of(string key, string before, string after) => Difference(key, before, true, after, true);

    private static string? Most(Figure? figure) => figure is { } known ? known.AtMost.Length > 0 ? known.AtMost : known.Value : null;

    private static Wire.Difference Difference(string key, string? before, bool beforeIsWhole, string? after, bool afterIsWhole)
    {
        var change = Number(after, afterIsWhole) - Number(before, beforeIsWhole);
        return new Wire.Difference
        {
            Figure = key,
            Baseline = before ?? "",
            Scenario = after ?? "",
            Change = change is { } known ? DecimalText.Print(known) : "",
        };
    }

    private static decimal? Number(string? text, bool isWhole) =>
        text is null ? isWhole ? 0m : null : DecimalText.TryParse(text, out var value) ? value : null;

    // Where an answer lists a key twice, the first entry stands for it. The order of entries is kept.
    private static OrderedDictionary<string, Figure> Keyed(IEnumerable<Figure> figures)
    {
        var keyed = new OrderedDictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var figure in figures)
            keyed.TryAdd(figure.Key, figure);
        return keyed;
    }
}
