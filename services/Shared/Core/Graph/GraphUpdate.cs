namespace GeoGraph.Core.Graph;

/// <summary>One change to the graph. Closed: <see cref="PutNode"/>, <see cref="PutRelation"/>, <see cref="Delete"/>, <see cref="Merge"/>.</summary>
public abstract record GraphUpdate
{
    private protected GraphUpdate()
    {
    }

    /// <summary>What must hold of the target before this update; checked against the batch's own earlier updates too.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;
}

/// <summary>
/// Creates the node or replaces it whole; a node that already says the same is unchanged. A label never changes: another label
/// under the same id is refused with <see cref="ErrorReason.PreconditionFailed"/>. Where the id is an alias, the put is refused
/// with <see cref="ErrorReason.AlreadyExists"/> naming the survivor, unless the same batch merges the id away: then it is unchanged,
/// whatever the precondition. An id that names a relation is refused with <see cref="ErrorReason.PreconditionFailed"/>.
/// </summary>
/// <param name="Node">The node as it shall stand.</param>
public sealed record PutNode(GraphNode Node) : GraphUpdate;

/// <summary>
/// Creates the relation or replaces it whole. Both ends must be present (<see cref="ErrorReason.DanglingRelation"/>); an end given
/// by alias is written as its survivor. A type never changes under the same id, and an id that names a node is not taken
/// (<see cref="ErrorReason.PreconditionFailed"/>), nor one that is an alias (<see cref="ErrorReason.AlreadyExists"/>).
/// </summary>
/// <param name="Relation">The relation as it shall stand.</param>
public sealed record PutRelation(GraphRelation Relation) : GraphUpdate;

/// <summary>
/// Deletes a node with its relations and the aliases that name it, or a relation. Deleting what is absent, or an alias, changes nothing.
/// </summary>
/// <param name="Id">The node or relation.</param>
public sealed record Delete(EntityId Id) : GraphUpdate;

/// <summary>
/// Makes <paramref name="Duplicate"/> an alias of <paramref name="Survivor"/>: the duplicate's relations move to the survivor, its names
/// stay searchable, its id and the ids that were its aliases resolve to the survivor. Both carry the same label. The survivor keeps its
/// own content, and may be given by alias. One of them absent is <see cref="ErrorReason.NotFound"/>; merging what is already
/// merged so changes nothing, whatever the precondition; a merge into itself (<see cref="ErrorReason.InvalidRequest"/>), and of an alias into
/// another node than its survivor or of nodes with different labels (<see cref="ErrorReason.PreconditionFailed"/>), is refused.
/// The precondition speaks of the duplicate.
/// </summary>
/// <param name="Duplicate">The node that goes.</param>
/// <param name="Survivor">The node that stays.</param>
public sealed record Merge(EntityId Duplicate, EntityId Survivor) : GraphUpdate;

/// <summary>What must hold of an update's target.</summary>
public readonly record struct Precondition
{
    private enum Kind
    {
        None,
        Absent,
        Present,
        UnchangedSince,
    }

    private readonly Kind _kind;
    private readonly Revision _revision;

    private Precondition(Kind kind, Revision revision = default)
    {
        _kind = kind;
        _revision = revision;
    }

    /// <summary>Nothing need hold.</summary>
    public static readonly Precondition None;

    /// <summary>The target must be absent (<see cref="ErrorReason.AlreadyExists"/>).</summary>
    public static readonly Precondition Absent = new(Kind.Absent);

    /// <summary>The target must be present (<see cref="ErrorReason.NotFound"/>).</summary>
    public static readonly Precondition Present = new(Kind.Present);

    /// <summary>The target must be present and its last change not after <paramref name="revision"/> (<see cref="ErrorReason.PreconditionFailed"/>).</summary>
    public static Precondition UnchangedSince(Revision revision) => new(Kind.UnchangedSince, revision);

    /// <summary>The precondition in words, as <c>unchanged since 7</c>; equal preconditions have equal texts.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Absent => "absent",
        Kind.Present => "present",
        Kind.UnchangedSince => $"unchanged since {_revision}",
        _ => "none",
    };

    /// <summary>Checks the precondition.</summary>
    /// <param name="id">The target, for the message.</param>
    /// <param name="changedAt">When the target last changed; null where it is absent.</param>
    /// <exception cref="GeoGraphException">The precondition does not hold.</exception>
    public void Check(EntityId id, Revision? changedAt)
    {
        if (_kind == Kind.Absent && changedAt is not null)
            throw new GeoGraphException(ErrorReason.AlreadyExists, $"'{id}' is present; the write wants it absent.", [new("resource_name", id.Value)]);
        if (_kind is Kind.Present or Kind.UnchangedSince && changedAt is null)
            throw GeoGraphException.NotFound("entity", id.Value);
        if (_kind == Kind.UnchangedSince && changedAt > _revision)
        {
            throw new GeoGraphException(ErrorReason.PreconditionFailed, $"'{id}' changed at revision {changedAt}, after {_revision}.",
                [new("resource_name", id.Value), new("changed_at", changedAt.Value.ToString()), new("expected", _revision.ToString())]);
        }
    }
}
