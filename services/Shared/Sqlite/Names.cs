using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>
/// Keeps the search table in step with nodes: a row for each name and one for each id. <c>owner</c> is the id that brought the name;
/// <c>node</c> the node that it finds, which changes when the owner is merged.
/// </summary>
internal sealed class Names(Link link, Rows rows)
{
    private readonly record struct Entry(long Row, EntityId Owner, long Place, string? Language, string Text, Revision Since);

    /// <summary>Writes the names and the id of a new node.</summary>
    public void Add(GraphNode node)
    {
        AddOwn(node);
        rows.InsertName(node.Id, node.Id, NameSearch.OwnId, null, node.Id.Name);
    }

    /// <summary>Replaces the node's own names; its id and the names of former ids stay.</summary>
    public void Replace(GraphNode node)
    {
        foreach (var entry in Of(node.Id))
        {
            if (entry.Owner == node.Id && entry.Place < NameSearch.FormerNames)
                rows.CloseName(entry.Row, entry.Since);
        }
        AddOwn(node);
    }

    /// <summary>Takes every name that finds the node out of the search.</summary>
    public void Remove(EntityId node)
    {
        foreach (var entry in Of(node))
            rows.CloseName(entry.Row, entry.Since);
    }

    /// <summary>Lets every name of the duplicate find the survivor.</summary>
    public void Move(EntityId duplicate, EntityId survivor)
    {
        foreach (var entry in Of(duplicate))
        {
            rows.CloseName(entry.Row, entry.Since);
            var place = entry.Place < NameSearch.FormerNames ? entry.Place + NameSearch.FormerNames
                : entry.Place == NameSearch.OwnId ? NameSearch.FormerId : entry.Place;
            rows.InsertName(survivor, entry.Owner, place, entry.Language, entry.Text);
        }
    }

    private void AddOwn(GraphNode node)
    {
        for (var i = 0; i < node.Names.Count; i++)
            rows.InsertName(node.Id, node.Id, i, node.Names[i].Language, node.Names[i].Text);
    }

    private List<Entry> Of(EntityId node)
    {
        var entries = new List<Entry>();
        using var row = link.Query("SELECT row, owner, place, language, text, rev_from FROM name WHERE node = ?1 AND rev_to IS NULL", node.Value);
        while (row.Step())
            entries.Add(new Entry(row.Number(0), EntityId.Parse(row.Text(1)), row.Number(2), row.TextOrNull(3), row.Text(4), new Revision(row.Number(5))));
        return entries;
    }
}
