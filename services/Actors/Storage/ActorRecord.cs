using GeoGraph.Core;

namespace GeoGraph.Actors.Storage;

/// <summary>One item of an export or a watch. Closed: see the derived records.</summary>
internal abstract record ActorRecord;

/// <summary>An actor as it stands.</summary>
internal sealed record ActorItem(Actor Actor) : ActorRecord;

/// <summary>A relation as it stands.</summary>
internal sealed record RelationItem(Relation Relation) : ActorRecord;

/// <summary>A former id, the actor that it names now, and the names that it had.</summary>
internal sealed record AliasItem(EntityId Alias, EntityId Survivor, IReadOnlyList<LocalName> Names) : ActorRecord;

/// <summary>An actor or relation that is no more.</summary>
internal sealed record DeletedItem(EntityId Id) : ActorRecord;

/// <summary>Everything that changed at a revision; nothing for a checkpoint.</summary>
internal sealed record ActorChangeSet(Revision Revision, IReadOnlyList<ActorRecord> Items);
