namespace GeoGraph.Core.Graph;

/// <summary>
/// Reads at one revision. Ids of merged nodes resolve to their survivors. Every member may give
/// <see cref="ErrorReason.RevisionExpired"/> where history was trimmed past the revision meanwhile, and
/// <see cref="ErrorReason.LimitExceeded"/> for a request beyond <see cref="GraphLimits"/>.
/// </summary>
public interface IGraphReader
{
    /// <summary>The revision that everything read here comes from.</summary>
    Revision Revision { get; }

    /// <summary>The nodes among <paramref name="ids"/> that are present, by the id asked for (an alias keys its survivor).</summary>
    Task<IReadOnlyDictionary<EntityId, GraphNode>> FindNodesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken);

    /// <summary>The relations among <paramref name="ids"/> that are present.</summary>
    Task<IReadOnlyDictionary<EntityId, GraphRelation>> FindRelationsAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken);

    /// <summary>A page of nodes in ordinal order of id.</summary>
    Task<GraphPage<GraphNode>> ListNodesAsync(NodeQuery query, CancellationToken cancellationToken);

    /// <summary>A page of relations in ordinal order of id.</summary>
    Task<GraphPage<GraphRelation>> ListRelationsAsync(RelationQuery query, CancellationToken cancellationToken);

    /// <summary>Nodes whose name or id fits, best first, then in ordinal order of id.</summary>
    Task<IReadOnlyList<NameHit>> SearchNamesAsync(NameQuery query, CancellationToken cancellationToken);

    /// <summary>A bounded walk, answered inside the database.</summary>
    Task<Neighbourhood> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken);

    /// <summary>Everything at this revision, in steps that other work may come between: nodes, then relations, then aliases, each in ordinal order of id.</summary>
    IAsyncEnumerable<GraphRecord> ExportAsync(CancellationToken cancellationToken);

    /// <summary>The retained versions of one node or relation up to this revision, oldest first, with its deletions; empty for an unknown id.</summary>
    Task<IReadOnlyList<EntityVersion>> HistoryAsync(EntityId id, CancellationToken cancellationToken);
}
