using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Writing;

namespace GeoGraph.Neo4j.Archive;

/// <summary>A statement that makes what an item of an archive is, with its row; items of one statement are sent together.</summary>
/// <param name="Query">Makes one thing for each of <c>$rows</c>.</param>
/// <param name="Row">The row.</param>
internal readonly record struct FillRow(string Query, object Row);

/// <summary>How the items of an archive are made in the database.</summary>
internal sealed class FillRows(StoreNames names)
{
    /// <summary>The statement and the row of an item; null for the state, which lies on the store's own nodes.</summary>
    public FillRow? Of(ArchivedRecord record) => record switch
    {
        ArchivedNode { Until: null } version => Create($"`{version.Node.Label}`:{names.Label}", NodeFormat.Map(version.Node, version.Since)),
        ArchivedNode version => Create(names.PastNode, Past(version, NodeFormat.Map(version.Node, version.Since), (Fields.Label, version.Node.Label))),
        ArchivedRelation { Until: null, Relation: var relation } version => new FillRow(
            $"UNWIND $rows AS row MATCH (a:{names.Label} {{id: row[0]}}) MATCH (b:{names.Label} {{id: row[1]}}) CREATE (a)-[v:`{relation.Type}`]->(b) SET v = row[2]",
            new object[] { relation.From.Value, relation.To.Value, RelationFormat.Map(relation, version.Since) }),
        ArchivedRelation { Relation: var relation } version => Create(names.PastRelation, Past(version, RelationFormat.Map(relation, version.Since),
            (Fields.Type, relation.Type), (Fields.FromId, relation.From.Value), (Fields.ToId, relation.To.Value))),
        ArchivedAlias { Until: null } version => Create(names.Alias, AliasFormat.Map(version.Alias, version.Since)),
        ArchivedAlias version => Create(names.PastAlias, Past(version, AliasFormat.Map(version.Alias, version.Since))),
        ArchivedReceipt remembered => Create(names.Receipt, Receipts.Map(remembered.Receipt, remembered.RequestId, remembered.Digest)),
        _ => null,
    };

    /// <summary>The statement and the row of a name.</summary>
    public FillRow Of(ArchivedName name)
    {
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["node"] = name.Node.Value,
            ["owner_id"] = name.Owner.Value,
            ["place"] = name.Place,
            ["text"] = name.Text,
            ["folded"] = NameFolding.Fold(name.Text),
            [Fields.Revision] = name.Since.Number,
        };
        if (name.Language is not null)
            row["language"] = name.Language;
        if (name.Until is { } until)
            row[Fields.Until] = until.Number;
        return Create(names.Name, row);
    }

    /// <summary>The statement and the row of a revision's log.</summary>
    public FillRow OfLog(Dictionary<string, object> log) => Create(names.Revision, log);

    private static FillRow Create(string labels, Dictionary<string, object> row) => new($"UNWIND $rows AS row CREATE (v:{labels}) SET v = row", row);

    private static Dictionary<string, object> Past(ArchivedVersion version, Dictionary<string, object> map, params ReadOnlySpan<(string Name, string Value)> further)
    {
        map[Fields.Until] = version.Until!.Value.Number;
        foreach (var (name, value) in further)
            map[name] = value;
        return map;
    }
}
