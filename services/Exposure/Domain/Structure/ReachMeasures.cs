using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>Who supplies, or buys, through any number of tiers.</summary>
internal static class ReachMeasures
{
    private static readonly Measure Reached = new(
        "reach", "tier(i) = least number of flows between i and the node", "Who is connected at all; says nothing of how much.");

    /// <summary>Who is upstream or downstream of a node, by tier.</summary>
    /// <exception cref="GeoGraphException">NotFound where the node is absent; InvalidRequest where a limit is out of bounds.</exception>
    public static ReachAnswer Of(GraphView view, EntityId of, ReachDirection direction, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
        var reach = Reach.From(view, GroupSelection.FindNode(view, of), direction, limits, cancellationToken);
        var tiers = new List<TierReach>();
        var room = limits.MaxResults;
        for (var tier = 0; tier + 1 < reach.TierStarts.Count; tier++)
        {
            List<int> nodes = [.. reach.Nodes.Skip(reach.TierStarts[tier]).Take(reach.TierStarts[tier + 1] - reach.TierStarts[tier])];
            nodes.Sort();
            List<EntityId> listed = [.. nodes.Take(room).Select(view.Graph.NodeId)];
            room -= listed.Count;
            tiers.Add(new TierReach(tier + 1, nodes.Count, listed));
        }
        var pruned = reach.PrunedBy | (reach.Nodes.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Reached, new Completeness(pruned, reach.Nodes.Count + 1, reach.Flows),
            ("of", of.Value), ("direction", direction.ToString().ToUpperInvariant()), ("max_tier", limits.MaxTier.ToString(null, null)));
        return new ReachAnswer(basis, tiers, reach.Nodes.Count);
    }
}
