using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>
/// What shutting passages does to the flows that pass them: the part that passes is lost, and value, share and capacity shrink by it. Where a source does not say
/// how much passes, what is left is unknown. Parts through several shut passages are taken to be different ones, as far as they fit into the flow.
/// </summary>
internal static class PassageClosing
{
    private const int FlowsBetweenLooks = 4096;

    /// <summary>The changes that shut the passages; those that are no nodes of the graph change nothing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GraphChanges Close(CompiledGraph graph, IReadOnlyList<CloseStep> closed, CancellationToken cancellationToken)
    {
        var put = new List<RelationRow>();
        var lost = new List<EntityId>();
        var shut = Shut(graph, closed.Select(step => step.Chokepoint));
        foreach (var (flow, part) in Lost(graph, shut, cancellationToken))
        {
            if (part == 1m)
                lost.Add(graph.Flows.Id(flow));
            else
                put.Add(Left(graph, flow, graph.Transits.OfFlow(flow), shut, part));
        }
        return new GraphChanges { PutRelations = put, Removed = lost };
    }

    /// <summary>The flows that pass what is shut, in order, with the part that does: more than 0, at most 1; null where it is not stated.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<(int Flow, decimal? Part)> Lost(CompiledGraph graph, IEnumerable<EntityId> closed, CancellationToken cancellationToken) =>
        Lost(graph, Shut(graph, closed), cancellationToken);

    private static HashSet<int> Shut(CompiledGraph graph, IEnumerable<EntityId> closed) => [.. closed.Select(id => graph.FindNode(id)).OfType<int>()];

    private static IEnumerable<(int Flow, decimal? Part)> Lost(CompiledGraph graph, HashSet<int> shut, CancellationToken cancellationToken)
    {
        for (var flow = 0; flow < graph.Flows.Count && shut.Count > 0; flow++)
        {
            if (flow % FlowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var part = Lost(graph.Transits.OfFlow(flow), shut);
            if (part != 0m)
                yield return (flow, part);
        }
    }

    /// <summary>The part that passes what is shut; null where it is not stated.</summary>
    private static decimal? Lost(ReadOnlySpan<Passage> passages, HashSet<int> shut)
    {
        decimal? part = 0m;
        foreach (var passage in passages)
        {
            if (!shut.Contains(passage.Chokepoint))
                continue;
            if (passage.Share == 1m)
                return 1m;
            part += passage.Share;
        }
        return part is { } known ? Math.Min(1m, known) : null;
    }

    private static RelationRow Left(CompiledGraph graph, int flow, ReadOnlySpan<Passage> passages, HashSet<int> shut, decimal? part)
    {
        var row = graph.RowOfFlow(flow);
        var transits = new List<TransitRow>();
        foreach (var passage in passages)
        {
            // What is shut stays listed with nothing, so that nobody infers it again.
            var share = shut.Contains(passage.Chokepoint) ? 0m : part is { } known ? Rest(passage.Share, 1m - known) : null;
            transits.Add(new TransitRow(graph.NodeId(passage.Chokepoint), share, passage.Inferred));
        }
        return row with
        {
            ValueUsdPerYear = row.ValueUsdPerYear * (1m - part),
            Share = row.Share * (1m - part),
            CapacityUsdPerYear = row.CapacityUsdPerYear * (1m - part),
            Transits = transits,
        };
    }

    private static decimal? Rest(decimal? share, decimal left) => share is { } known ? Math.Min(1m, known / left) : null;
}
