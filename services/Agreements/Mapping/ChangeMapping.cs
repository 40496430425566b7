using System.Globalization;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Changes to write.</summary>
internal static class ChangeMapping
{
    /// <summary>The update of a change; null where a violation was noted.</summary>
    public static GraphUpdate? ToUpdate(this Wire.RecordChange change, string at, RequestFields fields)
    {
        var precondition = PreconditionOf(change, at, fields);
        switch (change.ChangeCase)
        {
            case Wire.RecordChange.ChangeOneofCase.Record:
                var record = change.Record.ToDomain($"{at}.record", fields);
                return record is null || !fields.Violations.None ? null : new PutNode(RecordNodes.ToNode(record)) { Precondition = precondition };
            case Wire.RecordChange.ChangeOneofCase.DeleteId:
                return new Delete(fields.Id($"{at}.delete_id", change.DeleteId)) { Precondition = precondition };
            default:
                fields.Violations.Add(at, "", "a change is a record or a delete_id");
                return null;
        }
    }

    private static Precondition PreconditionOf(Wire.RecordChange change, string at, RequestFields fields)
    {
        var asked = (change.MustBeAbsent ? 1 : 0) + (change.MustBePresent ? 1 : 0) + (change.HasUnchangedSince ? 1 : 0);
        if (asked > 1)
            fields.Violations.Add($"{at}.must_be_present", "true", "at most one of must_be_absent, must_be_present and unchanged_since is asked for");
        if (change.HasUnchangedSince && change.UnchangedSince < 0)
            fields.Violations.Add($"{at}.unchanged_since", change.UnchangedSince.ToString(CultureInfo.InvariantCulture), "a revision is not negative");
        return change switch
        {
            { MustBeAbsent: true } => Precondition.Absent,
            { HasUnchangedSince: true } => Precondition.UnchangedSince(new Revision(change.UnchangedSince)),
            { MustBePresent: true } => Precondition.Present,
            _ => Precondition.None,
        };
    }
}
