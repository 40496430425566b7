using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite.Archive;

/// <summary>Writes the items of an archive as rows, inside the open write transaction of an empty store.</summary>
internal sealed class ArchiveRestoring(Link link)
{
    private readonly ArchivedNames _names = new();
    private readonly List<ArchivedName> _former = [];

    /// <summary>Writes the next item.</summary>
    public void Add(ArchivedRecord record)
    {
        switch (record)
        {
            case ArchivedState state:
                link.Run("UPDATE store SET revision = ?1, oldest = ?2", state.Current.Number, state.Oldest.Number);
                break;
            case ArchivedNode version:
                Insert(version);
                break;
            case ArchivedRelation version:
                Insert(version);
                break;
            case ArchivedAlias { Alias: var alias } version:
                link.Run("INSERT INTO alias (id, survivor, names, rev_from, rev_to) VALUES (?1, ?2, ?3, ?4, ?5)",
                    alias.Alias.Value, alias.Survivor.Value, RowFormat.Print(alias.Names), version.Since.Number, version.Until?.Number);
                break;
            case ArchivedReceipt remembered:
                Receipts.Add(link, remembered.RequestId, remembered.Digest, remembered.Receipt);
                break;
        }
        Insert(_names.Next(record));
    }

    /// <summary>Writes what no further item adds to. Names of former ids come in the order in which they were taken over.</summary>
    public void Conclude()
    {
        Insert(_names.Rest());
        foreach (var name in _former.OrderBy(static name => name.Since))
            Insert(name);
    }

    private void Insert(ArchivedNode version)
    {
        var node = version.Node;
        link.Run("INSERT INTO node (id, label, valid_from, valid_to, names, refs, properties, rev_from, rev_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            node.Id.Value, node.Label, RowFormat.Date(node.Valid.From), RowFormat.Date(node.Valid.To),
            RowFormat.Print(node.Names), RowFormat.Print(node.References), node.Properties, version.Since.Number, version.Until?.Number);
        InsertReferences("INSERT OR IGNORE INTO node_ref (target, id, row) VALUES (?1, ?2, ?3)", version, node.References);
    }

    private void Insert(ArchivedRelation version)
    {
        var relation = version.Relation;
        link.Run("INSERT INTO relation (id, type, from_id, to_id, valid_from, valid_to, refs, properties, rev_from, rev_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            relation.Id.Value, relation.Type, relation.From.Value, relation.To.Value, RowFormat.Date(relation.Valid.From), RowFormat.Date(relation.Valid.To),
            RowFormat.Print(relation.References), relation.Properties, version.Since.Number, version.Until?.Number);
        InsertReferences("INSERT OR IGNORE INTO relation_ref (target, id, row) VALUES (?1, ?2, ?3)", version, relation.References);
    }

    private void InsertReferences(string sql, ArchivedVersion version, IReadOnlyList<Reference> references)
    {
        if (references.Count == 0)
            return;
        var row = link.LastRow;
        foreach (var reference in references)
            link.Run(sql, reference.Target.Value, version.Id.Value, row);
    }

    private void Insert(IReadOnlyList<ArchivedName> names)
    {
        foreach (var name in names)
        {
            if (name.Owner == name.Node)
                Insert(name);
            else
                _former.Add(name);
        }
    }

    private void Insert(ArchivedName name) =>
        link.Run("INSERT INTO name (node, owner, place, language, text, folded, rev_from, rev_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            name.Node.Value, name.Owner.Value, name.Place, name.Language, name.Text, NameFolding.Fold(name.Text), name.Since.Number, name.Until?.Number);
}
