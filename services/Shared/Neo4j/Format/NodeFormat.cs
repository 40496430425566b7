using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Format;

/// <summary>How a node lies in the database: its own fields as native properties, its properties whole as JSON text, and projected beside that.</summary>
internal static class NodeFormat
{
    /// <summary>How many columns <see cref="Columns"/> gives.</summary>
    public const int ColumnCount = 10;

    /// <summary>The properties of the node as the revision writes it; its label is not among them.</summary>
    public static Dictionary<string, object> Map(GraphNode node, Revision revision)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Fields.Id] = node.Id.Value,
            [Fields.Revision] = revision.Number,
            [Fields.Properties] = node.Properties,
        };
        NativeValues.AddPeriod(map, node.Valid);
        if (node.Names.Count > 0)
            map.Add(Fields.Name, node.Names[0].Text);
        NativeValues.AddNames(map, node.Names);
        NativeValues.AddReferences(map, node.References);
        Projection.Add(map, node.Properties);
        return map;
    }

    /// <summary>What a query returns for <see cref="Read"/>.</summary>
    /// <param name="variable">The query's variable that holds the node or its past version.</param>
    /// <param name="label">An expression for its label, or for the list of the labels that it carries.</param>
    public static string Columns(string variable, string label) =>
        $"{variable}.id, {label}, {variable}.valid_from, {variable}.valid_to, {variable}.name_languages, {variable}.names, "
        + $"{variable}.ref_roles, {variable}.ref_ids, {variable}.properties, {variable}.revision";

    /// <summary>Reads a node whose columns start at <paramref name="at"/>. Of several labels, the node's own is the one in upper case.</summary>
    public static GraphNode Read(IRecord record, int at = 0) => new()
    {
        Id = EntityId.Parse((string)record[at]),
        Label = Label(record[at + 1]),
        Valid = NativeValues.Period(record[at + 2], record[at + 3]),
        Names = NativeValues.Names(record[at + 4], record[at + 5]),
        References = NativeValues.References(record[at + 6], record[at + 7]),
        Properties = (string)record[at + 8],
        ChangedAt = new Revision((long)record[at + 9]),
    };

    /// <summary>The label proper among those that a node carries: labels of the store itself have lower-case letters, which no label of a node has.</summary>
    public static string Label(object labels) => labels is string label
        ? string.Intern(label)
        : string.Intern(((IReadOnlyList<object>)labels).Cast<string>().First(static text => !text.Any(char.IsAsciiLetterLower)));
}
