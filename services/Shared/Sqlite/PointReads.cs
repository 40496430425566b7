using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Sqlite;

/// <summary>Reads by id.</summary>
internal static class PointReads
{
    /// <summary>The nodes present among the ids, by the id asked for.</summary>
    public static IReadOnlyDictionary<EntityId, GraphNode> Nodes(View view, IReadOnlyCollection<EntityId> ids)
    {
        var found = NodesOf(view, ids);
        var missing = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (missing.Count == 0)
            return found;
        var survivors = view.Survivors(missing);
        if (survivors.Count == 0)
            return found;
        var nodes = NodesOf(view, [.. survivors.Values.Distinct()]);
        foreach (var (alias, survivor) in survivors)
        {
            if (nodes.TryGetValue(survivor, out var node))
                found[alias] = node;
        }
        return found;
    }

    /// <summary>The relations present among the ids.</summary>
    public static IReadOnlyDictionary<EntityId, GraphRelation> Relations(View view, IReadOnlyCollection<EntityId> ids)
    {
        var found = new Dictionary<EntityId, GraphRelation>(ids.Count);
        var sql = view.Versions(shown => $"SELECT {RowFormat.RelationColumns} FROM json_each(?2) j CROSS JOIN relation v ON v.id = j.value WHERE {shown}");
        using var rows = view.Link.Query(sql, view.Revision.Number, RowFormat.Set(ids));
        while (rows.Step())
        {
            var relation = RowFormat.Relation(rows);
            found[relation.Id] = relation;
        }
        return found;
    }

    /// <summary>The retained versions of a node or relation, with its deletions.</summary>
    public static IReadOnlyList<EntityVersion> History(View view, EntityId id)
    {
        var known = view.Resolve([id]).First();
        var versions = new List<(GraphRecord Record, long From, long? To)>();
        using (var rows = view.Link.Query(EveryVersion(RowFormat.NodeColumns, "node"), view.Revision.Number, known.Value))
        {
            while (rows.Step())
                versions.Add((new NodeRecord(RowFormat.Node(rows)), rows.Number(7), rows.IsNull(8) ? null : rows.Number(8)));
        }
        using (var rows = view.Link.Query(EveryVersion(RowFormat.RelationColumns, "relation"), view.Revision.Number, known.Value))
        {
            while (rows.Step())
                versions.Add((new RelationRecord(RowFormat.Relation(rows)), rows.Number(8), rows.IsNull(9) ? null : rows.Number(9)));
        }
        versions.Sort(static (left, right) => left.From.CompareTo(right.From));
        return WithDeletions(versions, known, view.Revision.Number);
    }

    // In two arms, each of which an index answers.
    private static string EveryVersion(string columns, string table) =>
        $"SELECT {columns}, v.rev_to FROM {table} v WHERE v.id = ?2 AND v.rev_from <= ?1 AND v.rev_to IS NULL " +
        $"UNION ALL SELECT {columns}, v.rev_to FROM {table} v WHERE v.id = ?2 AND v.rev_from <= ?1 AND v.rev_to IS NOT NULL";

    private static List<EntityVersion> WithDeletions(List<(GraphRecord Record, long From, long? To)> versions, EntityId id, long upTo)
    {
        var history = new List<EntityVersion>();
        for (var i = 0; i < versions.Count; i++)
        {
            var (record, from, to) = versions[i];
            history.Add(new EntityVersion(new Revision(from), record));
            var replaced = i + 1 < versions.Count && versions[i + 1].From == to;
            if (to is { } end && end <= upTo && !replaced)
                history.Add(new EntityVersion(new Revision(end), new DeletedRecord(id)));
        }
        return history;
    }

    private static Dictionary<EntityId, GraphNode> NodesOf(View view, IReadOnlyCollection<EntityId> ids)
    {
        var found = new Dictionary<EntityId, GraphNode>(ids.Count);
        var sql = view.Versions(shown => $"SELECT {RowFormat.NodeColumns} FROM json_each(?2) j CROSS JOIN node v ON v.id = j.value WHERE {shown}");
        using var rows = view.Link.Query(sql, view.Revision.Number, RowFormat.Set(ids));
        while (rows.Step())
        {
            var node = RowFormat.Node(rows);
            found[node.Id] = node;
        }
        return found;
    }
}
