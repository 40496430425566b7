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
        var shut = closed.Select(step => graph.FindNode(step.Chokepoint)).OfType<int>().ToHashSet();
        var put = new List<RelationRow>();
        var lost = new List<EntityId>();
        for (var flow = 0; flow < graph.Flows.Count; flow++)
        {
            if (flow % FlowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var passages = graph.Transits.OfFlow(flow);
            var part = Lost(passages, shut);
            if (part == 1m)
                lost.Add(graph.Flows.Id(flow));
            else if (part != 0m)
                put.Add(Left(graph, flow, passages, shut, part));
        }
        return new GraphChanges { PutRelations = put, Removed = lost };
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
