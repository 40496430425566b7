using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads changes, noting every rule that they break.</summary>
internal static class ChangeMapping
{
    /// <summary>Reads one change; null where it is none.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="field">Path of the change.</param>
    /// <param name="wire">What was sent.</param>
    public static ActorChange? ReadChange(this RequestFields fields, string field, Wire.ActorChange wire)
    {
        ActorChange? change = wire.ChangeCase switch
        {
            Wire.ActorChange.ChangeOneofCase.Actor => new PutActor(fields.ReadActor(field + ".actor", wire.Actor)),
            Wire.ActorChange.ChangeOneofCase.Relation => new PutRelation(fields.ReadRelation(field + ".relation", wire.Relation)),
            Wire.ActorChange.ChangeOneofCase.DeleteId => new DeleteEntity(fields.Id(field + ".delete_id", wire.DeleteId)),
            Wire.ActorChange.ChangeOneofCase.Merge => ReadMerge(fields, field + ".merge", wire.Merge),
            _ => null,
        };
        if (change is null)
            fields.Violations.Add(field, "", "a change is one of actor, relation, delete_id and merge");
        var precondition = fields.ReadPrecondition(field, wire.MustBeAbsent, wire.MustBePresent, wire.HasUnchangedSince ? wire.UnchangedSince : null);
        return change is null ? null : change with { Precondition = precondition };
    }

    private static MergeActors ReadMerge(RequestFields fields, string field, Wire.ActorMerge wire)
    {
        var merge = new MergeActors(fields.Id(field + ".duplicate_id", wire.DuplicateId), fields.Id(field + ".survivor_id", wire.SurvivorId));
        if (merge.Duplicate != default && merge.Duplicate == merge.Survivor)
            fields.Violations.Add(field + ".survivor_id", wire.SurvivorId, "an actor is not merged into itself");
        if (merge.Duplicate != default && merge.Survivor != default && merge.Duplicate.Kind != merge.Survivor.Kind)
            fields.Violations.Add(field + ".survivor_id", wire.SurvivorId, $"a {merge.Duplicate.Kind} is merged into a {merge.Duplicate.Kind}");
        return merge;
    }
}
