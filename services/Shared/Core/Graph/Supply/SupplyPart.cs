namespace GeoGraph.Core.Graph.Supply;

/// <summary>Asks for the part of the graph that questions about some nodes' suppliers read. Nothing of it is left out for a date.</summary>
public sealed record SupplyPartQuery
{
    /// <summary>Where the walk starts; ids that are no node are left out.</summary>
    public required IReadOnlyCollection<EntityId> Of { get; init; }

    /// <summary>Nodes and relations that are read as well; ids that are neither are left out.</summary>
    public IReadOnlyCollection<EntityId> Named { get; init; } = [];

    /// <summary>Types of the relations that run from a supplier to who is supplied; not empty.</summary>
    public required IReadOnlyCollection<string> Types { get; init; }

    /// <summary>The most relations of the walk, 1 to <see cref="GraphLimits.MaxDepth"/>.</summary>
    public int MaxDepth { get; init; } = 1;

    /// <summary>The most nodes of the walk, those that it starts from included, 1 to <see cref="GraphLimits.MaxNeighbourhoodNodes"/>; nearer ones come first, then ordinal order of id.</summary>
    public int MaxNodes { get; init; } = GraphLimits.MaxNeighbourhoodNodes;

    /// <summary>Further walks, each from all that was met before it.</summary>
    public IReadOnlyList<FurtherWalk> Further { get; init; } = [];

    /// <summary>Roles in which the relations of the first walk, and those named, refer to nodes that are read as well.</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];
}

/// <summary>A walk from all that was met before.</summary>
/// <param name="Direction">Which way relations are followed.</param>
/// <param name="Types">Relation types to follow; not empty.</param>
/// <param name="MaxDepth">The most relations, 1 to <see cref="GraphLimits.MaxDepth"/>.</param>
public sealed record FurtherWalk(Direction Direction, IReadOnlyCollection<string> Types, int MaxDepth);

/// <summary>A part of the graph.</summary>
/// <param name="Walk">What the walk from <see cref="SupplyPartQuery.Of"/> met, by depth and then ordinal order of id; empty where it had nowhere to start.</param>
/// <param name="DepthReached">True where a node at <see cref="SupplyPartQuery.MaxDepth"/> has a relation that the walk would follow to a node not met.</param>
/// <param name="NodesCut">True where <see cref="SupplyPartQuery.MaxNodes"/> left out a node within <see cref="SupplyPartQuery.MaxDepth"/>.</param>
/// <param name="Asked">
/// The node of each id that was asked for or referred to and that is one, by that id: where the walk starts, what was named, what relations refer to.
/// </param>
/// <param name="Nodes">
/// What else was met, in ordinal order of id: what was named, the ends of relations that were, what further walks met; those of the walk left out. At most
/// <see cref="GraphLimits.MaxNeighbourhoodNodes"/>, more are <see cref="ErrorReason.LimitExceeded"/>.
/// </param>
/// <param name="Relations">
/// Every relation that a walk followed from a node nearer than its greatest depth to a node told here, and those named; in ordinal order of id.
/// </param>
public sealed record SupplyPart(
    IReadOnlyList<NodeAtDepth> Walk,
    bool DepthReached,
    bool NodesCut,
    IReadOnlyDictionary<EntityId, GraphNode> Asked,
    IReadOnlyList<GraphNode> Nodes,
    IReadOnlyList<GraphRelation> Relations);
