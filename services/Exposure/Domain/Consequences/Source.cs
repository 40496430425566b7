using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.Exposure.Consequences;

/// <summary>Somebody from whom a buyer could take an input.</summary>
/// <param name="Node">Who makes or sells it.</param>
/// <param name="Flow">The flow by which it feeds the input now; null where it does not.</param>
/// <param name="Border">The border that the goods would cross; null for none.</param>
/// <param name="ShareOfWorldOutput">Stated share of the world's output, 0 to 1; null where no source states it.</param>
/// <param name="Relations">What shows it.</param>
internal sealed record Source(int Node, int? Flow, Border? Border, decimal? ShareOfWorldOutput, IReadOnlyList<EntityId> Relations);

/// <summary>A flow from which its buyer has reason to turn away.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Part">The part of it that does not arrive, 0 to 1; zero where it is only dearer.</param>
/// <param name="Border">The border that it crosses; null for none.</param>
/// <param name="Sources">Where the buyer could turn, in order of node.</param>
internal sealed record TurnedFrom(int Flow, decimal Part, Border? Border, IReadOnlyList<Source> Sources)
{
    /// <summary>What duty has to be known to compare.</summary>
    public IEnumerable<DutyPair> Pairs => Sources.Select(source => source.Border).Append(Border).SelectMany(border => border?.Pairs ?? []);
}

/// <summary>The law's rates before and after a change; null where they are not known.</summary>
/// <param name="Before">Before it.</param>
/// <param name="After">After it.</param>
internal sealed record LawBothWays(IReadOnlyDictionary<DutyPair, DutyRate>? Before, IReadOnlyDictionary<DutyPair, DutyRate>? After)
{
    /// <summary>No law is known.</summary>
    public static readonly LawBothWays Unknown = new(null, null);

    /// <summary>The duty at a border before the change.</summary>
    public DutyRate RateBefore(Border? border) => Rate(border, Before);

    /// <summary>The duty at a border after it.</summary>
    public DutyRate RateAfter(Border? border) => Rate(border, After);

    private static DutyRate Rate(Border? border, IReadOnlyDictionary<DutyPair, DutyRate>? law)
    {
        if (border is null)
            return DutyRate.Free;
        if (border.Missing.Length > 0)
            return DutyRate.Unknown(border.Missing);
        return law is null ? DutyRate.Unknown("no duty is known") : DutyRate.Over([.. border.Pairs.Select(pair => law[pair])]);
    }
}
