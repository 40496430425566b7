using GeoGraph.Core;
using GeoGraph.Hosting.Clients;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>
/// Reads the part of the graph that one question needs, where the graph is too large to be held: what lies upstream of the actors that it names, with places, owners, memberships
/// and passages of all that is met. Nothing of it is kept.
/// </summary>
internal sealed class NeighbourhoodReads(ServiceClients clients, IOptions<HoldOptions> options)
{
    private const int MaxActors = 100_000;
    private const int DeepestWalk = 32;
    private static readonly Wire.RelationType[] Ownership = [Wire.RelationType.Owns];
    private static readonly Wire.RelationType[] Placement = [Wire.RelationType.LocatedIn, Wire.RelationType.MemberOf];

    /// <summary>The refusal of a question that needs the whole graph.</summary>
    public static GeoGraphException NeedsWhole() => new(
        ErrorReason.RuleViolated,
        "this question needs the whole graph, and the graph is too large for this replica to hold; ask about the inputs of one actor, or raise GeoGraph:Exposure:MaxRelations.",
        [new("rule", "the graph is held whole")]);

    /// <summary>The neighbourhood of a question.</summary>
    /// <param name="scope">What it reads.</param>
    /// <param name="tiers">How many tiers it asks for.</param>
    /// <param name="revision">The state of actors.</param>
    /// <param name="deadline">The caller's, in UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="GeoGraphException">LimitExceeded where every tier counts and not all of it can be read, and where not all places and owners can.</exception>
    public async Task<ReadNeighbourhood> OpenAsync(GraphScope scope, int tiers, Revision revision, DateTime deadline, CancellationToken cancellationToken)
    {
        var calls = new NeighbourhoodCalls(clients, revision, deadline);
        var rows = new NeighbourhoodRows();
        var roots = await NamedAsync(calls, rows, scope, cancellationToken);
        var walk = new NeighbourhoodWalk(calls, rows, options.Value.MaxNeighbourhoodActors);
        await walk.RunAsync(roots, scope.EveryTier ? null : tiers + 1, cancellationToken);
        if (walk.CompleteTiers is { } whole && (scope.EveryTier || whole == 0))
            throw GeoGraphException.OverLimit($"actors upstream of {string.Join(", ", scope.Of)}", options.Value.MaxNeighbourhoodActors + 1L, options.Value.MaxNeighbourhoodActors);
        await PlacesAsync(calls, rows, cancellationToken);
        var bounds = scope.EveryTier ? "all tiers" : string.Create(null, $"{walk.CompleteTiers ?? tiers} tiers");
        var text = string.Create(null, $"upstream of {string.Join(", ", scope.Of)} within {bounds} and {options.Value.MaxNeighbourhoodActors} actors; passages that nobody states are not worked out from the way by sea");
        return new ReadNeighbourhood(rows.Load(revision), text, walk.CompleteTiers);
    }

    /// <summary>Reads what the question names, relations with their ends, and gives the actors to walk from.</summary>
    private static async Task<IReadOnlyList<EntityId>> NamedAsync(NeighbourhoodCalls calls, NeighbourhoodRows rows, GraphScope scope, CancellationToken cancellationToken)
    {
        var named = scope.Of.Concat(scope.Named).Distinct().ToList();
        await FindAsync(calls, rows, named, cancellationToken);
        var relations = await calls.FindRelationsAsync([.. named.Where(id => !rows.Has(id))], cancellationToken);
        rows.Put(relations);
        await FindAsync(calls, rows, relations.SelectMany(relation => (EntityId[])[EntityId.Parse(relation.FromId), EntityId.Parse(relation.ToId)]).Distinct(), cancellationToken);
        return [.. scope.Of.Where(rows.Has).Select(rows.Current).Distinct().Order()];
    }

    /// <summary>Reads owners, then states and blocs, of all that is met, and the chokepoints and products that flows name.</summary>
    private static async Task PlacesAsync(NeighbourhoodCalls calls, NeighbourhoodRows rows, CancellationToken cancellationToken)
    {
        await WalkAsync(calls, rows, Wire.WalkDirection.Backward, Ownership, DeepestWalk, cancellationToken);
        await WalkAsync(calls, rows, Wire.WalkDirection.Forward, Placement, 2, cancellationToken);
        await FindAsync(calls, rows, rows.Unread, cancellationToken);
    }

    private static async Task WalkAsync(
        NeighbourhoodCalls calls, NeighbourhoodRows rows, Wire.WalkDirection direction, Wire.RelationType[] types, int depth, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Actors.Order().Chunk(NeighbourhoodCalls.MaxRoots))
        {
            var found = await calls.WalkAsync(chunk, direction, types, depth, MaxActors, cancellationToken);
            if (found.Completeness.PrunedBy.Contains(Contracts.Common.V1.Pruning.Limit))
                throw GeoGraphException.OverLimit("owners and places of the actors upstream", MaxActors + 1L, MaxActors);
            foreach (var reached in found.Actors)
                rows.Put(reached.Actor);
            rows.Put(found.Relations);
        }
    }

    private static async Task FindAsync(NeighbourhoodCalls calls, NeighbourhoodRows rows, IEnumerable<EntityId> ids, CancellationToken cancellationToken)
    {
        foreach (var (asked, actor) in await calls.FindAsync(ids, cancellationToken))
            rows.Put(asked, actor);
    }
}
