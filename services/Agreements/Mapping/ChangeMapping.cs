using GeoGraph.Agreements.Storage;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Changes to write.</summary>
internal static class ChangeMapping
{
    /// <summary>The update of a change; null where a violation was noted.</summary>
    public static GraphUpdate? ReadChange(this RequestFields fields, string at, Wire.RecordChange change)
    {
        var precondition = fields.ReadPrecondition(at, change.MustBeAbsent, change.MustBePresent, change.HasUnchangedSince ? change.UnchangedSince : null);
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
}
