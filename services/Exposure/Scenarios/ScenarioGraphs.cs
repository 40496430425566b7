using GeoGraph.Exposure.Feed;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>
/// The graphs under the scenarios asked for last, so that several questions of one scenario build its graph once. Bounded; the least recently used is dropped
/// first. Safe for concurrent use.
/// </summary>
internal sealed class ScenarioGraphs
{
    /// <summary>How many graphs are kept.</summary>
    public const int Kept = 8;

    // Large graphs are kept in less number, as each takes the memory of a whole graph.
    private const int MostFlowsKept = 20_000_000;
    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _newestFirst = new();

    /// <summary>The graph under the scenarios, at the revision of the baseline.</summary>
    /// <param name="baseline">The graph as it stands.</param>
    /// <param name="scenarios">What is assumed, in order.</param>
    /// <param name="key">A text that is the same for the same scenarios.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Core.GeoGraphException">As <see cref="ScenarioRun"/> says.</exception>
    public LoadedGraph Get(LoadedGraph baseline, IReadOnlyList<Scenario> scenarios, string key, CancellationToken cancellationToken)
    {
        if (Find(baseline, key) is { } kept)
            return kept with { Revision = baseline.Revision };
        var world = ScenarioRun.Apply(baseline, scenarios, cancellationToken);
        Keep(new Entry(baseline, key, world));
        return world;
    }

    private LoadedGraph? Find(LoadedGraph baseline, string key)
    {
        lock (_gate)
        {
            for (var node = _newestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key || !IsSame(node.Value.Baseline, baseline))
                    continue;
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
                return node.Value.World;
            }
            return null;
        }
    }

    // Only the revision may differ: changes that no exposure question reads leave graph, aliases and sea as they are.
    private static bool IsSame(LoadedGraph kept, LoadedGraph baseline) =>
        ReferenceEquals(kept.Graph, baseline.Graph) && ReferenceEquals(kept.Aliases, baseline.Aliases) && ReferenceEquals(kept.Sea, baseline.Sea);

    private void Keep(Entry entry)
    {
        lock (_gate)
        {
            _newestFirst.AddFirst(entry);
            while (_newestFirst.Count > Kept || (_newestFirst.Count > 1 && _newestFirst.Sum(kept => (long)kept.World.Graph.Flows.Count) > MostFlowsKept))
                _newestFirst.RemoveLast();
        }
    }

    private sealed record Entry(LoadedGraph Baseline, string Key, LoadedGraph World);
}
