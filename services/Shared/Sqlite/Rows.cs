using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>
/// Writes versions at one new revision, inside the open write transaction. A version that was written at the same revision leaves no
/// trace when it is replaced: it never showed.
/// </summary>
internal sealed class Rows(Link link, Revision next) : IBatchRows
{
    private const string NodeSql = $"SELECT {RowFormat.NodeColumns} FROM node v WHERE v.id = ?1 AND v.rev_to IS NULL";
    private const string RelationSql = $"SELECT {RowFormat.RelationColumns} FROM relation v WHERE v.id = ?1 AND v.rev_to IS NULL";

    public GraphNode? Node(EntityId id)
    {
        using var row = link.Query(NodeSql, id.Value);
        return row.Step() ? RowFormat.Node(row) : null;
    }

    public GraphRelation? Relation(EntityId id)
    {
        using var row = link.Query(RelationSql, id.Value);
        return row.Step() ? RowFormat.Relation(row) : null;
    }

    public EntityId? SurvivorOf(EntityId alias) =>
        link.Text("SELECT survivor FROM alias WHERE id = ?1 AND rev_to IS NULL", alias.Value) is { } id ? EntityId.Parse(id) : null;

    public bool NodeExists(EntityId id) => link.Number("SELECT 1 FROM node WHERE id = ?1 AND rev_to IS NULL", id.Value) is not null;

    public bool RelationExists(EntityId id) => link.Number("SELECT 1 FROM relation WHERE id = ?1 AND rev_to IS NULL", id.Value) is not null;

    public IReadOnlyList<GraphRelation> RelationsTouching(EntityId node)
    {
        var found = new List<GraphRelation>();
        using var rows = link.Query(
            $"SELECT {RowFormat.RelationColumns} FROM relation v WHERE v.from_id = ?1 AND v.rev_to IS NULL " +
            $"UNION SELECT {RowFormat.RelationColumns} FROM relation v WHERE v.to_id = ?1 AND v.rev_to IS NULL", node.Value);
        while (rows.Step())
            found.Add(RowFormat.Relation(rows));
        return found;
    }

    public IReadOnlyList<AliasRecord> AliasesOf(EntityId survivor)
    {
        var found = new List<AliasRecord>();
        using var rows = link.Query($"SELECT {RowFormat.AliasColumns} FROM alias v WHERE v.survivor = ?1 AND v.rev_to IS NULL", survivor.Value);
        while (rows.Step())
            found.Add(RowFormat.Alias(rows));
        return found;
    }

    public IReadOnlyList<NameEntry> NamesOf(EntityId node)
    {
        var entries = new List<NameEntry>();
        using var row = link.Query("SELECT owner, place, language, text, row FROM name WHERE node = ?1 AND rev_to IS NULL", node.Value);
        while (row.Step())
            entries.Add(new NameEntry(node, EntityId.Parse(row.Text(0)), row.Number(1), row.TextOrNull(2), row.Text(3), row.Number(4)));
        return entries;
    }

    public void Begin(GraphNode node)
    {
        link.Run("INSERT INTO node (id, label, valid_from, valid_to, names, refs, properties, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            node.Id.Value, node.Label, RowFormat.Date(node.Valid.From), RowFormat.Date(node.Valid.To),
            RowFormat.Print(node.Names), RowFormat.Print(node.References), node.Properties, next.Number);
        InsertReferences("INSERT OR IGNORE INTO node_ref (target, id, row) VALUES (?1, ?2, ?3)", node.Id, node.References);
    }

    public void Begin(GraphRelation relation)
    {
        link.Run("INSERT INTO relation (id, type, from_id, to_id, valid_from, valid_to, refs, properties, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            relation.Id.Value, relation.Type, relation.From.Value, relation.To.Value, RowFormat.Date(relation.Valid.From), RowFormat.Date(relation.Valid.To),
            RowFormat.Print(relation.References), relation.Properties, next.Number);
        InsertReferences("INSERT OR IGNORE INTO relation_ref (target, id, row) VALUES (?1, ?2, ?3)", relation.Id, relation.References);
    }

    public void Begin(AliasRecord alias) => link.Run("INSERT INTO alias (id, survivor, names, rev_from) VALUES (?1, ?2, ?3, ?4)",
        alias.Alias.Value, alias.Survivor.Value, RowFormat.Print(alias.Names), next.Number);

    public void Begin(in NameEntry name) =>
        link.Run("INSERT INTO name (node, owner, place, language, text, folded, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            name.Node.Value, name.Owner.Value, name.Place, name.Language, name.Text, NameFolding.Fold(name.Text), next.Number);

    public void End(GraphNode current) => Close("node", "id", current.Id.Value);

    public void End(GraphRelation current) => Close("relation", "id", current.Id.Value);

    public void End(AliasRecord current) => Close("alias", "id", current.Alias.Value);

    public void End(in NameEntry current) => Close("name", "row", current.Key);

    private void Close(string table, string key, Parameter value)
    {
        link.Run($"DELETE FROM {table} WHERE {key} = ?1 AND rev_to IS NULL AND +rev_from = ?2", value, next.Number);
        link.Run($"UPDATE {table} SET rev_to = ?2 WHERE {key} = ?1 AND rev_to IS NULL", value, next.Number);
    }

    private void InsertReferences(string sql, EntityId id, IReadOnlyList<Reference> references)
    {
        if (references.Count == 0)
            return;
        var row = link.LastRow;
        foreach (var reference in references)
            link.Run(sql, reference.Target.Value, id.Value, row);
    }
}
