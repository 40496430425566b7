using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>
/// Writes versions at one new revision, inside the open write transaction. A version that was written at the same revision leaves no
/// trace when it is replaced: it never showed.
/// </summary>
internal sealed class Rows(Link link, Revision next)
{
    private const string NodeSql = $"SELECT {RowFormat.NodeColumns}, v.row FROM node v WHERE v.id = ?1 AND v.rev_to IS NULL";
    private const string RelationSql = $"SELECT {RowFormat.RelationColumns}, v.row FROM relation v WHERE v.id = ?1 AND v.rev_to IS NULL";

    public (GraphNode Node, long Row)? Node(EntityId id)
    {
        using var row = link.Query(NodeSql, id.Value);
        return row.Step() ? (RowFormat.Node(row), row.Number(8)) : null;
    }

    public (GraphRelation Relation, long Row)? Relation(EntityId id)
    {
        using var row = link.Query(RelationSql, id.Value);
        return row.Step() ? (RowFormat.Relation(row), row.Number(9)) : null;
    }

    public EntityId? SurvivorOf(EntityId alias) =>
        link.Text("SELECT survivor FROM alias WHERE id = ?1 AND rev_to IS NULL", alias.Value) is { } id ? EntityId.Parse(id) : null;

    public bool NodeExists(EntityId id) => link.Number("SELECT 1 FROM node WHERE id = ?1 AND rev_to IS NULL", id.Value) is not null;

    public bool RelationExists(EntityId id) => link.Number("SELECT 1 FROM relation WHERE id = ?1 AND rev_to IS NULL", id.Value) is not null;

    public List<(GraphRelation Relation, long Row)> RelationsTouching(EntityId node)
    {
        var found = new List<(GraphRelation, long)>();
        using var rows = link.Query(
            $"SELECT {RowFormat.RelationColumns}, v.row FROM relation v WHERE v.from_id = ?1 AND v.rev_to IS NULL " +
            $"UNION SELECT {RowFormat.RelationColumns}, v.row FROM relation v WHERE v.to_id = ?1 AND v.rev_to IS NULL", node.Value);
        while (rows.Step())
            found.Add((RowFormat.Relation(rows), rows.Number(9)));
        return found;
    }

    public List<(AliasRecord Alias, long Row, Revision Since)> AliasesOf(EntityId survivor)
    {
        var found = new List<(AliasRecord, long, Revision)>();
        using var rows = link.Query($"SELECT {RowFormat.AliasColumns}, v.row, v.rev_from FROM alias v WHERE v.survivor = ?1 AND v.rev_to IS NULL", survivor.Value);
        while (rows.Step())
            found.Add((RowFormat.Alias(rows), rows.Number(3), new Revision(rows.Number(4))));
        return found;
    }

    public void Insert(GraphNode node)
    {
        link.Run("INSERT INTO node (id, label, valid_from, valid_to, names, refs, properties, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            node.Id.Value, node.Label, RowFormat.Date(node.Valid.From), RowFormat.Date(node.Valid.To),
            RowFormat.Print(node.Names), RowFormat.Print(node.References), node.Properties, next.Number);
        InsertReferences("INSERT OR IGNORE INTO node_ref (target, id, row) VALUES (?1, ?2, ?3)", node.Id, node.References);
    }

    public void Insert(GraphRelation relation)
    {
        link.Run("INSERT INTO relation (id, type, from_id, to_id, valid_from, valid_to, refs, properties, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            relation.Id.Value, relation.Type, relation.From.Value, relation.To.Value, RowFormat.Date(relation.Valid.From), RowFormat.Date(relation.Valid.To),
            RowFormat.Print(relation.References), relation.Properties, next.Number);
        InsertReferences("INSERT OR IGNORE INTO relation_ref (target, id, row) VALUES (?1, ?2, ?3)", relation.Id, relation.References);
    }

    public void Insert(AliasRecord alias) => link.Run("INSERT INTO alias (id, survivor, names, rev_from) VALUES (?1, ?2, ?3, ?4)",
        alias.Alias.Value, alias.Survivor.Value, RowFormat.Print(alias.Names), next.Number);

    public void InsertName(EntityId node, EntityId owner, long place, string? language, string text) =>
        link.Run("INSERT INTO name (node, owner, place, language, text, folded, rev_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            node.Value, owner.Value, place, language, text, NameFolding.Fold(text), next.Number);

    public void CloseNode(long row, Revision since) => Close("node", row, since);

    public void CloseRelation(long row, Revision since) => Close("relation", row, since);

    public void CloseAlias(long row, Revision since) => Close("alias", row, since);

    public void CloseName(long row, Revision since) => Close("name", row, since);

    private void Close(string table, long row, Revision since)
    {
        if (since == next)
            link.Run($"DELETE FROM {table} WHERE row = ?1", row);
        else
            link.Run($"UPDATE {table} SET rev_to = ?2 WHERE row = ?1", row, next.Number);
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
