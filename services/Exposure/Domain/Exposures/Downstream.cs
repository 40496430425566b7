using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Exposures;

/// <summary>Walks downstream from the flows that meet a target.</summary>
internal static class Downstream
{
    /// <summary>The input groups that meet the target within the tiers, in ascending order.</summary>
    public static IReadOnlyList<int> GroupsOf(GraphView view, TraceTarget target, int maxTier, CancellationToken cancellationToken)
    {
        var groups = new SortedSet<int>();
        var buyers = new HashSet<int>();
        var frontier = target.Candidates(view)
            .Where(flow => view.Counts(flow) && target.HitOf(view, flow).Part.AtMost > 0m)
            .Select(view.Graph.Flows.Group).Where(groups.Add).ToList();
        for (var tier = 1; tier < maxTier && frontier.Count > 0; tier++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            frontier = [.. frontier
                .Where(group => !view.Graph.Groups.IsTrade(group))
                .Select(view.Graph.Groups.Buyer).Where(buyers.Add)
                .SelectMany(buyer => view.Graph.Flows.FromNode(buyer).ToArray())
                .Where(view.Counts).Select(view.Graph.Flows.Group).Where(groups.Add)];
        }
        return [.. groups];
    }
}
