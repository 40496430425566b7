namespace GeoGraph.Exposure.Tracing;

/// <summary>What the best rest of a chain can be from each node of a cone: never less than it is.</summary>
/// <param name="Best">Largest product of shares from the node to the target; 0 where no chain leads there.</param>
/// <param name="Tiers">Fewest flows from the node to the target; meaningless where no chain leads there.</param>
internal sealed record ChainEstimate(decimal[] Best, int[] Tiers)
{
    /// <summary>Works both out over at most <paramref name="maxTier"/> tiers.</summary>
    public static ChainEstimate Of(UpstreamCone cone, Hit[] hits, int maxTier)
    {
        var best = new decimal[cone.Nodes.Count];
        var tiers = new int[cone.Nodes.Count];
        Array.Fill(tiers, maxTier + 1);
        var changed = true;
        for (var tier = 1; tier <= maxTier && changed; tier++)
        {
            changed = false;
            for (var i = 0; i < best.Length; i++)
            {
                foreach (var group in cone.Nodes[i].Groups)
                {
                    foreach (var link in group.Links)
                        changed |= Improve(best, tiers, i, link, hits[link.Ordinal].Part.AtMost);
                }
            }
        }
        return new ChainEstimate(best, tiers);
    }

    private static bool Improve(decimal[] best, int[] tiers, int node, Link link, decimal hit)
    {
        var rest = Math.Max(hit, best[link.Supplier]);
        if (rest == 0m || link.AtMost == 0m)
            return false;
        var product = link.AtMost * rest;
        var length = hit > 0m ? 1 : tiers[link.Supplier] + 1;
        var improves = product > best[node] || length < tiers[node];
        best[node] = Math.Max(best[node], product);
        tiers[node] = Math.Min(tiers[node], length);
        return improves;
    }
}
