namespace GeoGraph.Core.Graph.Supply;

/// <summary>Asks who lies upstream of a node.</summary>
public sealed record SupplyReachQuery
{
    /// <summary>The node.</summary>
    public required EntityId Of { get; init; }

    /// <summary>Types of the relations that run from a supplier to who is supplied; not empty.</summary>
    public required IReadOnlyCollection<string> Types { get; init; }

    /// <summary>Types that are followed into the node itself as well, and no further; empty for none.</summary>
    public IReadOnlyCollection<string> FirstTypes { get; init; } = [];

    /// <summary>The most relations between, 1 to <see cref="GraphLimits.MaxDepth"/>.</summary>
    public int MaxTiers { get; init; } = 1;

    /// <summary>The most nodes to list, 1 to <see cref="GraphLimits.MaxPageSize"/>; all are counted.</summary>
    public int Limit { get; init; } = GraphLimits.DefaultPageSize;

    /// <summary>Follow only relations that hold, between nodes that exist, on this date; null for all.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Who lies upstream of a node.</summary>
/// <param name="Of">The node, by its id now.</param>
/// <param name="Tiers">In order of tier; empty where nobody is.</param>
/// <param name="Total">How many nodes in all tiers together, the node itself left out.</param>
/// <param name="DepthReached">True where somebody lies beyond the last tier asked for and in none of them.</param>
public sealed record SupplyReach(EntityId Of, IReadOnlyList<SupplyTier> Tiers, int Total, bool DepthReached)
{
    /// <summary>True where the limit left nodes unlisted.</summary>
    public bool IsCut => Tiers.Sum(static tier => tier.Nodes.Count) < Total;
}

/// <summary>The nodes of one tier.</summary>
/// <param name="Tier">The least number of relations between: 1 for direct suppliers.</param>
/// <param name="Count">How many nodes.</param>
/// <param name="Nodes">The first of them in ordinal order of id; the limit is spent on nearer tiers first.</param>
public sealed record SupplyTier(int Tier, int Count, IReadOnlyList<EntityId> Nodes);
