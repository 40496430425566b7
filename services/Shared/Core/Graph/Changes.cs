namespace GeoGraph.Core.Graph;

/// <summary>One item of an export or a watch. Closed: see the derived records.</summary>
public abstract record GraphRecord;

/// <summary>A node as it stands.</summary>
public sealed record NodeRecord(GraphNode Node) : GraphRecord;

/// <summary>A relation as it stands.</summary>
public sealed record RelationRecord(GraphRelation Relation) : GraphRecord;

/// <summary>A former id and the node that it names now; the names it had stay searchable.</summary>
public sealed record AliasRecord(EntityId Alias, EntityId Survivor, IReadOnlyList<LocalName> Names) : GraphRecord;

/// <summary>
/// A node, relation or alias that is no more; only in a watch and a history. A merged duplicate is told twice in one set: deleted, and as an alias.
/// A relation that lost its id to a node in the same revision, or a node to a relation, is told as deleted as well.
/// </summary>
public sealed record DeletedRecord(EntityId Id) : GraphRecord;

/// <summary>Something that happened at a revision.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Changes">
/// Every change of that revision, as things stood at its end: deletions first, then nodes, relations and aliases, each in ordinal order of id; empty for a checkpoint, which
/// says that all up to this revision has been told.
/// </param>
public sealed record ChangeSet(Revision Revision, IReadOnlyList<GraphRecord> Changes);

/// <summary>One version of an entity.</summary>
/// <param name="ChangedAt">The revision that wrote it; for a <see cref="DeletedRecord"/> the one that deleted it.</param>
/// <param name="Record">A <see cref="NodeRecord"/>, <see cref="RelationRecord"/> or <see cref="DeletedRecord"/>.</param>
public sealed record EntityVersion(Revision ChangedAt, GraphRecord Record);
