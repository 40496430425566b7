using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>A level of production against the usual one, 0 to 1; the two ends are equal where everything is known.</summary>
/// <param name="AtLeast">The least that it can be, inclusive.</param>
/// <param name="AtMost">The most that it can be, inclusive.</param>
internal readonly record struct LevelRange(decimal AtLeast, decimal AtMost)
{
    /// <summary>Production as usual.</summary>
    public static readonly LevelRange Full = new(1m, 1m);

    /// <summary>True where nothing is unknown.</summary>
    public bool IsExact => AtLeast == AtMost;

    /// <summary>The level that is left by losses, to twelve places.</summary>
    public static LevelRange Left(decimal lostAtLeast, decimal lostAtMost) => new(ShareRange.Round(1m - lostAtMost), ShareRange.Round(1m - lostAtLeast));
}

/// <summary>An amount in USD of which some part may be unknown; the two ends are equal where everything is known.</summary>
/// <param name="AtLeast">The least that it can be, inclusive.</param>
/// <param name="AtMost">The most that it can be, inclusive.</param>
internal readonly record struct AmountRange(decimal AtLeast, decimal AtMost)
{
    /// <summary>The sum, end by end.</summary>
    public static AmountRange operator +(AmountRange left, AmountRange right) => new(left.AtLeast + right.AtLeast, left.AtMost + right.AtMost);

    /// <summary>Both ends to twelve places, half to even, in their shortest form.</summary>
    public AmountRange Rounded() => new(Round(AtLeast), Round(AtMost));

    /// <summary>An amount to twelve places, half to even, without trailing zeros.</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, ShareRange.Places, MidpointRounding.ToEven) / 1.0000000000000000000000000000m;
}

/// <summary>Why a node loses output.</summary>
/// <param name="Group">The input that costs it most; of equals the first in order of name.</param>
/// <param name="Flow">The flow of that input that costs most; of equals the first in order of id.</param>
/// <param name="Chain">From the node along such flows to what the shock takes away, at most <see cref="MaxFlows"/> flows of it. Its share is the product of the shares.</param>
/// <param name="ReachesShock">False where the chain is longer than that.</param>
internal sealed record LossReason(string Group, EntityId Flow, Chain Chain, bool ReachesShock)
{
    /// <summary>The most flows of a chain that are listed.</summary>
    public const int MaxFlows = 256;
}

/// <summary>How far a node can still produce.</summary>
/// <param name="Node">The node.</param>
/// <param name="Level">Its level while the shock lasts and no stock is left, by what its suppliers still deliver.</param>
/// <param name="IsRemoved">True where the shock takes it away.</param>
/// <param name="Output">Usual output in USD per year; null where not stated.</param>
/// <param name="LostPerYear">Output lost at that level, in USD per year; null where the output is not stated.</param>
/// <param name="Reason">What costs it; null where the shock takes it away, or it loses no supply.</param>
/// <param name="Demand">What buyers still take of what it can deliver; null where not asked for, or unknown for want of values.</param>
/// <param name="Produces">Level and demand together: what it delivers and somebody takes; null where demand is.</param>
internal sealed record NodeLevel(
    EntityId Node, LevelRange Level, bool IsRemoved, decimal? Output, AmountRange? LostPerYear, LossReason? Reason, LevelRange? Demand, LevelRange? Produces);

/// <summary>
/// Output lost, in USD per year, by supply alone. In the small world, "1200 of 2250" without CN_REFINE is <paramref name="InAll"/> of <paramref name="OutputOfAll"/>:
/// the outputs of KR_CATHODE, US_PACK and US_OEM at 0.25 of 1520 lose 1140 (<paramref name="Downstream"/> of <paramref name="OutputDownstream"/>), CN_REFINE itself 60.
/// </summary>
/// <param name="InAll">Lost by all nodes, those that the shock takes away included.</param>
/// <param name="OutputOfAll">Usual output of all nodes of the graph.</param>
/// <param name="Downstream">Lost by all nodes that the shock does not take away.</param>
/// <param name="OutputDownstream">Usual output of those that a loss can reach.</param>
/// <param name="WithoutOutput">How many nodes that lose, or may, state no output; they are left out of the sums.</param>
internal sealed record OutputLoss(AmountRange InAll, decimal OutputOfAll, AmountRange Downstream, decimal OutputDownstream, int WithoutOutput);

/// <summary>What a shock does.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Nodes">
/// Those that lose or may lose output or demand: the largest loss in USD by the least level first, those without output after them by the part lost, then by id.
/// </param>
/// <param name="TotalNodes">How many there are in all.</param>
/// <param name="Output">What is lost in all, whether listed or not.</param>
/// <param name="IsSettled">False where circles of suppliers were left before their losses stood still; levels then are at most what is said.</param>
internal sealed record DisruptionAnswer(AnswerBasis Basis, IReadOnlyList<NodeLevel> Nodes, int TotalNodes, OutputLoss Output, bool IsSettled);
