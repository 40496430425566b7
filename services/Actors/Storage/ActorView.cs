using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;

namespace GeoGraph.Actors.Storage;

/// <summary>Actors and relations at one revision. Former ids resolve to the actors that they were merged into.</summary>
internal sealed class ActorView(IGraphReader reader)
{
    /// <summary>The revision that everything comes from.</summary>
    public Revision Revision => reader.Revision;

    /// <summary>Answers who lies upstream, in terms of the graph.</summary>
    public ISupplyReader Supply { get; } = reader.Supply();

    /// <summary>One actor.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public async Task<Actor> FindAsync(EntityId id, CancellationToken cancellationToken) =>
        (await reader.FindNodesAsync([id], cancellationToken)).TryGetValue(id, out var node) ? ActorNodes.ToActor(node) : throw GeoGraphException.NotFound("actor", id.Value);

    /// <summary>A page of actors in order of id.</summary>
    public async Task<GraphPage<Actor>> ListAsync(
        IEnumerable<ActorKind> kinds, DateOnly? asOf, EntityId? after, int limit, CancellationToken cancellationToken)
    {
        var query = new NodeQuery { Labels = [.. kinds.Select(ActorNodes.LabelOf)], AsOf = asOf, After = after, Limit = limit };
        var page = await reader.ListNodesAsync(query, cancellationToken);
        return new GraphPage<Actor>([.. page.Items.Select(ActorNodes.ToActor)], page.Next);
    }

    /// <summary>Actors by name, best first.</summary>
    public Task<IReadOnlyList<NameHit>> SearchAsync(string text, IEnumerable<ActorKind> kinds, int limit, CancellationToken cancellationToken) =>
        reader.SearchNamesAsync(new NameQuery { Text = text, Labels = [.. kinds.Select(ActorNodes.LabelOf)], Limit = limit }, cancellationToken);

    /// <summary>A page of relations in order of id.</summary>
    public async Task<GraphPage<Relation>> ListRelationsAsync(RelationFilter filter, EntityId? after, int limit, CancellationToken cancellationToken)
    {
        if (filter.Ids.Count > 0)
            return await new NamedRelations(reader).ListAsync(filter, after, limit, cancellationToken);
        var page = await reader.ListRelationsAsync(new RelationQuery
        {
            Types = [.. filter.Types.Select(GraphTypeOf)],
            From = filter.From,
            To = filter.To,
            Touching = filter.Touching,
            RefersTo = filter.RefersTo,
            AsOf = filter.AsOf,
            After = after,
            Limit = limit,
        }, cancellationToken);
        return new GraphPage<Relation>([.. page.Items.Select(RelationEdges.ToRelation)], page.Next);
    }

    /// <summary>Who is bound towards an actor on a date, in blocs that exist then.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public async Task<Commitments> CommitmentsAsync(EntityId towardsId, Obligation obligation, DateOnly asOf, CancellationToken cancellationToken)
    {
        var towards = (await FindAsync(towardsId, cancellationToken)).Id;
        var own = await MembershipsAsync(new RelationFilter { From = [towards], AsOf = asOf }, cancellationToken);
        var blocIds = own.Select(membership => membership.To).Distinct().ToList();
        if (blocIds.Count == 0)
            return Commitments.Towards(towards, obligation, []);
        var blocs = await reader.FindNodesAsync(blocIds, cancellationToken);
        var existing = blocIds.Where(id => blocs[id].Valid.Contains(asOf)).ToList();
        return existing.Count == 0
            ? Commitments.Towards(towards, obligation, [])
            : Commitments.Towards(towards, obligation, await MembershipsAsync(new RelationFilter { To = existing, AsOf = asOf }, cancellationToken));
    }

    /// <summary>A bounded walk.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public Task<Neighbourhood> WalkAsync(NeighbourhoodQuery query, CancellationToken cancellationToken) => reader.NeighbourhoodAsync(query, cancellationToken);

    /// <summary>How many actors and relations there are.</summary>
    public async Task<(long Actors, long Relations)> CountAsync(CancellationToken cancellationToken)
    {
        var (actors, relations) = (0L, 0L);
        await foreach (var record in reader.ExportAsync(cancellationToken))
        {
            actors += record is NodeRecord ? 1 : 0;
            relations += record is RelationRecord ? 1 : 0;
        }
        return (actors, relations);
    }

    /// <summary>Everything: actors, then relations, then aliases, each in order of id.</summary>
    public async IAsyncEnumerable<ActorRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in reader.ExportAsync(cancellationToken))
            yield return GraphItems.ToItem(record);
    }

    /// <summary>The type in the graph of a known relation type.</summary>
    public static string GraphTypeOf(RelationType type) => RelationShape.Of(type)!.GraphType;

    private async Task<List<Relation>> MembershipsAsync(RelationFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<Relation>();
        EntityId? after = null;
        do
        {
            var page = await ListRelationsAsync(filter with { Types = [RelationType.MemberOf] }, after, GraphLimits.MaxPageSize, cancellationToken);
            found.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return found;
    }
}
