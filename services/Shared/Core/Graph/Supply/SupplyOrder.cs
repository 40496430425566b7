namespace GeoGraph.Core.Graph.Supply;

/// <summary>The order and the cut of answers about supply.</summary>
public static class SupplyOrder
{
    /// <summary>Nodes by tier, the first of each in ordinal order of id.</summary>
    /// <param name="of">The node asked about.</param>
    /// <param name="tiers">Every node upstream, with its tier.</param>
    /// <param name="limit">The most nodes listed.</param>
    /// <param name="goesOn">Whether somebody lies beyond the last tier.</param>
    public static SupplyReach ByTier(EntityId of, IReadOnlyDictionary<EntityId, int> tiers, int limit, bool goesOn)
    {
        var listed = new List<SupplyTier>();
        var room = limit;
        foreach (var tier in tiers.GroupBy(static entry => entry.Value, static entry => entry.Key).OrderBy(static tier => tier.Key))
        {
            List<EntityId> nodes = [.. tier.Order().Take(room)];
            room -= nodes.Count;
            listed.Add(new SupplyTier(tier.Key, tier.Count(), nodes));
        }
        return new SupplyReach(of, listed, tiers.Count, goesOn);
    }

    /// <summary>Shared suppliers, the nearest first.</summary>
    /// <param name="of">The nodes asked about.</param>
    /// <param name="shared">All that they share, in any order.</param>
    /// <param name="limit">The most listed.</param>
    /// <param name="goesOn">Whether somebody lies beyond the last tier of one of them.</param>
    public static SharedSupply Nearest(IReadOnlyList<EntityId> of, IEnumerable<SharedSupplier> shared, int limit, bool goesOn)
    {
        List<SharedSupplier> all = [.. shared.OrderBy(static node => node.Tiers.Max()).ThenBy(static node => node.Tiers.Sum()).ThenBy(static node => node.Id)];
        return new SharedSupply(of, all.Count <= limit ? all : all[..limit], all.Count, goesOn);
    }
}
