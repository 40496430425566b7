using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Closure;

/// <summary>
/// What a flow passes under a closure, as parts of the whole flow before it: the part that did not pass what is shut keeps its passages, as far as they fit into it; the
/// part that goes round passes what the other way passes.
/// </summary>
internal static class PassagesAfter
{
    /// <summary>The chokepoints and parts in order of node, those that are shut with zero; a part is null where unknown.</summary>
    public static SortedDictionary<int, decimal?> Of(ReadOnlySpan<Passage> before, FlowDetour detour, IEnumerable<int> shut)
    {
        var after = new SortedDictionary<int, decimal?>();
        var rest = 1m - detour.Part;
        foreach (var passage in before)
            after[passage.Chokepoint] = passage.Share is { } share && rest is { } kept ? Math.Min(share, kept) : rest == 0m ? 0m : null;
        foreach (var chokepoint in detour.Detour?.Chokepoints ?? [])
        {
            var kept = after.TryGetValue(chokepoint, out var part) ? part : 0m;
            after[chokepoint] = kept + detour.Rerouted;
        }
        foreach (var chokepoint in shut)
        {
            if (after.ContainsKey(chokepoint))
                after[chokepoint] = 0m;
        }
        return after;
    }
}
