using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Reads at one revision. Each call is a short transaction of its own that holds only where it saw that revision whole.</summary>
internal sealed partial class Neo4jGraphReader(PinnedReads reads, ReadPin pin) : IGraphReader
{
    public Revision Revision => pin.Revision;

    public Task<IReadOnlyDictionary<EntityId, GraphNode>> FindNodesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken)
    {
        QueryRules.CheckIds("ids", ids.Count);
        return reads.RunAsync(pin, scope => PointReads.NodesAsync(scope, ids), cancellationToken);
    }

    public Task<IReadOnlyDictionary<EntityId, GraphRelation>> FindRelationsAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken)
    {
        QueryRules.CheckIds("ids", ids.Count);
        return reads.RunAsync(pin, scope => PointReads.RelationsAsync(scope, ids), cancellationToken);
    }

    public async Task<GraphPage<GraphNode>> ListNodesAsync(NodeQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        var nodes = await reads.RunAsync(pin, scope => NodeList.ReadAsync(scope, query, query.Limit + 1), cancellationToken);
        return Page(nodes, query.Limit, static node => node.Id);
    }

    public async Task<GraphPage<GraphRelation>> ListRelationsAsync(RelationQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        var relations = await reads.RunAsync(pin, scope => RelationList.ReadAsync(scope, query, query.Limit + 1), cancellationToken);
        return Page(relations, query.Limit, static relation => relation.Id);
    }

    public Task<IReadOnlyList<NameHit>> SearchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        var folded = QueryRules.Check(query);
        return reads.RunAsync(pin, scope => NameSearch.FindAsync(scope, query, folded), cancellationToken);
    }

    public Task<Neighbourhood> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        return reads.RunAsync(pin, scope => Neighbourhoods.ReadAsync(scope, query), cancellationToken);
    }

    public IAsyncEnumerable<GraphRecord> ExportAsync(CancellationToken cancellationToken) => new Export(reads, pin).RecordsAsync(cancellationToken);

    public Task<IReadOnlyList<EntityVersion>> HistoryAsync(EntityId id, CancellationToken cancellationToken) =>
        reads.RunAsync(pin, scope => Histories.ReadAsync(scope, id), cancellationToken);

    private static GraphPage<T> Page<T>(List<T> items, int limit, Func<T, EntityId> id)
    {
        if (items.Count <= limit)
            return new GraphPage<T>(items, null);
        items.RemoveAt(limit);
        return new GraphPage<T>(items, id(items[^1]));
    }
}
