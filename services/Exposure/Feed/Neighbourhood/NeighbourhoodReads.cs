using GeoGraph.Core;
using GeoGraph.Hosting.Clients;
using Microsoft.Extensions.Options;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>
/// Reads the part of the graph that one question needs, where the graph is too large to be held: what lies upstream of the actors that it names, with places, owners, memberships
/// and passages of all that is met. One call to actors for a question of up to 31 tiers about up to a thousand actors. Nothing of it is kept.
/// </summary>
internal sealed class NeighbourhoodReads(ServiceClients clients, IOptions<HoldOptions> options)
{
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
    /// <exception cref="GeoGraphException">LimitExceeded where every tier counts and not all of it can be read.</exception>
    public async Task<ReadNeighbourhood> OpenAsync(GraphScope scope, int tiers, Revision revision, DateTime deadline, CancellationToken cancellationToken)
    {
        var rows = new NeighbourhoodRows();
        var walk = new NeighbourhoodWalk(new NeighbourhoodCalls(clients, revision, deadline), rows, options.Value.MaxNeighbourhoodActors);
        await walk.RunAsync([.. scope.Of.Distinct().Order()], [.. scope.Named.Distinct().Order()], scope.EveryTier ? null : tiers + 1, cancellationToken);
        if (walk.CompleteTiers is { } whole && (scope.EveryTier || whole == 0))
            throw GeoGraphException.OverLimit($"actors upstream of {string.Join(", ", scope.Of)}", options.Value.MaxNeighbourhoodActors + 1L, options.Value.MaxNeighbourhoodActors);
        var bounds = scope.EveryTier ? "all tiers" : string.Create(null, $"{walk.CompleteTiers ?? tiers} tiers");
        var text = string.Create(null, $"upstream of {string.Join(", ", scope.Of)} within {bounds} and {options.Value.MaxNeighbourhoodActors} actors; passages that nobody states are not worked out from the way by sea");
        return new ReadNeighbourhood(rows.Load(revision), text, walk.CompleteTiers);
    }
}
