using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>A breadth-first walk with one query a depth, at any revision and from any number of roots. What was found is kept here, so that no node is come to twice.</summary>
internal sealed class DepthWalk(ReadScope scope, NeighbourhoodQuery query, List<string> types)
{
    /// <summary>How many ids one statement takes.</summary>
    private const int ChunkSize = 10_000;

    private readonly Dictionary<EntityId, GraphNode> _nodes = [];

    /// <summary>Runs the walk.</summary>
    public async Task<Neighbourhood> RunAsync()
    {
        var roots = (await Aliases.ResolveAsync(scope, query.Roots)).Distinct().ToList();
        foreach (var (id, node) in await NodesAsync(roots))
            _nodes.Add(id, node);
        var missing = roots.Where(root => !_nodes.ContainsKey(root)).ToHashSet();
        if (missing.Count > 0)
            throw Neighbourhoods.NoRoot(query, missing);
        roots.Sort();
        var found = roots.ConvertAll(static id => (Id: id, Depth: 0));
        var newest = roots;
        for (var depth = 1; depth <= query.MaxDepth && newest.Count > 0 && found.Count <= query.MaxNodes; depth++)
        {
            newest = await BeyondAsync(newest);
            found.AddRange(newest.Select(id => (id, depth)));
        }
        var cut = found.Count > query.MaxNodes;
        if (cut)
            found.RemoveRange(query.MaxNodes, found.Count - query.MaxNodes);
        var kept = found.Select(static item => item.Id).ToHashSet();
        var edge = found.Where(item => item.Depth == query.MaxDepth).Select(static item => item.Id).ToList();
        var reached = edge.Count > 0 && await IsReachedAsync(edge, kept);
        return new Neighbourhood(found.ConvertAll(item => new NodeAtDepth(_nodes[item.Id], item.Depth)), await AmongAsync(kept), reached, cut);
    }

    // The nodes next to some, without those found already; their versions are kept.
    private async Task<List<EntityId>> BeyondAsync(List<EntityId> from)
    {
        var ids = (await NextAsync(from)).Where(id => !_nodes.ContainsKey(id)).ToList();
        var nodes = await NodesAsync(ids);
        foreach (var (id, node) in nodes.Where(entry => Exists(entry.Value)))
            _nodes.Add(id, node);
        var beyond = ids.Where(_nodes.ContainsKey).ToList();
        beyond.Sort();
        return beyond;
    }

    private async Task<bool> IsReachedAsync(List<EntityId> edge, HashSet<EntityId> kept)
    {
        var others = (await NextAsync(edge)).Where(id => !kept.Contains(id)).ToList();
        return query.AsOf is null ? others.Count > 0 : (await NodesAsync(others)).Values.Any(Exists);
    }

    private bool Exists(GraphNode node) => query.AsOf is not { } date || node.Valid.Contains(date);

    // The other ends of what the walk follows from some nodes, each once.
    private async Task<HashSet<EntityId>> NextAsync(List<EntityId> from)
    {
        var next = new HashSet<EntityId>();
        if (types.Count == 0)
            return next;
        var (left, right) = query.Direction switch { Direction.Forward => ("-", "->"), Direction.Backward => ("<-", "-"), _ => ("-", "-") };
        var dated = query.AsOf is null ? "" : " AND " + Cypher.HoldsOn("v");
        var (start, end) = ($"MATCH (v:{scope.Names.PastRelation} {{from_id: near}}) WHERE", $"MATCH (v:{scope.Names.PastRelation} {{to_id: near}}) WHERE");
        var arms = scope.Versions(
            shown => $"MATCH (:{scope.Names.Label} {{id: near}}){left}[v{Cypher.OfTypes(types)}]{right}(far) WHERE {shown}{dated} RETURN far.id AS far",
            shown => string.Join(" UNION ALL ", new[]
            {
                query.Direction == Direction.Backward ? null : $"{start} {shown} AND v.type IN $types{dated} RETURN v.to_id AS far",
                query.Direction == Direction.Forward ? null : $"{end} {shown} AND v.type IN $types{dated} RETURN v.from_id AS far",
            }.OfType<string>()));
        foreach (var chunk in from.Chunk(ChunkSize))
        {
            next.UnionWith(await scope.QueryAsync($"UNWIND $near AS near CALL (near) {{ {arms} }} RETURN DISTINCT far",
                Parameters(("near", Cypher.Texts(chunk))), static record => EntityId.Parse((string)record[0])));
        }
        return next;
    }

    // The relations whose both ends are among some nodes.
    private async Task<List<GraphRelation>> AmongAsync(HashSet<EntityId> kept)
    {
        var relations = new List<GraphRelation>();
        var dated = query.AsOf is null ? "" : " AND " + Cypher.HoldsOn("v");
        var arms = types.Count == 0 ? "" : scope.Versions(
            shown => $"MATCH (:{scope.Names.Label} {{id: near}})-[v{Cypher.OfTypes(types)}]->(far) WHERE {shown}{dated} AND far.id IN $kept RETURN {Cypher.CurrentRelation}",
            shown => $"MATCH (v:{scope.Names.PastRelation} {{from_id: near}}) WHERE {shown} AND v.type IN $types{dated} AND v.to_id IN $kept RETURN {Cypher.PastRelation}");
        foreach (var chunk in types.Count == 0 ? [] : kept.Chunk(ChunkSize))
        {
            relations.AddRange(await scope.QueryAsync($"UNWIND $near AS near CALL (near) {{ {arms} }} RETURN {Cypher.RelationColumns}",
                Parameters(("near", Cypher.Texts(chunk)), ("kept", Cypher.Texts(kept))), static record => RelationFormat.Read(record)));
        }
        relations.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return relations;
    }

    private Dictionary<string, object?> Parameters(params ReadOnlySpan<(string, object?)> further) =>
        scope.Parameters([.. further, ("types", types), ("date", NativeValues.Date(query.AsOf))]);

    private async Task<Dictionary<EntityId, GraphNode>> NodesAsync(List<EntityId> ids)
    {
        var nodes = new Dictionary<EntityId, GraphNode>(ids.Count);
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            foreach (var (id, node) in await PointReads.NodesOfAsync(scope, chunk))
                nodes.Add(id, node);
        }
        return nodes;
    }
}
