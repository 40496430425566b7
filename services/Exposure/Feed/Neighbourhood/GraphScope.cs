using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Scenarios;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>What of the graph a question reads, where the graph is not held whole.</summary>
/// <param name="Of">The actors whose suppliers, and theirs, it reads.</param>
/// <param name="Named">What else it names.</param>
/// <param name="EveryTier">True where every tier counts, whatever tiers are asked for.</param>
internal sealed record GraphScope(IReadOnlyList<EntityId> Of, IReadOnlyList<EntityId> Named, bool EveryTier)
{
    /// <summary>What lies upstream of an actor, as far as tiers are asked for.</summary>
    public static GraphScope Upstream(EntityId of, params IReadOnlyList<EntityId?> named) => new([of], [.. named.OfType<EntityId>()], EveryTier: false);

    /// <summary>All that lies upstream of an actor.</summary>
    public static GraphScope AllUpstream(EntityId of, params IReadOnlyList<EntityId> named) => new([of], named, EveryTier: true);

    /// <summary>With what scenarios name, and what lies upstream of the suppliers that they add.</summary>
    public GraphScope With(IEnumerable<Scenario> scenarios)
    {
        var steps = scenarios.SelectMany(scenario => scenario.Steps).ToList();
        return this with
        {
            Of = [.. Of, .. steps.OfType<PutRelationStep>().Select(step => step.Row.From)],
            Named = [.. Named, .. steps.SelectMany(step => step.Names)],
        };
    }
}

/// <summary>The part of the graph that a question reads.</summary>
/// <param name="Loaded">It, as a graph.</param>
/// <param name="Text">Within which bounds it was read, for a person.</param>
/// <param name="CompleteTiers">How many tiers upstream are whole, where the bound on actors left some out; else null.</param>
internal sealed record ReadNeighbourhood(LoadedGraph Loaded, string Text, int? CompleteTiers)
{
    /// <summary>Limits that go no further than what was read whole.</summary>
    public TraceLimits Within(TraceLimits limits) => CompleteTiers is { } whole ? limits with { MaxTier = Math.Min(limits.MaxTier, whole) } : limits;
}
