namespace GeoGraph.Core.Graph.Supply;

/// <summary>Asks who lies upstream of each of several nodes.</summary>
public sealed record SharedSupplyQuery
{
    /// <summary>The most nodes of one question.</summary>
    public const int MaxOf = 100;

    /// <summary>The nodes; at least two, at most <see cref="MaxOf"/>, different ones also where former ids are replaced.</summary>
    public required IReadOnlyList<EntityId> Of { get; init; }

    /// <summary>As <see cref="SupplyReachQuery.Types"/>.</summary>
    public required IReadOnlyCollection<string> Types { get; init; }

    /// <summary>As <see cref="SupplyReachQuery.FirstTypes"/>.</summary>
    public IReadOnlyCollection<string> FirstTypes { get; init; } = [];

    /// <summary>As <see cref="SupplyReachQuery.MaxTiers"/>, of each node.</summary>
    public int MaxTiers { get; init; } = 1;

    /// <summary>The most shared suppliers to list, 1 to <see cref="GraphLimits.MaxPageSize"/>; all are counted.</summary>
    public int Limit { get; init; } = GraphLimits.DefaultPageSize;

    /// <summary>As <see cref="SupplyReachQuery.AsOf"/>.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Who lies upstream of each of several nodes.</summary>
/// <param name="Of">The nodes, by their ids now, in the order asked for.</param>
/// <param name="Nodes">The nearest first (by the largest of a supplier's tiers, then by their sum), then in ordinal order of id.</param>
/// <param name="Total">How many there are.</param>
/// <param name="DepthReached">True where somebody lies beyond the last tier asked for of one of the nodes, and in none of its tiers.</param>
public sealed record SharedSupply(IReadOnlyList<EntityId> Of, IReadOnlyList<SharedSupplier> Nodes, int Total, bool DepthReached);

/// <summary>A node that lies upstream of each node asked about.</summary>
/// <param name="Id">The node.</param>
/// <param name="Tiers">Its tier upstream of each, in the order of <see cref="SharedSupply.Of"/>.</param>
public sealed record SharedSupplier(EntityId Id, IReadOnlyList<int> Tiers);
