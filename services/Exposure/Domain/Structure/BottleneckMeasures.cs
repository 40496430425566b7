using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>Dominators of the paths of supply to a buyer.</summary>
internal static class BottleneckMeasures
{
    private static readonly Measure Dominators = new(
        "path-bottlenecks",
        "d dominates i where every path of supply from i to the buyer passes d; a bottleneck dominates every origin upstream",
        "About paths, not about feasibility: a buyer needs all of its input groups, so that it may fail without a node that paths go round, and a path may end where an alternative would do.");

    /// <summary>The dominators of a buyer's paths of supply, or of one of its input groups. Every tier counts, so <see cref="TraceLimits.MaxTier"/> plays no part.</summary>
    /// <exception cref="GeoGraphException">NotFound where node or group is absent; InvalidRequest where a limit is out of bounds.</exception>
    public static BottleneckAnswer Of(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
        var buyer = GroupSelection.FindNode(view, of);
        var groups = group is null ? null : GroupSelection.Resolve(view, of, group);
        var cone = SupplyConeBuilder.Build(view, buyer, groups, null, limits.MaxRelations, cancellationToken);
        var tree = DominatorTree.Find(cone.FirstIn, cone.Suppliers, cancellationToken);
        var (behind, origins) = (tree.SumsBelow(_ => 1), tree.SumsBelow(place => place > 0 && (cone.IsOrigin(place) || cone.IsCut[place]) ? 1 : 0));
        List<int> found = [.. Enumerable.Range(1, cone.Count - 1)
            .Where(place => cone.Nodes[place] != buyer && (behind[place] > 1 || IsOnEveryPath(place)))
            .OrderByDescending(IsOnEveryPath).ThenBy(place => IsOnEveryPath(place) ? cone.Tiers[place] : -behind[place]).ThenBy(place => cone.Nodes[place])];
        var chains = new ShortestChains(view.Graph, cone);
        var pruned = (cone.CutByLimit || found.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        return new BottleneckAnswer(
            AnswerBasis.Of(view, Dominators, new Completeness(pruned, cone.Count, cone.Flows.Length), ("of", of.Value), ("group", group ?? "")),
            [.. found.Take(limits.MaxResults).Select(place => new Bottleneck(
                view.Graph.NodeId(cone.Nodes[place]), cone.Tiers[place], behind[place] - 1, origins[place], IsOnEveryPath(place), chains.To(place)))],
            found.Count,
            origins[0]);

        bool IsOnEveryPath(int place) => origins[0] > 0 && origins[place] == origins[0];
    }
}
