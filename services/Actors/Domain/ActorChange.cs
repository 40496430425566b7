using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Actors;

/// <summary>One change to write. Closed: see the derived records.</summary>
internal abstract record ActorChange(EntityId Target)
{
    /// <summary>What must hold of the target before the change.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;
}

/// <summary>The actor is created or replaced whole.</summary>
internal sealed record PutActor(Actor Actor) : ActorChange(Actor.Id);

/// <summary>The relation is created or replaced whole.</summary>
internal sealed record PutRelation(Relation Relation) : ActorChange(Relation.Id);

/// <summary>The actor, with its relations, or the relation is no more.</summary>
internal sealed record DeleteEntity(EntityId Id) : ActorChange(Id);

/// <summary>The duplicate becomes an alias of the survivor.</summary>
internal sealed record MergeActors(EntityId Duplicate, EntityId Survivor) : ActorChange(Duplicate);
