using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Format;

/// <summary>How a relation lies in the database: its own fields as native properties, its properties whole as JSON text, and projected beside that.</summary>
internal static class RelationFormat
{
    /// <summary>How many columns <see cref="Read(IRecord, int)"/> reads.</summary>
    public const int ColumnCount = 10;

    /// <summary>The properties of the relation as the revision writes it; its type and ends are not among them.</summary>
    public static Dictionary<string, object> Map(GraphRelation relation, Revision revision)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Fields.Id] = relation.Id.Value,
            [Fields.Revision] = revision.Number,
            [Fields.Properties] = relation.Properties,
        };
        NativeValues.AddPeriod(map, relation.Valid);
        NativeValues.AddReferences(map, relation.References);
        Projection.Add(map, relation.Properties);
        return map;
    }

    /// <summary>What a query returns of a current relation for <see cref="Read(IRecord, int)"/>.</summary>
    /// <param name="variable">The query's variable that holds the relationship.</param>
    /// <param name="from">The variable of the node that it starts from.</param>
    /// <param name="to">The variable of the node that it ends on.</param>
    public static string Columns(string variable, string from, string to) => Columns(variable, $"type({variable})", $"{from}.id", $"{to}.id");

    /// <summary>What a query returns of a past version of a relation for <see cref="Read(IRecord, int)"/>.</summary>
    /// <param name="variable">The query's variable that holds the version.</param>
    public static string PastColumns(string variable) => Columns(variable, $"{variable}.type", $"{variable}.from_id", $"{variable}.to_id");

    /// <summary>What a query returns for <see cref="Read(IRecord, int)"/> where it has the relation's type and ends in variables of its own.</summary>
    public static string Columns(string variable, string type, string from, string to) =>
        $"{variable}.id, {type}, {from}, {to}, {variable}.valid_from, {variable}.valid_to, {variable}.ref_roles, {variable}.ref_ids, "
        + $"{variable}.properties, {variable}.revision";

    /// <summary>Reads a relation whose columns start at <paramref name="at"/>.</summary>
    public static GraphRelation Read(IRecord record, int at = 0) => Read(new Cells(record, null), at);

    /// <summary>Reads a relation whose columns are the values of a list.</summary>
    public static GraphRelation Read(List<object?> values) => Read(new Cells(null, values), 0);

    private static GraphRelation Read(Cells cells, int at) => new()
    {
        Id = EntityId.Parse((string)cells[at]!),
        Type = string.Intern((string)cells[at + 1]!),
        From = EntityId.Parse((string)cells[at + 2]!),
        To = EntityId.Parse((string)cells[at + 3]!),
        Valid = NativeValues.Period(cells[at + 4], cells[at + 5]),
        References = NativeValues.References(cells[at + 6], cells[at + 7]),
        Properties = (string)cells[at + 8]!,
        ChangedAt = new Revision((long)cells[at + 9]!),
    };

    // The values of a record, or of a list within one.
    private readonly record struct Cells(IRecord? Record, List<object?>? List)
    {
        public object? this[int place] => Record is null ? List![place] : Record[place];
    }
}
