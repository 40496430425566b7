using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>One change to write. Closed: see the derived records.</summary>
internal abstract record ActorChange(EntityId Target)
{
    public bool MustBeAbsent { get; init; }
    public bool MustBePresent { get; init; }

    /// <summary>The target must not have changed after this revision; null for no such check.</summary>
    public Revision? UnchangedSince { get; init; }
}

/// <summary>The actor is created or replaced whole.</summary>
internal sealed record PutActor(Actor Actor) : ActorChange(Actor.Id);

/// <summary>The relation is created or replaced whole.</summary>
internal sealed record PutRelation(Relation Relation) : ActorChange(Relation.Id);

/// <summary>The actor, with its relations, or the relation is no more.</summary>
internal sealed record DeleteEntity(EntityId Id) : ActorChange(Id);

/// <summary>The duplicate becomes an alias of the survivor.</summary>
internal sealed record MergeActors(EntityId Duplicate, EntityId Survivor) : ActorChange(Duplicate);
