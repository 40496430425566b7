namespace GeoGraph.Neo4j.Format;

/// <summary>The properties that every node, relation and version has of its own, as they are named in the database.</summary>
internal static class Fields
{
    public const string Id = "id";
    public const string Revision = "revision";
    public const string Until = "until";
    public const string ValidFrom = "valid_from";
    public const string ValidTo = "valid_to";
    public const string Name = "name";
    public const string Names = "names";
    public const string NameLanguages = "name_languages";
    public const string ReferenceRoles = "ref_roles";
    public const string ReferenceIds = "ref_ids";
    public const string Properties = "properties";
    public const string Label = "label";
    public const string Type = "type";
    public const string FromId = "from_id";
    public const string ToId = "to_id";
    public const string Survivor = "survivor";

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        Id, Revision, Until, ValidFrom, ValidTo, Name, Names, NameLanguages, ReferenceRoles, ReferenceIds, Properties, Label, Type, FromId, ToId, Survivor,
    };

    /// <summary>True for a name that a projected property may not take.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);
}
