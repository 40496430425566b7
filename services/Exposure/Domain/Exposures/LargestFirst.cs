using GeoGraph.Exposure.Tracing;

namespace GeoGraph.Exposure.Exposures;

/// <summary>Orders the nodes of a cone by the largest single chain from a root to each.</summary>
internal static class LargestFirst
{
    /// <summary>The graph's node numbers, those with the largest chain first, then in order of number.</summary>
    public static IReadOnlyList<int> Order(UpstreamCone cone)
    {
        var best = new decimal[cone.Nodes.Count];
        var open = new PriorityQueue<int, decimal>();
        foreach (var root in cone.Roots)
            Reach(root, 1m, best, open);
        while (open.TryDequeue(out var node, out var product))
        {
            if (-product < best[node])
                continue;
            foreach (var group in cone.Nodes[node].Groups)
                Reach(group, best[node], best, open);
        }
        return [.. Enumerable.Range(0, best.Length).OrderByDescending(node => best[node]).ThenBy(node => cone.Nodes[node].Node).Select(node => cone.Nodes[node].Node)];
    }

    // Shares are at most one, so a product never grows along a chain and each node settles once.
    private static void Reach(ConeGroup group, decimal product, decimal[] best, PriorityQueue<int, decimal> open)
    {
        foreach (var link in group.Links)
        {
            var next = product * link.AtMost;
            if (next > best[link.Supplier])
            {
                best[link.Supplier] = next;
                open.Enqueue(link.Supplier, -next);
            }
        }
    }
}
