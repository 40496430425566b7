using System.Text.Json;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Sqlite;

/// <summary>
/// A breadth-first walk as one recursive query. Each row of the recursion is a whole depth: <c>found</c> is the JSON list of all ids
/// found so far, and those from place <c>start</c> on are the newest. A plain recursion over (id, depth) would come back to a node
/// at every depth and could not stop at a number of nodes; this one visits a node once and stops exactly.
/// </summary>
internal sealed class NeighbourhoodWalk(View view, NeighbourhoodQuery query)
{
    public Neighbourhood Run()
    {
        var roots = view.Resolve(query.Roots).Distinct().ToList();
        var present = PointReads.Nodes(view, roots);
        foreach (var root in roots.Where(root => !present.ContainsKey(root)))
            throw GeoGraphException.NotFound("node", root.Value);
        roots.Sort();
        var depths = Walk(roots);
        var cut = depths.Count > query.MaxNodes;
        if (cut)
            depths.RemoveRange(query.MaxNodes, depths.Count - query.MaxNodes);
        var ids = RowFormat.Set(depths.Select(static found => found.Id));
        var nodes = Nodes(depths);
        return new Neighbourhood(nodes, Relations(ids), IsDepthReached(depths, ids), cut);
    }

    private List<(EntityId Id, int Depth)> Walk(List<EntityId> roots)
    {
        var filter = new Filter(view.Revision);
        var (first, deepest, most) = (filter.Place(RowFormat.Set(roots)), filter.Place(query.MaxDepth), filter.Place(query.MaxNodes));
        var sql = $"""
            WITH RECURSIVE walk (depth, start, found) AS (
                SELECT 0, 0, {first}
                UNION ALL
                SELECT depth + 1, json_array_length(found), (SELECT json_group_array(id) FROM (
                    SELECT value AS id FROM json_each(walk.found)
                    UNION ALL
                    SELECT other FROM (
                        SELECT other FROM ({Neighbours("json_each(walk.found)", "f.key >= walk.start AND ", filter)})
                        EXCEPT SELECT value FROM json_each(walk.found) ORDER BY 1 LIMIT {most} + 1)))
                FROM walk WHERE depth < {deepest} AND json_array_length(found) > start AND json_array_length(found) <= {most})
            SELECT start, found FROM walk ORDER BY depth DESC
            """;
        using var rows = view.Link.Query(sql, filter.Parameters);
        rows.Step();
        var found = JsonSerializer.Deserialize<string[]>(rows.Text(1))!;
        var starts = new List<int>();
        do
            starts.Add((int)rows.Number(0));
        while (rows.Step());
        starts.Reverse();
        var depths = new List<(EntityId, int)>(found.Length);
        var depth = 0;
        for (var i = 0; i < found.Length; i++)
        {
            while (depth + 1 < starts.Count && i >= starts[depth + 1])
                depth++;
            depths.Add((EntityId.Parse(found[i]), depth));
        }
        return depths;
    }

    // The other ends of what the walk follows from the ids of a JSON table aliased f.
    private string Neighbours(string from, string condition, Filter filter)
    {
        var conditions = RelationConditions(filter);
        var exists = query.AsOf is null ? "" : " AND EXISTS (" + view.Versions(shown =>
            $"SELECT 1 FROM node v WHERE v.id = e.other AND {shown} AND {Filter.AsOf("v", filter.Place(RowFormat.Date(query.AsOf)))}") + ")";
        (string Near, string Far)[] ends = query.Direction switch
        {
            Direction.Forward => [("from_id", "to_id")],
            Direction.Backward => [("to_id", "from_id")],
            _ => [("from_id", "to_id"), ("to_id", "from_id")],
        };
        var arms = string.Join(" UNION ALL ", ends.Select(end => view.Versions(shown =>
            $"SELECT v.{end.Far} AS other FROM {from} f CROSS JOIN relation v ON v.{end.Near} = f.value WHERE {condition}{shown}{conditions}")));
        return exists.Length == 0 ? arms : $"SELECT e.other FROM (SELECT DISTINCT other FROM ({arms})) e WHERE true{exists}";
    }

    private string RelationConditions(Filter filter)
    {
        var types = query.Types.Count == 0 ? "" : " AND " + filter.OneOf("+v.type", query.Types);
        return query.AsOf is null ? types : $"{types} AND {Filter.AsOf("v", filter.Place(RowFormat.Date(query.AsOf)))}";
    }

    private List<NodeAtDepth> Nodes(List<(EntityId Id, int Depth)> depths)
    {
        var nodes = PointReads.Nodes(view, depths.ConvertAll(static found => found.Id));
        return depths.ConvertAll(found => new NodeAtDepth(nodes[found.Id], found.Depth));
    }

    private List<GraphRelation> Relations(string ids)
    {
        var filter = new Filter(view.Revision);
        var set = filter.Place(ids);
        var conditions = RelationConditions(filter);
        var sql = view.Versions(shown => $"""
            SELECT {RowFormat.RelationColumns} FROM json_each({set}) f CROSS JOIN relation v ON v.from_id = f.value
            WHERE {shown}{conditions} AND v.to_id IN (SELECT value FROM json_each({set}))
            """) + " ORDER BY 1";
        var relations = new List<GraphRelation>();
        using var rows = view.Link.Query(sql, filter.Parameters);
        while (rows.Step())
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            relations.Add(RowFormat.Relation(rows));
        }
        return relations;
    }

    private bool IsDepthReached(List<(EntityId Id, int Depth)> depths, string ids)
    {
        var edge = depths.Where(found => found.Depth == query.MaxDepth).Select(static found => found.Id).ToList();
        if (edge.Count == 0)
            return false;
        var filter = new Filter(view.Revision);
        var (from, all) = (filter.Place(RowFormat.Set(edge)), filter.Place(ids));
        var sql = $"SELECT other FROM ({Neighbours($"json_each({from})", "", filter)}) EXCEPT SELECT value FROM json_each({all}) LIMIT 1";
        return view.Link.Text(sql, filter.Parameters) is not null;
    }
}
