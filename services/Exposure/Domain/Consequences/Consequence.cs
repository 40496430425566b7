using GeoGraph.Core;
using GeoGraph.Exposure.Survival;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.Exposure.Consequences;

/// <summary>Something that follows from a change.</summary>
/// <param name="AmountUsd">How much it is about, in USD; null where the data give no amount.</param>
/// <param name="Sentence">What follows, for a person.</param>
/// <param name="Relations">The relations that it rests on, in order of id.</param>
internal abstract record Consequence(decimal? AmountUsd, string Sentence, IReadOnlyList<EntityId> Relations)
{
    /// <summary>The place of the kind among consequences of the same amount.</summary>
    public abstract int Rank { get; }

    /// <summary>Whom or what it is about, to order consequences that are else alike.</summary>
    public abstract string Key { get; }

    /// <summary>The largest amount first, those without an amount last; then by kind, and by whom it is about.</summary>
    public static IReadOnlyList<Consequence> LargestFirst(IEnumerable<Consequence> found) => [.. found
        .OrderBy(consequence => consequence.AmountUsd is null).ThenByDescending(consequence => Math.Abs(consequence.AmountUsd ?? 0m))
        .ThenBy(consequence => consequence.Rank).ThenBy(consequence => consequence.Key, StringComparer.Ordinal)];
}

/// <summary>An input that falls short.</summary>
internal sealed record InputLoss(decimal? AmountUsd, string Sentence, IReadOnlyList<EntityId> Relations) : Consequence(AmountUsd, Sentence, Relations)
{
    /// <summary>Who loses it.</summary>
    public required EntityId Actor { get; init; }

    /// <summary>Which input, from which day, and what still comes in.</summary>
    public required InputShortfall Shortfall { get; init; }

    /// <summary>The date of that day; null beyond the calendar.</summary>
    public required DateOnly? On { get; init; }

    /// <summary>How the actor fares in all; null for the imports of a state, of which nothing is made.</summary>
    public NodeSurvival? Survival { get; init; }

    /// <inheritdoc/>
    public override int Rank => 0;

    /// <inheritdoc/>
    public override string Key => $"{Actor} {Shortfall.Group}";
}

/// <summary>Inputs whose landed cost changes.</summary>
internal sealed record DearerInput(decimal? AmountUsd, string Sentence, IReadOnlyList<EntityId> Relations) : Consequence(AmountUsd, Sentence, Relations)
{
    /// <summary>Whose, of which product, before and after.</summary>
    public required CostChange Change { get; init; }

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override string Key => $"{Change.Actor} {Change.Product?.Value}";
}

/// <summary>Another source that becomes the better one, or is left.</summary>
internal sealed record SourceShift(decimal? AmountUsd, string Sentence, IReadOnlyList<EntityId> Relations) : Consequence(AmountUsd, Sentence, Relations)
{
    /// <summary>Who buys.</summary>
    public required EntityId Buyer { get; init; }

    /// <summary>What it buys.</summary>
    public required string Group { get; init; }

    /// <summary>Whom it turns away from.</summary>
    public required EntityId From { get; init; }

    /// <summary>Whom it can turn to.</summary>
    public required EntityId To { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The part of the input that would move, 0 to 1; null where unknown.</summary>
    public required decimal? Share { get; init; }

    /// <summary>The value that would move, in USD per year; null where unknown.</summary>
    public required decimal? ValueUsdPerYear { get; init; }

    /// <summary>The flow that it comes with; null where the source does not supply the buyer now.</summary>
    public required int? Flow { get; init; }

    /// <summary>The node of <see cref="To"/> in the graph.</summary>
    public required int Source { get; init; }

    /// <summary>The flow that it turns away from where that still arrives, so that what moves no longer goes by its way; null where the flow is lost.</summary>
    public int? LeavesFlow { get; init; }

    /// <inheritdoc/>
    public override int Rank => 2;

    /// <inheritdoc/>
    public override string Key => $"{Buyer} {Group} {From} {To}";
}

/// <summary>A passage that carries more or less.</summary>
internal sealed record LoadChange(decimal? AmountUsd, string Sentence, IReadOnlyList<EntityId> Relations) : Consequence(AmountUsd, Sentence, Relations)
{
    /// <summary>The passage.</summary>
    public required EntityId Chokepoint { get; init; }

    /// <summary>The value that passes it before, in USD per year.</summary>
    public required decimal BeforeUsd { get; init; }

    /// <summary>The value that passes it after, in USD per year.</summary>
    public required decimal AfterUsd { get; init; }

    /// <summary>Before, against all value that flows; null where nothing of it is known.</summary>
    public required decimal? ShareBefore { get; init; }

    /// <summary>After, against the value that still flows; null likewise.</summary>
    public required decimal? ShareAfter { get; init; }

    /// <inheritdoc/>
    public override int Rank => 3;

    /// <inheritdoc/>
    public override string Key => Chokepoint.Value;
}
