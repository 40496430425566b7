using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Closure;

/// <summary>What a closure does.</summary>
internal sealed record ClosureAnswer
{
    /// <summary>How it came about.</summary>
    public required AnswerBasis Basis { get; init; }

    /// <summary>The flows that it touches: those that lose something first, then the largest value, unknown ones last, then by id; cut at the limit.</summary>
    public required IReadOnlyList<TouchedFlow> Flows { get; init; }

    /// <summary>The value lost while it lasts, in USD.</summary>
    public required decimal LostUsd { get; init; }

    /// <summary>The value that goes round while it lasts, in USD.</summary>
    public required decimal ReroutedUsd { get; init; }

    /// <summary>All chokepoints that flows pass before or after, the largest gain first, then by id.</summary>
    public required IReadOnlyList<ChokepointLoad> Loads { get; init; }

    /// <summary>What the data does not state, in sentences.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}

/// <summary>A flow that a closure touches.</summary>
/// <param name="Id">The flow.</param>
/// <param name="From">The supplier.</param>
/// <param name="To">The buyer.</param>
/// <param name="ValueUsd">The part of its value in USD per year that passed what is shut; null where unknown.</param>
/// <param name="Fate">What becomes of it.</param>
internal sealed record TouchedFlow(EntityId Id, EntityId From, EntityId To, decimal? ValueUsd, FlowDetour Fate)
{
    /// <summary>True where some of it does not arrive.</summary>
    public bool IsLost => Fate.Lost != 0m;
}

/// <summary>What passes a chokepoint before and under a closure, in USD per year.</summary>
/// <param name="Chokepoint">The chokepoint.</param>
/// <param name="Before">Before.</param>
/// <param name="After">Under it.</param>
/// <param name="ShareBefore">Before, against all flows asked about; null where they have no value.</param>
/// <param name="ShareAfter">Under it, against what still arrives; null where nothing does.</param>
internal sealed record ChokepointLoad(EntityId Chokepoint, decimal Before, decimal After, decimal? ShareBefore, decimal? ShareAfter);
