using GeoGraph.Actors.Storage;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Changes to write.</summary>
internal static class ChangeMapping
{
    /// <summary>The update of a change; null where a violation was noted.</summary>
    public static GraphUpdate? ReadChange(this RequestFields fields, string field, Wire.ActorChange wire)
    {
        var precondition = fields.ReadPrecondition(field, wire.MustBeAbsent, wire.MustBePresent, wire.HasUnchangedSince ? wire.UnchangedSince : null);
        GraphUpdate? update;
        switch (wire.ChangeCase)
        {
            case Wire.ActorChange.ChangeOneofCase.Actor:
                var actor = fields.ReadActor(field + ".actor", wire.Actor);
                update = fields.Violations.None ? new PutNode(ActorNodes.ToNode(actor)) : null;
                break;
            case Wire.ActorChange.ChangeOneofCase.Relation:
                var relation = fields.ReadRelation(field + ".relation", wire.Relation);
                update = fields.Violations.None ? new PutRelation(RelationEdges.ToEdge(relation)) : null;
                break;
            case Wire.ActorChange.ChangeOneofCase.DeleteId:
                update = new Delete(fields.Id(field + ".delete_id", wire.DeleteId));
                break;
            case Wire.ActorChange.ChangeOneofCase.Merge:
                update = ReadMerge(fields, field + ".merge", wire.Merge);
                break;
            default:
                fields.Violations.Add(field, "", "a change is one of actor, relation, delete_id and merge");
                return null;
        }
        return update is null ? null : update with { Precondition = precondition };
    }

    private static Merge ReadMerge(RequestFields fields, string field, Wire.ActorMerge wire)
    {
        var merge = new Merge(fields.Id(field + ".duplicate_id", wire.DuplicateId), fields.Id(field + ".survivor_id", wire.SurvivorId));
        if (merge.Duplicate != default && merge.Duplicate == merge.Survivor)
            fields.Violations.Add(field + ".survivor_id", wire.SurvivorId, "an actor is not merged into itself");
        if (merge.Duplicate != default && merge.Survivor != default && merge.Duplicate.Kind != merge.Survivor.Kind)
            fields.Violations.Add(field + ".survivor_id", wire.SurvivorId, $"a {merge.Duplicate.Kind} is merged into a {merge.Duplicate.Kind}");
        return merge;
    }
}
