using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Reads at one revision. Each call is a short transaction of its own that first checks that the revision is still retained.</summary>
internal sealed class SqliteGraphReader(LinkPool pool, Revision revision) : IGraphReader
{
    private const int ExportStep = 2000;

    public Revision Revision => revision;

    public Task<IReadOnlyDictionary<EntityId, GraphNode>> FindNodesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken)
    {
        QueryRules.CheckIds("ids", ids.Count);
        return ReadAsync(view => PointReads.Nodes(view, ids), cancellationToken);
    }

    public Task<IReadOnlyDictionary<EntityId, GraphRelation>> FindRelationsAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken)
    {
        QueryRules.CheckIds("ids", ids.Count);
        return ReadAsync(view => PointReads.Relations(view, ids), cancellationToken);
    }

    public Task<GraphPage<GraphNode>> ListNodesAsync(NodeQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        return ReadAsync(view => Lists.Nodes(view, query), cancellationToken);
    }

    public Task<GraphPage<GraphRelation>> ListRelationsAsync(RelationQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        return ReadAsync(view => Lists.Relations(view, query), cancellationToken);
    }

    public Task<IReadOnlyList<NameHit>> SearchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        var folded = QueryRules.Check(query);
        return ReadAsync(view => NameSearch.Find(view, query, folded), cancellationToken);
    }

    public Task<Neighbourhood> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        QueryRules.Check(query);
        return ReadAsync(view => new NeighbourhoodWalk(view, query).Run(), cancellationToken);
    }

    public async IAsyncEnumerable<GraphRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Func<View, EntityId?, IReadOnlyList<(EntityId Id, GraphRecord Record)>>[] kinds =
        [
            (view, after) => Lists.AllNodes(view, after, ExportStep),
            (view, after) => Lists.AllRelations(view, after, ExportStep),
            (view, after) => Lists.AllAliases(view, after, ExportStep),
        ];
        foreach (var kind in kinds)
        {
            EntityId? after = null;
            while (true)
            {
                var step = await ReadAsync(view => kind(view, after), cancellationToken);
                foreach (var (_, record) in step)
                    yield return record;
                if (step.Count < ExportStep)
                    break;
                after = step[^1].Id;
            }
        }
    }

    public Task<IReadOnlyList<EntityVersion>> HistoryAsync(EntityId id, CancellationToken cancellationToken) =>
        ReadAsync(view => PointReads.History(view, id), cancellationToken);

    private Task<T> ReadAsync<T>(Func<View, T> read, CancellationToken cancellationToken) =>
        pool.ReadAsync(link => read(View.Open(link, revision, cancellationToken)), cancellationToken);
}
