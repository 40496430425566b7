using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>A graph with the duty on its flows.</summary>
/// <param name="View">The graph.</param>
/// <param name="Rates">The duty on its flows.</param>
internal sealed record CostSide(GraphView View, FlowRates Rates);

/// <summary>Whose costs are compared.</summary>
/// <param name="Of">The buyers; null for all whose cost changes.</param>
/// <param name="PassThrough">The part of a duty that a seller adds to its price, 0 to 1.</param>
internal sealed record ShockQuestion(IReadOnlyList<EntityId>? Of, decimal PassThrough);

/// <summary>What duty there is on what an actor buys, on one side of a change. The least that it can be where rates are ranges or unknown.</summary>
/// <param name="DirectUsd">On its own imports, in USD per year.</param>
/// <param name="EmbeddedUsd">From every border upstream, its own included, in USD per year.</param>
/// <param name="Output">Its output in USD per year; null where it is not stated or zero.</param>
internal readonly record struct InputDuty(decimal DirectUsd, decimal EmbeddedUsd, decimal? Output)
{
    /// <summary>Direct duty against output; null where that is unknown.</summary>
    public decimal? Direct => DirectUsd / Output;

    /// <summary>Embedded duty against output; null where that is unknown.</summary>
    public decimal? Embedded => EmbeddedUsd / Output;
}

/// <summary>How a change of duties moves the cost of what an actor buys.</summary>
/// <param name="Actor">The buyer.</param>
/// <param name="Product">What it buys; null for all of its inputs.</param>
/// <param name="Before">Before the change; null where the actor is not there, or buys nothing of it.</param>
/// <param name="After">After it; null likewise.</param>
/// <param name="HasUnknown">True where some value of its inputs is unknown, or a duty is on one side alone, so that no change in USD can be given.</param>
/// <param name="Relations">Flows upstream whose duty changes, in order of id, at most 1,000.</param>
internal sealed record CostChange(EntityId Actor, EntityId? Product, InputDuty? Before, InputDuty? After, bool HasUnknown, IReadOnlyList<EntityId> Relations)
{
    /// <summary>The change in USD per year; null where it cannot be said.</summary>
    public decimal? ChangeUsd => HasUnknown ? null : (After?.EmbeddedUsd ?? 0m) - (Before?.EmbeddedUsd ?? 0m);

    /// <summary>The change of the duty on own imports in USD per year; null where it cannot be said.</summary>
    public decimal? DirectChangeUsd => HasUnknown ? null : (After?.DirectUsd ?? 0m) - (Before?.DirectUsd ?? 0m);

    /// <summary>True where something changes or cannot be said.</summary>
    public bool Changes => Before?.DirectUsd != After?.DirectUsd || Before?.EmbeddedUsd != After?.EmbeddedUsd || Before?.Direct != After?.Direct || Before?.Embedded != After?.Embedded;
}

/// <summary>Whose cost changes.</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="Changes">The largest change first, unknown ones last, then by actor and product, as many as wanted.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="TotalUsd">The direct duty paid more or less by all of these buyers, in USD per year.</param>
/// <param name="Unknown">What no source states and the figures lack, in sentences.</param>
internal sealed record ShockAnswer(AnswerBasis Basis, IReadOnlyList<CostChange> Changes, int Count, decimal TotalUsd, IReadOnlyList<string> Unknown);
