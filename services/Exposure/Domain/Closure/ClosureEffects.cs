using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Closure;

/// <summary>What a closure does to a graph, for other measures: as changes of a scenario, and as what still arrives of flows in a shock.</summary>
internal static class ClosureEffects
{
    /// <summary>
    /// The changes that a closure makes: what is lost leaves value, share and capacity; what goes round passes other chokepoints, marked inferred. A flow that is lost whole is
    /// removed. Where no source says how much passes what is shut, what is left is unknown.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GraphChanges Changes(CompiledGraph graph, SeaNetwork sea, IReadOnlyList<ShutPassage> shut, CancellationToken cancellationToken)
    {
        var finder = new DetourFinder(graph, sea, shut);
        var (put, lost) = (new List<RelationRow>(), new List<EntityId>());
        foreach (var detour in finder.Find(AllFlows(graph), cancellationToken))
        {
            if (detour.Delivered == 0m)
                lost.Add(graph.Flows.Id(detour.Flow));
            else
                put.Add(Left(graph, detour, finder.Shut));
        }
        return new GraphChanges { PutRelations = put, Removed = lost };
    }

    /// <summary>The flows that pass what is shut, in order, each with what becomes of it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<FlowDetour> Flows(CompiledGraph graph, SeaNetwork sea, IReadOnlyList<ShutPassage> shut, CancellationToken cancellationToken) =>
        new DetourFinder(graph, sea, shut).Find(AllFlows(graph), cancellationToken);

    private static IEnumerable<int> AllFlows(CompiledGraph graph) => Enumerable.Range(0, graph.Flows.Count);

    private static RelationRow Left(CompiledGraph graph, FlowDetour detour, IEnumerable<int> shut)
    {
        var row = graph.RowOfFlow(detour.Flow);
        var before = graph.Transits.OfFlow(detour.Flow);
        var stated = new HashSet<int>();
        foreach (var passage in before)
        {
            if (!passage.Inferred)
                stated.Add(passage.Chokepoint);
        }
        // What is shut stays listed with nothing, so that nobody infers it again.
        var transits = PassagesAfter.Of(before, detour, shut).Select(passage => new TransitRow(
            graph.NodeId(passage.Key), OfDelivered(passage.Value, detour.Delivered), !stated.Contains(passage.Key) || detour.Detour?.Chokepoints.Contains(passage.Key) == true));
        return row with
        {
            ValueUsdPerYear = row.ValueUsdPerYear * detour.Delivered,
            Share = row.Share * detour.Delivered,
            CapacityUsdPerYear = row.CapacityUsdPerYear * detour.Delivered,
            Transits = [.. transits],
        };
    }

    private static decimal? OfDelivered(decimal? part, decimal? delivered) => part == 0m ? 0m : part is { } known && delivered is { } whole ? Math.Min(1m, known / whole) : null;
}
