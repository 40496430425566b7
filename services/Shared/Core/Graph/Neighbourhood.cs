namespace GeoGraph.Core.Graph;

/// <summary>Which way relations are followed.</summary>
public enum Direction
{
    /// <summary>From a relation's start to its end.</summary>
    Forward,

    /// <summary>From a relation's end to its start.</summary>
    Backward,

    /// <summary>Both ways.</summary>
    Either,
}

/// <summary>A bounded walk from some nodes, breadth first.</summary>
public sealed record NeighbourhoodQuery
{
    /// <summary>Where the walk starts, at depth 0, whether or not it exists on <see cref="AsOf"/>; not empty; unknown ids are <see cref="ErrorReason.NotFound"/>.</summary>
    public required IReadOnlyCollection<EntityId> Roots { get; init; }

    /// <summary>Which way relations are followed.</summary>
    public Direction Direction { get; init; } = Direction.Either;

    /// <summary>Relation types to follow; empty for all.</summary>
    public IReadOnlyCollection<string> Types { get; init; } = [];

    /// <summary>The most relations between a root and a node, 0 to <see cref="GraphLimits.MaxDepth"/>.</summary>
    public int MaxDepth { get; init; } = 1;

    /// <summary>The most nodes to return, roots included, 1 to <see cref="GraphLimits.MaxNeighbourhoodNodes"/>; nearer nodes come first, then ordinal order of id.</summary>
    public int MaxNodes { get; init; } = 1000;

    /// <summary>Follow only relations that hold, to nodes that exist, on this date; null for all.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>What a bounded walk found.</summary>
/// <param name="Nodes">Nodes with their depth, by depth and then ordinal order of id.</param>
/// <param name="Relations">
/// Every relation of the wanted types between two returned nodes, whichever way it points, that holds on <see cref="NeighbourhoodQuery.AsOf"/>; in ordinal order of id.
/// </param>
/// <param name="DepthReached">
/// True where a returned node at <see cref="NeighbourhoodQuery.MaxDepth"/> has a relation that the walk would follow to a node not returned.
/// </param>
/// <param name="NodesCut">True where <see cref="NeighbourhoodQuery.MaxNodes"/> left out a node within <see cref="NeighbourhoodQuery.MaxDepth"/>.</param>
public sealed record Neighbourhood(IReadOnlyList<NodeAtDepth> Nodes, IReadOnlyList<GraphRelation> Relations, bool DepthReached, bool NodesCut);

/// <summary>A node and its least number of relations from a root.</summary>
public sealed record NodeAtDepth(GraphNode Node, int Depth);
