namespace GeoGraph.Core.Graph.Supply;

/// <summary>Reads one part of the graph by the walks of a reader.</summary>
internal sealed class WalkedPart(IGraphReader reader, SupplyPartQuery query)
{
    private const int Most = GraphLimits.MaxNeighbourhoodNodes;
    private readonly Dictionary<EntityId, GraphNode> _asked = [];
    private readonly Dictionary<EntityId, GraphNode> _nodes = [];
    private readonly SortedDictionary<EntityId, GraphRelation> _relations = [];
    private IReadOnlyList<NodeAtDepth> _walk = [];

    public async Task<SupplyPart> ReadAsync(CancellationToken cancellationToken)
    {
        await AskAsync(query.Of.Concat(query.Named), cancellationToken);
        await NamedRelationsAsync(cancellationToken);
        var (depthReached, cut) = await WalkAsync(cancellationToken);
        var referring = _relations.Values.ToList();
        foreach (var further in query.Further)
            await FollowAsync(further, cancellationToken);
        await AskAsync(referring.SelectMany(relation => relation.References.Where(reference => query.Roles.Contains(reference.Role)).Select(reference => reference.Target)), cancellationToken);
        foreach (var met in _walk)
            _nodes.Remove(met.Node.Id);
        CheckSize(_nodes.Count);
        return new SupplyPart(_walk, depthReached, cut, _asked, [.. _nodes.Values.OrderBy(static node => node.Id)], [.. _relations.Values]);
    }

    private async Task AskAsync(IEnumerable<EntityId> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Where(id => !_asked.ContainsKey(id)).Distinct().Chunk(GraphLimits.MaxIdsPerQuery))
        {
            foreach (var (id, node) in await reader.FindNodesAsync(chunk, cancellationToken))
            {
                _asked[id] = node;
                _nodes[node.Id] = node;
            }
        }
    }

    private async Task NamedRelationsAsync(CancellationToken cancellationToken)
    {
        List<EntityId> ids = [.. query.Named.Where(id => !_asked.ContainsKey(id)).Distinct()];
        foreach (var chunk in ids.Chunk(GraphLimits.MaxIdsPerQuery / 2))
        {
            var found = await reader.FindRelationsAsync(chunk, cancellationToken);
            var ends = await reader.FindNodesAsync([.. found.Values.SelectMany(Ends).Distinct()], cancellationToken);
            foreach (var relation in found.Values)
                _relations[relation.Id] = relation;
            foreach (var end in ends.Values)
                _nodes[end.Id] = end;
        }
    }

    private async Task<(bool DepthReached, bool NodesCut)> WalkAsync(CancellationToken cancellationToken)
    {
        List<EntityId> roots = [.. query.Of.Where(_asked.ContainsKey).Select(id => _asked[id].Id).Distinct()];
        if (roots.Count == 0)
            return (false, false);
        var found = await reader.NeighbourhoodAsync(new NeighbourhoodQuery
        {
            Roots = roots,
            Direction = Direction.Backward,
            Types = query.Types,
            MaxDepth = query.MaxDepth,
            MaxNodes = Math.Max(query.MaxNodes, roots.Count),
        }, cancellationToken);
        _walk = found.Nodes;
        Take(found, Direction.Backward, query.MaxDepth);
        return (found.DepthReached, found.NodesCut);
    }

    private async Task FollowAsync(FurtherWalk walk, CancellationToken cancellationToken)
    {
        foreach (var chunk in _nodes.Keys.ToList().Chunk(GraphLimits.MaxIdsPerQuery))
        {
            var found = await reader.NeighbourhoodAsync(new NeighbourhoodQuery
            {
                Roots = chunk,
                Direction = walk.Direction,
                Types = walk.Types,
                MaxDepth = walk.MaxDepth,
                MaxNodes = Most,
            }, cancellationToken);
            CheckSize(found.NodesCut ? Most + 1 : 0);
            Take(found, walk.Direction, walk.MaxDepth);
        }
    }

    private void Take(Neighbourhood found, Direction direction, int maxDepth)
    {
        var near = new HashSet<EntityId>();
        foreach (var met in found.Nodes)
        {
            _nodes[met.Node.Id] = met.Node;
            if (met.Depth < maxDepth)
                near.Add(met.Node.Id);
        }
        foreach (var relation in found.Relations.Where(relation =>
            (direction != Direction.Backward && near.Contains(relation.From)) || (direction != Direction.Forward && near.Contains(relation.To))))
            _relations[relation.Id] = relation;
    }

    private static EntityId[] Ends(GraphRelation relation) => [relation.From, relation.To];

    private static void CheckSize(int nodes)
    {
        if (nodes > Most)
            throw SupplyRules.TooMany("nodes around those upstream", nodes);
    }
}
