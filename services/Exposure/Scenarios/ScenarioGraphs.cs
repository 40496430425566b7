using GeoGraph.Exposure.Feed;
using GeoGraph.Hosting;

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
    private readonly RecentlyUsed<Entry> _kept = new(Kept, entries => entries.Sum(entry => (long)entry.World.Graph.Flows.Count) > MostFlowsKept);

    /// <summary>The graph under the scenarios, at the revision of the baseline.</summary>
    /// <param name="baseline">The graph as it stands.</param>
    /// <param name="scenarios">What is assumed, in order.</param>
    /// <param name="key">A text that is the same for the same scenarios.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Core.GeoGraphException">As <see cref="ScenarioRun"/> says.</exception>
    public LoadedGraph Get(LoadedGraph baseline, IReadOnlyList<Scenario> scenarios, string key, CancellationToken cancellationToken)
    {
        if (_kept.Find(entry => entry.Key == key && IsSame(entry.Baseline, baseline)) is { } kept)
            return kept.World with { Revision = baseline.Revision };
        var world = ScenarioRun.Apply(baseline, scenarios, cancellationToken);
        _kept.Add(new Entry(baseline, key, world));
        return world;
    }

    // Only the revision may differ: changes that no exposure question reads leave graph, aliases and sea as they are.
    private static bool IsSame(LoadedGraph kept, LoadedGraph baseline) =>
        ReferenceEquals(kept.Graph, baseline.Graph) && ReferenceEquals(kept.Aliases, baseline.Aliases) && ReferenceEquals(kept.Sea, baseline.Sea);

    private sealed record Entry(LoadedGraph Baseline, string Key, LoadedGraph World);
}
