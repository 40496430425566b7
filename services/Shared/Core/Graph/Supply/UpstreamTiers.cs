namespace GeoGraph.Core.Graph.Supply;

/// <summary>Who lies upstream of a node.</summary>
/// <param name="Of">The node, by its id now.</param>
/// <param name="Tiers">Every node upstream within the tiers, with the least number of relations between.</param>
/// <param name="GoesOn">True where somebody lies beyond the last tier and in none of them.</param>
internal sealed record UpstreamOf(EntityId Of, IReadOnlyDictionary<EntityId, int> Tiers, bool GoesOn);

/// <summary>Finds who lies upstream by the walks of a reader: one, and one more for those who are only followed into the node itself.</summary>
internal sealed class UpstreamTiers(IGraphReader reader, IReadOnlyCollection<string> types, IReadOnlyCollection<string> firstTypes, int maxTiers, DateOnly? asOf)
{
    /// <summary>Who lies upstream of a node.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>, <see cref="ErrorReason.LimitExceeded"/>.</exception>
    public async Task<UpstreamOf> OfAsync(EntityId asked, CancellationToken cancellationToken)
    {
        var nodes = await reader.FindNodesAsync([asked], cancellationToken);
        if (!nodes.TryGetValue(asked, out var of))
            throw GeoGraphException.NotFound("node", asked.Value);
        if (asOf is { } day && !of.Valid.Contains(day))
            return new UpstreamOf(of.Id, new Dictionary<EntityId, int>(), false);
        var walk = await WalkAsync([of.Id], types, maxTiers, cancellationToken);
        var tiers = walk.Nodes.Skip(1).ToDictionary(static met => met.Node.Id, static met => met.Depth);
        CheckSize(asked, walk, tiers.Count);
        var first = firstTypes.Count == 0 ? [] : (await WalkAsync([of.Id], firstTypes, 1, cancellationToken)).Nodes.Skip(1).Select(static met => met.Node.Id).ToList();
        if (first.Count == 0)
            return new UpstreamOf(of.Id, tiers, walk.DepthReached);
        foreach (var chunk in first.Chunk(GraphLimits.MaxIdsPerQuery))
            Merge(asked, of.Id, await WalkAsync(chunk, types, maxTiers - 1, cancellationToken), tiers);
        return new UpstreamOf(of.Id, tiers, await GoesOnAsync(of.Id, tiers, cancellationToken));
    }

    private static void Merge(EntityId asked, EntityId of, Neighbourhood walk, Dictionary<EntityId, int> tiers)
    {
        foreach (var met in walk.Nodes.Where(met => met.Node.Id != of))
            tiers[met.Node.Id] = Math.Min(met.Depth + 1, tiers.GetValueOrDefault(met.Node.Id, int.MaxValue));
        CheckSize(asked, walk, tiers.Count);
    }

    private static void CheckSize(EntityId asked, Neighbourhood walk, int met)
    {
        if (walk.NodesCut || met > GraphLimits.MaxNeighbourhoodNodes)
            throw SupplyRules.TooMany($"nodes upstream of {asked}", GraphLimits.MaxNeighbourhoodNodes + 1);
    }

    private async Task<bool> GoesOnAsync(EntityId of, Dictionary<EntityId, int> tiers, CancellationToken cancellationToken)
    {
        foreach (var chunk in tiers.Where(entry => entry.Value == maxTiers).Select(static entry => entry.Key).Chunk(GraphLimits.MaxIdsPerQuery))
        {
            var beyond = await WalkAsync(chunk, types, 1, cancellationToken);
            if (beyond.NodesCut || beyond.Nodes.Any(met => met.Node.Id != of && !tiers.ContainsKey(met.Node.Id)))
                return true;
        }
        return false;
    }

    private Task<Neighbourhood> WalkAsync(IReadOnlyCollection<EntityId> from, IReadOnlyCollection<string> followed, int depth, CancellationToken cancellationToken) =>
        reader.NeighbourhoodAsync(new NeighbourhoodQuery
        {
            Roots = from,
            Direction = Direction.Backward,
            Types = followed,
            MaxDepth = depth,
            MaxNodes = GraphLimits.MaxNeighbourhoodNodes,
            AsOf = asOf,
        }, cancellationToken);
}
