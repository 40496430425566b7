using Google.Protobuf.Reflection;

namespace GeoGraph.Cli.Import;

/// <summary>The id of another thing, named in a message.</summary>
/// <param name="Id">The id.</param>
/// <param name="Place">Where it is named.</param>
/// <param name="Path">The field that names it.</param>
internal sealed record Reference(string Id, Place Place, string Path)
{
    /// <summary>True for fields that name things by id: their names end in _id or _ids. Scenarios have names, not ids.</summary>
    public static bool IsOne(FieldDescriptor field) =>
        field.FieldType == FieldType.String
        && (field.Name.EndsWith("_id", StringComparison.Ordinal) || field.Name.EndsWith("_ids", StringComparison.Ordinal))
        && !field.Name.EndsWith("scenario_ids", StringComparison.Ordinal)
        && !field.Name.EndsWith("in_scenario_ids", StringComparison.Ordinal);
}
