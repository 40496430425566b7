namespace GeoGraph.Core.Graph.Writing;

/// <summary>
/// What one batch sees and changes, at one new revision: current versions alone, as the batch's own earlier updates left them. A version that
/// begins and ends at the same revision never showed and leaves no trace.
/// </summary>
public interface IBatchRows
{
    /// <summary>The current node; null where there is none.</summary>
    GraphNode? Node(EntityId id);

    /// <summary>True where there is a current node.</summary>
    bool NodeExists(EntityId id);

    /// <summary>The current relation; null where there is none.</summary>
    GraphRelation? Relation(EntityId id);

    /// <summary>True where there is a current relation.</summary>
    bool RelationExists(EntityId id);

    /// <summary>The node that an alias names; null where the id is no alias.</summary>
    EntityId? SurvivorOf(EntityId alias);

    /// <summary>The current relations that start or end on a node, each once; a list of its own, which later changes leave alone.</summary>
    IReadOnlyList<GraphRelation> RelationsTouching(EntityId node);

    /// <summary>The current aliases of a node; a list of its own.</summary>
    IReadOnlyList<AliasRecord> AliasesOf(EntityId survivor);

    /// <summary>What finds a node by name now; a list of its own.</summary>
    IReadOnlyList<NameEntry> NamesOf(EntityId node);

    /// <summary>Begins a version of a node that has no current one.</summary>
    void Begin(GraphNode node);

    /// <summary>Begins a version of a relation that has no current one.</summary>
    void Begin(GraphRelation relation);

    /// <summary>Begins a version of an alias that has no current one.</summary>
    void Begin(AliasRecord alias);

    /// <summary>Lets a name find a node.</summary>
    void Begin(in NameEntry name);

    /// <summary>Ends the current version of a node.</summary>
    void End(GraphNode current);

    /// <summary>Ends the current version of a relation.</summary>
    void End(GraphRelation current);

    /// <summary>Ends the current version of an alias.</summary>
    void End(AliasRecord current);

    /// <summary>Ends what <see cref="NamesOf"/> gave.</summary>
    void End(in NameEntry current);
}
