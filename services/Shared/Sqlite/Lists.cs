using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Lists in order of id, a stretch at a time. A plus before a column keeps the planner from choosing the weaker index.</summary>
internal static class Lists
{
    public static GraphPage<GraphNode> Nodes(View view, NodeQuery query)
    {
        var filter = new Filter(view.Revision);
        filter.AddOneOf(query.RefersTo.Count > 0 ? "+v.label" : "v.label", query.Labels);
        AddReferences(filter, "node_ref", query.RefersTo);
        filter.AddAsOf(query.AsOf);
        return Page(Run(view, "node", RowFormat.NodeColumns, filter, query.After, query.Limit + 1, static row => RowFormat.Node(row)), query.Limit, static node => node.Id);
    }

    public static GraphPage<GraphRelation> Relations(View view, RelationQuery query)
    {
        var filter = new Filter(view.Revision);
        var narrow = query.From.Count > 0 || query.To.Count > 0 || query.Touching.Count > 0 || query.RefersTo.Count > 0;
        filter.AddOneOf(narrow ? "+v.type" : "v.type", query.Types);
        filter.AddOneOf("v.from_id", Texts(view, query.From));
        filter.AddOneOf("v.to_id", Texts(view, query.To));
        if (query.Touching.Count > 0)
            AddTouching(view, filter, Texts(view, query.Touching));
        AddReferences(filter, "relation_ref", query.RefersTo);
        filter.AddAsOf(query.AsOf);
        return Page(Run(view, "relation", RowFormat.RelationColumns, filter, query.After, query.Limit + 1, RowFormat.Relation), query.Limit, static relation => relation.Id);
    }

    public static IReadOnlyList<(EntityId, GraphRecord)> AllNodes(View view, EntityId? after, int limit) =>
        Run(view, "node", RowFormat.NodeColumns, new Filter(view.Revision), after, limit, static row => Keyed(RowFormat.Node(row)));

    public static IReadOnlyList<(EntityId, GraphRecord)> AllRelations(View view, EntityId? after, int limit) =>
        Run(view, "relation", RowFormat.RelationColumns, new Filter(view.Revision), after, limit, static row => Keyed(RowFormat.Relation(row)));

    public static IReadOnlyList<(EntityId, GraphRecord)> AllAliases(View view, EntityId? after, int limit) =>
        Run(view, "alias", RowFormat.AliasColumns, new Filter(view.Revision), after, limit, static row => Keyed(RowFormat.Alias(row)));

    private static List<T> Run<T>(View view, string table, string columns, Filter filter, EntityId? after, int limit, Func<Statement, T> read)
    {
        if (after is { } start)
            filter.Add($"v.id > {filter.Place(start.Value)}");
        var most = filter.Place(limit);
        var sql = view.Versions(shown => $"SELECT {columns} FROM {table} v WHERE {shown}{filter.Conditions}")
            + string.Create(CultureInfo.InvariantCulture, $" ORDER BY 1 LIMIT {most}");
        var items = new List<T>();
        using var rows = view.Link.Query(sql, filter.Parameters);
        while (rows.Step())
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            items.Add(read(rows));
        }
        return items;
    }

    private static void AddReferences(Filter filter, string table, IReadOnlyCollection<EntityId> targets)
    {
        if (targets.Count > 0)
            filter.Add($"v.row IN (SELECT r.row FROM {table} r WHERE {filter.OneOf("r.target", [.. targets.Select(static id => id.Value)])})");
    }

    // Each arm takes its own index; the union leaves a loop from a node to itself once.
    private static void AddTouching(View view, Filter filter, IReadOnlyCollection<string> ids)
    {
        var set = filter.Place(RowFormat.Set(ids));
        filter.Add("v.row IN (" + string.Join(" UNION ", new[] { "from_id", "to_id" }.Select(end => view.Versions(shown =>
            $"SELECT v.row FROM json_each({set}) j CROSS JOIN relation v ON v.{end} = j.value WHERE {shown}"))) + ")");
    }

    private static string[] Texts(View view, IReadOnlyCollection<EntityId> ids) => [.. view.Resolve(ids).Select(static id => id.Value)];

    private static (EntityId, GraphRecord) Keyed(GraphNode node) => (node.Id, new NodeRecord(node));

    private static (EntityId, GraphRecord) Keyed(GraphRelation relation) => (relation.Id, new RelationRecord(relation));

    private static (EntityId, GraphRecord) Keyed(AliasRecord alias) => (alias.Alias, alias);

    private static GraphPage<T> Page<T>(List<T> items, int limit, Func<T, EntityId> id)
    {
        if (items.Count <= limit)
            return new GraphPage<T>(items, null);
        items.RemoveAt(limit);
        return new GraphPage<T>(items, id(items[^1]));
    }
}
