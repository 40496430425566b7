using GeoGraph.Core.Graph.Supply;

namespace GeoGraph.Core.Graph;

/// <summary>The reader of an <see cref="ObservedGraphStore"/>.</summary>
internal sealed class ObservedGraphReader(IGraphReader inner, StoreTelemetry telemetry) : IGraphReader, ISupplyReader
{
    private readonly ISupplyReader _supply = inner.Supply();

    public Revision Revision => inner.Revision;

    public Task<IReadOnlyDictionary<EntityId, GraphNode>> FindNodesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("find_nodes", () => inner.FindNodesAsync(ids, cancellationToken), ids.Count);

    public Task<IReadOnlyDictionary<EntityId, GraphRelation>> FindRelationsAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("find_relations", () => inner.FindRelationsAsync(ids, cancellationToken), ids.Count);

    public Task<GraphPage<GraphNode>> ListNodesAsync(NodeQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("list_nodes", () => inner.ListNodesAsync(query, cancellationToken));

    public Task<GraphPage<GraphRelation>> ListRelationsAsync(RelationQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("list_relations", () => inner.ListRelationsAsync(query, cancellationToken));

    public Task<IReadOnlyList<NameHit>> SearchNamesAsync(NameQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("search_names", () => inner.SearchNamesAsync(query, cancellationToken));

    public Task<Neighbourhood> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("neighbourhood", () => inner.NeighbourhoodAsync(query, cancellationToken), query.Roots.Count);

    // An export's time is its reader's as much as the store's, so it is not timed.
    public IAsyncEnumerable<GraphRecord> ExportAsync(CancellationToken cancellationToken) => inner.ExportAsync(cancellationToken);

    public Task<IReadOnlyList<EntityVersion>> HistoryAsync(EntityId id, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("history", () => inner.HistoryAsync(id, cancellationToken));

    public Task<SupplyReach> ReachAsync(SupplyReachQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("supply_reach", () => _supply.ReachAsync(query, cancellationToken));

    public Task<SharedSupply> SharedAsync(SharedSupplyQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("shared_supply", () => _supply.SharedAsync(query, cancellationToken), query.Of.Count);

    public Task<SupplyPart> PartAsync(SupplyPartQuery query, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("supply_part", () => _supply.PartAsync(query, cancellationToken), query.Of.Count);
}
