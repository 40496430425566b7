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

    // In a circle longer than a walk is deep, the last tier of every walk is met again; who was read with all suppliers is not walked from twice.
    private readonly HashSet<EntityId> _whole = [];
    private readonly HashSet<EntityId> _upstream = [];

    /// <summary>How many tiers were read whole, where the bound left actors out; else null.</summary>
    public int? CompleteTiers { get; private set; }

    /// <summary>Walks so many tiers, or all where null, and reads what else is named.</summary>
    public async Task RunAsync(IReadOnlyList<EntityId> of, IReadOnlyList<EntityId> named, int? tiers, CancellationToken cancellationToken)
    {
        var (frontier, alsoNamed, walked) = (of, named, 0);
        while ((frontier.Count > 0 || alsoNamed.Count > 0) && CompleteTiers is null && (tiers is null || walked < tiers))
        {
            var depth = tiers is { } all ? Math.Min(DeepestWalk, all - walked) : DeepestWalk;
            var next = new SortedSet<EntityId>();
            for (var start = 0; start < Math.Max(frontier.Count, alsoNamed.Count); start += NeighbourhoodCalls.MaxIds)
            {
                var chunk = Part(frontier, start);
                var room = Math.Max(Math.Max(1, chunk.Count), maxActors - _upstream.Count);
                Take(await calls.ReadAsync(chunk, Part(alsoNamed, start), depth, room, cancellationToken), walked, depth, next);
            }
            next.ExceptWith(_whole);
            (frontier, alsoNamed, walked) = ([.. next], [], walked + depth);
        }
    }

    private static List<EntityId> Part(IReadOnlyList<EntityId> ids, int start) => [.. ids.Skip(start).Take(NeighbourhoodCalls.MaxIds)];

    private void Take(Wire.GetSupplyGraphResponse found, int walked, int depth, SortedSet<EntityId> next)
    {
        var (deepest, goesOn) = (0, found.Completeness.PrunedBy.Contains(Contracts.Common.V1.Pruning.Depth));
        foreach (var reached in found.Actors)
        {
            deepest = Math.Max(deepest, reached.Depth);
            if (rows.Put(reached.Actor) is not { } id)
                continue;
            _upstream.Add(id);
            if (reached.Depth < depth)
                _whole.Add(id);
            else if (goesOn)
                next.Add(id);
        }
        rows.Put(found);
        if (found.Completeness.PrunedBy.Contains(Contracts.Common.V1.Pruning.Limit))
            CompleteTiers = Math.Min(CompleteTiers ?? int.MaxValue, Math.Max(0, walked + deepest - 1));
    }
}
