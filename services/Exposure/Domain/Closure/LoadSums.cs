using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Closure;

/// <summary>Sums what passes each chokepoint over flows, before and under a closure.</summary>
internal sealed class LoadSums(CompiledGraph graph)
{
    private readonly SortedDictionary<int, (decimal Before, decimal After)> _sums = [];
    private decimal _before;
    private decimal _after;

    /// <summary>Adds a flow of known value.</summary>
    /// <returns>False where some of what it passes is unknown; that is left out.</returns>
    public bool Add(int flow, decimal value, FlowDetour? detour, IEnumerable<int> shut)
    {
        var passages = graph.Transits.OfFlow(flow);
        var isKnown = detour is null || detour.Delivered is not null;
        _before += value;
        _after += value * (detour is null ? 1m : detour.Delivered ?? 0m);
        foreach (var passage in passages)
        {
            Add(passage.Chokepoint, value * (passage.Share ?? 0m), detour is null ? value * (passage.Share ?? 0m) : 0m);
            isKnown &= passage.Share is not null;
        }
        if (detour is null)
            return isKnown;
        foreach (var (chokepoint, part) in PassagesAfter.Of(passages, detour, shut))
        {
            Add(chokepoint, 0m, value * (part ?? 0m));
            isKnown &= part is not null;
        }
        return isKnown;
    }

    /// <summary>The loads, the largest gain first, then by id.</summary>
    public IReadOnlyList<ChokepointLoad> ToLoads() => [.. _sums
        .Select(entry => new ChokepointLoad(graph.NodeId(entry.Key), entry.Value.Before, entry.Value.After, Share(entry.Value.Before, _before), Share(entry.Value.After, _after)))
        .OrderByDescending(load => load.After - load.Before).ThenBy(load => load.Chokepoint)];

    private void Add(int chokepoint, decimal before, decimal after)
    {
        var sums = _sums.GetValueOrDefault(chokepoint);
        _sums[chokepoint] = (sums.Before + before, sums.After + after);
    }

    private static decimal? Share(decimal part, decimal whole) => whole > 0m ? ShareRange.Round(part / whole) : null;
}
