using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>
/// Walks upstream from some actors, in as few questions to actors as their bound on depth allows. Every actor but those of the last tier is read with all of its
/// suppliers.
/// </summary>
internal sealed class NeighbourhoodWalk(NeighbourhoodCalls calls, NeighbourhoodRows rows, int maxActors)
{
    private const int DeepestWalk = 32;
    private static readonly Wire.RelationType[] Flows = [Wire.RelationType.Supplies, Wire.RelationType.ExportsTo];

    // In a circle longer than a walk is deep, the last tier of every walk is met again; who was read with all suppliers is not walked from twice.
    private readonly HashSet<EntityId> _whole = [];

    /// <summary>How many tiers were read whole, where the bound left actors out; else null.</summary>
    public int? CompleteTiers { get; private set; }

    /// <summary>Walks so many tiers, or all where null.</summary>
    public async Task RunAsync(IReadOnlyList<EntityId> roots, int? tiers, CancellationToken cancellationToken)
    {
        var (frontier, walked) = (roots, 0);
        while (frontier.Count > 0 && CompleteTiers is null && (tiers is null || walked < tiers))
        {
            var depth = tiers is { } all ? Math.Min(DeepestWalk, all - walked) : DeepestWalk;
            var next = new SortedSet<EntityId>();
            foreach (var chunk in frontier.Chunk(NeighbourhoodCalls.MaxRoots))
            {
                var room = Math.Max(chunk.Length, maxActors - rows.Actors.Count);
                var found = await calls.WalkAsync(chunk, Wire.WalkDirection.Backward, Flows, depth, room, cancellationToken);
                Take(found, walked, depth, next);
            }
            next.ExceptWith(_whole);
            (frontier, walked) = ([.. next], walked + depth);
        }
    }

    private void Take(Wire.GetNeighbourhoodResponse found, int walked, int depth, SortedSet<EntityId> next)
    {
        var (deepest, goesOn) = (0, found.Completeness.PrunedBy.Contains(Contracts.Common.V1.Pruning.Depth));
        foreach (var reached in found.Actors)
        {
            deepest = Math.Max(deepest, reached.Depth);
            if (rows.Put(reached.Actor) is not { } id)
                continue;
            if (reached.Depth < depth)
                _whole.Add(id);
            else if (goesOn)
                next.Add(id);
        }
        rows.Put(found.Relations);
        if (found.Completeness.PrunedBy.Contains(Contracts.Common.V1.Pruning.Limit))
            CompleteTiers = Math.Min(CompleteTiers ?? int.MaxValue, Math.Max(0, walked + deepest - 1));
    }
}
