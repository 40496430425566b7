using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Disruption;

namespace GeoGraph.Exposure.Survival;

/// <summary>A level from a day on.</summary>
/// <param name="FromDay">The day of the shock, from 0, inclusive.</param>
/// <param name="Level">Output against the usual one, 0 to 1, until the next step.</param>
internal readonly record struct LevelStep(decimal FromDay, decimal Level);

/// <summary>An input that falls short: what still comes in is less than its buyer needs at full production, and there is no stock left of it.</summary>
/// <param name="Group">The input group.</param>
/// <param name="StockDays">The stock of it at the start, in days of full demand; null where not stated, which is taken as none.</param>
/// <param name="ShortFromDay">The first day on which it is short.</param>
/// <param name="StopsOnDay">The first day on which nothing comes in; null where something always does.</param>
/// <param name="Availability">The least that comes in while it is short, 0 to 1.</param>
internal sealed record InputShortfall(string Group, decimal? StockDays, decimal ShortFromDay, decimal? StopsOnDay, decimal Availability);

/// <summary>How a node fares over time at one end of the unknown. Days count from 0, the start of the shock; none has more than twelve places.</summary>
/// <param name="SurvivesDays">How long it produces in full; null where it does throughout.</param>
/// <param name="RecoversAfterDays">When it is back at full production for good; null where it never is, or never falls.</param>
/// <param name="GapDays">Time to recover less time to survive: zero where it never falls; null where it never recovers.</param>
/// <param name="DaysLost">How long it is below full production; null where it never recovers.</param>
/// <param name="FullDaysLost">The days of full output lost; null where it never recovers.</param>
/// <param name="LostUsd">Output lost: output per year / 365 times <paramref name="FullDaysLost"/>, to twelve places; null where either is unknown.</param>
/// <param name="Steps">Its levels, from day 0 on.</param>
/// <param name="Shortfalls">Its inputs that fall short, the earliest first, then by name.</param>
internal sealed record SurvivalCourse(
    decimal? SurvivesDays, decimal? RecoversAfterDays, decimal? GapDays, decimal? DaysLost, decimal? FullDaysLost, decimal? LostUsd,
    IReadOnlyList<LevelStep> Steps, IReadOnlyList<InputShortfall> Shortfalls)
{
    /// <summary>Days of a year, by which output per year becomes output per day.</summary>
    public const decimal DaysOfYear = 365m;
}

/// <summary>How a node fares.</summary>
/// <param name="Node">The node.</param>
/// <param name="IsRemoved">True where the shock takes it away.</param>
/// <param name="Output">Usual output in USD per year; null where not stated.</param>
/// <param name="Worst">Where the unknown part of every group loses as much as it can.</param>
/// <param name="Best">Where it loses as little as it can; the same as <paramref name="Worst"/> where everything is known.</param>
internal sealed record NodeSurvival(EntityId Node, bool IsRemoved, decimal? Output, SurvivalCourse Worst, SurvivalCourse Best);

/// <summary>How everybody downstream of a shock fares.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Nodes">
/// Those that fall below full production, or run down a stock: the largest loss in USD at worst first, those without such an amount after them by the day they fall, then by id.
/// </param>
/// <param name="TotalNodes">How many there are in all.</param>
/// <param name="LostUsd">Output lost by all of them that state one and recover, removed nodes included.</param>
/// <param name="WithoutAmount">How many fall whose loss has no amount: no output stated, or no recovery.</param>
/// <param name="EndsOnDay">When the shock is over; null where a part of it never is.</param>
/// <param name="Events">Stocks that ran out and parts of the shock that ended, in the course at worst.</param>
internal sealed record SurvivalAnswer(
    AnswerBasis Basis, IReadOnlyList<NodeSurvival> Nodes, int TotalNodes, AmountRange LostUsd, int WithoutAmount, decimal? EndsOnDay, int Events);
