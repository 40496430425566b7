using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads changes, noting every rule that they break.</summary>
internal static class ChangeMapping
{
    /// <summary>Reads changes.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="changes">What was sent.</param>
    /// <param name="first">Number of the first one, where a stream sent others before.</param>
    public static IEnumerable<ActorChange> ReadChanges(this RequestFields fields, IReadOnlyList<Wire.ActorChange> changes, int first = 0)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (ReadChange(fields, RequestFields.At("changes", first + i), changes[i]) is { } change)
                yield return change;
        }
    }

    private static ActorChange? ReadChange(RequestFields fields, string field, Wire.ActorChange wire)
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
        CheckPreconditions(fields, field, wire);
        return change is null ? null : change with
        {
            MustBeAbsent = wire.MustBeAbsent,
            MustBePresent = wire.MustBePresent,
            UnchangedSince = wire.HasUnchangedSince ? new Revision(wire.UnchangedSince) : null,
        };
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

    private static void CheckPreconditions(RequestFields fields, string field, Wire.ActorChange wire)
    {
        if (wire.MustBeAbsent && (wire.MustBePresent || wire.HasUnchangedSince))
            fields.Violations.Add(field + ".must_be_absent", "true", "must_be_absent excludes must_be_present and unchanged_since");
        if (wire.HasUnchangedSince && wire.UnchangedSince < 0)
            fields.Violations.Add(field + ".unchanged_since", wire.UnchangedSince.ToString(CultureInfo.InvariantCulture), "a revision is zero or more");
    }
}
