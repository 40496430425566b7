namespace GeoGraph.Core.Graph.Writing;

/// <summary>Keeps the names that a search goes through in step with nodes: one for each name and one for each id.</summary>
internal sealed class NameKeeper(IBatchRows rows)
{
    /// <summary>Writes the names and the id of a new node.</summary>
    public void Add(GraphNode node)
    {
        AddOwn(node);
        rows.Begin(new NameEntry(node.Id, node.Id, NamePlace.OwnId, null, node.Id.Name));
    }

    /// <summary>Replaces the node's own names; its id and the names of former ids stay.</summary>
    public void Replace(GraphNode node)
    {
        foreach (var entry in rows.NamesOf(node.Id))
        {
            if (entry.Owner == node.Id && entry.Place < NamePlace.FormerNames)
                rows.End(entry);
        }
        AddOwn(node);
    }

    /// <summary>Takes every name that finds the node out of the search.</summary>
    public void Remove(EntityId node)
    {
        foreach (var entry in rows.NamesOf(node))
            rows.End(entry);
    }

    /// <summary>Lets every name of the duplicate find the survivor.</summary>
    public void Move(EntityId duplicate, EntityId survivor)
    {
        foreach (var entry in rows.NamesOf(duplicate))
        {
            rows.End(entry);
            var place = entry.Place < NamePlace.FormerNames ? entry.Place + NamePlace.FormerNames
                : entry.Place == NamePlace.OwnId ? NamePlace.FormerId : entry.Place;
            rows.Begin(entry with { Node = survivor, Place = place, Key = 0 });
        }
    }

    private void AddOwn(GraphNode node)
    {
        for (var i = 0; i < node.Names.Count; i++)
            rows.Begin(new NameEntry(node.Id, node.Id, i, node.Names[i].Language, node.Names[i].Text));
    }
}
