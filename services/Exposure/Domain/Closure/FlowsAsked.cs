using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Closure;

/// <summary>The flows that a question is about: those that hold on the date and count.</summary>
/// <param name="Flows">The flows, each once.</param>
/// <param name="Nodes">How many nodes were read.</param>
/// <param name="PrunedBy">What was left out.</param>
internal sealed record FlowsAsked(IReadOnlyList<int> Flows, int Nodes, PrunedBy PrunedBy)
{
    private const int FlowsBetweenLooks = 65_536;

    /// <summary>All flows, or those into a buyer at every tier.</summary>
    /// <exception cref="GeoGraphException">NotFound where the buyer is no node.</exception>
    public static FlowsAsked Of(GraphView view, EntityId? buyer, TraceLimits limits, CancellationToken cancellationToken) =>
        buyer is { } of ? Into(view, GroupSelection.FindNode(view, of), limits, cancellationToken) : All(view, cancellationToken);

    private static FlowsAsked All(GraphView view, CancellationToken cancellationToken)
    {
        var (flows, leftOut) = (new List<int>(), false);
        for (var flow = 0; flow < view.Graph.Flows.Count; flow++)
        {
            if (flow % FlowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!view.Holds(flow))
                continue;
            if (view.Counts(flow))
                flows.Add(flow);
            else
                leftOut = true;
        }
        return new FlowsAsked(flows, view.Graph.NodeCount, leftOut ? PrunedBy.Confidence : PrunedBy.Nothing);
    }

    private static FlowsAsked Into(GraphView view, int buyer, TraceLimits limits, CancellationToken cancellationToken)
    {
        var cone = SupplyConeBuilder.Build(view, buyer, null, null, limits.MaxRelations, cancellationToken);
        var buyers = cone.Buyers();
        var flows = new SortedSet<int>();
        var isCut = false;
        for (var i = 0; i < cone.Flows.Length; i++)
        {
            if (cone.Tiers[buyers[i]] < limits.MaxTier)
                flows.Add(cone.Flows[i]);
            else
                isCut = true;
        }
        var pruned = (isCut ? PrunedBy.Depth : PrunedBy.Nothing) | (cone.CutByLimit ? PrunedBy.Limit : PrunedBy.Nothing) | (cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        return new FlowsAsked([.. flows], cone.Count, pruned);
    }
}
