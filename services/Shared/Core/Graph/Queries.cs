namespace GeoGraph.Core.Graph;

/// <summary>Which nodes to list. All conditions hold together; an empty set means no condition.</summary>
public sealed record NodeQuery
{
    /// <summary>Labels, any of which a node carries.</summary>
    public IReadOnlyCollection<string> Labels { get; init; } = [];

    /// <summary>Only nodes that exist on this date; null for all.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Things, any of which a node refers to (in any role).</summary>
    public IReadOnlyCollection<EntityId> RefersTo { get; init; } = [];

    /// <summary>Start after this id; null for the beginning.</summary>
    public EntityId? After { get; init; }

    /// <summary>The most nodes to return, 1 to <see cref="GraphLimits.MaxPageSize"/>.</summary>
    public int Limit { get; init; } = GraphLimits.DefaultPageSize;
}

/// <summary>Which relations to list. All conditions hold together; an empty set means no condition.</summary>
public sealed record RelationQuery
{
    /// <summary>Types, any of which a relation has.</summary>
    public IReadOnlyCollection<string> Types { get; init; } = [];

    /// <summary>Nodes, any of which a relation starts from. Aliases count as their survivors.</summary>
    public IReadOnlyCollection<EntityId> From { get; init; } = [];

    /// <summary>Nodes, any of which a relation ends on. Aliases count as their survivors.</summary>
    public IReadOnlyCollection<EntityId> To { get; init; } = [];

    /// <summary>Nodes, any of which is either end. Aliases count as their survivors.</summary>
    public IReadOnlyCollection<EntityId> Touching { get; init; } = [];

    /// <summary>Things, any of which a relation refers to (in any role).</summary>
    public IReadOnlyCollection<EntityId> RefersTo { get; init; } = [];

    /// <summary>Only relations that hold on this date; null for all.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Start after this id; null for the beginning.</summary>
    public EntityId? After { get; init; }

    /// <summary>The most relations to return, 1 to <see cref="GraphLimits.MaxPageSize"/>.</summary>
    public int Limit { get; init; } = GraphLimits.DefaultPageSize;
}

/// <summary>A stretch of a list in ordinal order of id.</summary>
/// <param name="Items">The items, in ordinal order of id.</param>
/// <param name="Next">Give this as <c>After</c> to go on; null where the list ends here.</param>
public sealed record GraphPage<T>(IReadOnlyList<T> Items, EntityId? Next);

/// <summary>
/// Which names to find. A node is known by its names, the names that merged duplicates had, and the part after the colon of its own id and of
/// its former ids; an id given whole and exactly fits too.
/// </summary>
public sealed record NameQuery
{
    /// <summary>What to look for, in any script; compared after <see cref="NameFolding"/>. Not empty, at most 200 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Labels, any of which a node carries; empty for all.</summary>
    public IReadOnlyCollection<string> Labels { get; init; } = [];

    /// <summary>The most hits to return, 1 to <see cref="GraphLimits.MaxPageSize"/>.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>How well a name fits, best first.</summary>
public enum NameMatch
{
    /// <summary>The whole name, the part of an id after the colon, or an id.</summary>
    Whole,

    /// <summary>The name begins with the text.</summary>
    Prefix,

    /// <summary>The text stands within the name.</summary>
    Within,
}

/// <summary>One node found by name. Hits are ordered by <see cref="Match"/>, then by id.</summary>
/// <param name="Node">The node; the survivor where the name is that of a merged duplicate.</param>
/// <param name="Match">How well the best of its names fits.</param>
/// <param name="Name">
/// The name that fits best: of equals the first of the node's own, then those of former ids (their first names before their second, in order of the ids), then ids. Null where
/// that is an id.
/// </param>
public sealed record NameHit(GraphNode Node, NameMatch Match, LocalName? Name);
