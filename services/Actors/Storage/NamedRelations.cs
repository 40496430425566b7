using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Actors.Storage;

/// <summary>Lists relations wanted by id, with every other condition applied to those found.</summary>
internal sealed class NamedRelations(IGraphReader reader)
{
    /// <summary>A page of them in order of id.</summary>
    public async Task<GraphPage<Relation>> ListAsync(RelationFilter filter, EntityId? after, int limit, CancellationToken cancellationToken)
    {
        var found = await reader.FindRelationsAsync([.. filter.Ids.Distinct()], cancellationToken);
        var from = await SurvivorsAsync(filter.From, cancellationToken);
        var to = await SurvivorsAsync(filter.To, cancellationToken);
        var touching = await SurvivorsAsync(filter.Touching, cancellationToken);
        var types = filter.Types.Select(ActorView.GraphTypeOf).ToHashSet(StringComparer.Ordinal);
        var wanted = found.Values
            .Where(edge => after is not { } last || edge.Id.CompareTo(last) > 0)
            .Where(edge => types.Count == 0 || types.Contains(edge.Type))
            .Where(edge => from.Count == 0 || from.Contains(edge.From))
            .Where(edge => to.Count == 0 || to.Contains(edge.To))
            .Where(edge => touching.Count == 0 || touching.Contains(edge.From) || touching.Contains(edge.To))
            .Where(edge => filter.RefersTo.Count == 0 || edge.References.Any(reference => filter.RefersTo.Contains(reference.Target)))
            .Where(edge => filter.AsOf is not { } date || edge.Valid.Contains(date))
            .OrderBy(edge => edge.Id)
            .Take(limit + 1)
            .ToList();
        var items = wanted.Take(limit).Select(RelationEdges.ToRelation).ToList();
        return new GraphPage<Relation>(items, wanted.Count > limit ? items[^1].Id : null);
    }

    private async Task<HashSet<EntityId>> SurvivorsAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken)
    {
        var nodes = await reader.FindNodesAsync([.. ids.Distinct()], cancellationToken);
        return [.. ids.Select(id => nodes.TryGetValue(id, out var node) ? node.Id : id)];
    }
}
