using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Consequences;

/// <summary>What passes one chokepoint before and after, summed over flows; values that nobody states are counted beside the sums.</summary>
internal sealed class PassageLoad
{
    private const int MostRelations = 1_000;
    private readonly SortedSet<EntityId> _moved = [];
    private long _longest;
    private int _leaving;
    private int _coming;

    /// <summary>Before, in USD per year.</summary>
    public decimal BeforeUsd { get; private set; }

    /// <summary>After, in USD per year.</summary>
    public decimal AfterUsd { get; private set; }

    /// <summary>How much more or less, in USD per year.</summary>
    public decimal Moved => Math.Abs(AfterUsd - BeforeUsd);

    /// <summary>True where it carries more or less, of known value or unknown.</summary>
    public bool Changes => Moved > 0m || _leaving > 0 || _coming > 0;

    /// <summary>The relations that change what it carries, in order of id, at most 1,000.</summary>
    public IReadOnlyList<EntityId> Relations => [.. _moved.Take(MostRelations)];

    /// <summary>Takes the parts of a flow that pass before and after.</summary>
    /// <param name="relation">The flow, or what shows the source of a new one.</param>
    /// <param name="value">Its value in USD per year; null where nobody states it.</param>
    /// <param name="before">The part before; null where unknown.</param>
    /// <param name="after">The part after; null where unknown.</param>
    public void Add(EntityId relation, decimal? value, decimal? before, decimal? after)
    {
        BeforeUsd += value * before ?? 0m;
        AfterUsd += value * after ?? 0m;
        if (before == after)
            return;
        _moved.Add(relation);
        if (value is not null && before is not null && after is not null)
            return;
        if (after > (before ?? 1m))
            _coming++;
        else
            _leaving++;
    }

    /// <summary>Takes how much longer the way of a flow is that goes round by it.</summary>
    public void GoesRound(long extraMicrometres) => _longest = Math.Max(_longest, extraMicrometres);

    /// <summary>What it carries, for a person.</summary>
    public string Sentence(EntityId chokepoint, bool isShut, decimal knots)
    {
        var values = Moved > 0m ? $" {ConsequenceText.Usd(AfterUsd)} a year where it was {ConsequenceText.Usd(BeforeUsd)}" : "";
        var flows = Flows(_leaving, "no longer pass it, or in part") + Flows(_coming, "pass it as well");
        var round = _longest > 0 ? string.Create(CultureInfo.InvariantCulture,
            $"; the longest way round by it is {Voyage.Km(_longest):0} km and {Voyage.Days(_longest, knots):0.0} days more at {knots:0.##} knots") : "";
        return (isShut ? $"{chokepoint} is shut" : $"{chokepoint} carries {(AfterUsd > BeforeUsd || (Moved == 0m && _coming > 0) ? "more" : "less")}") + (values.Length > 0 ? ":" + values : "") + flows + round + ".";
    }

    private static string Flows(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {count} {(count == 1 ? "flow" : "flows")} of unstated value {what}");
}
