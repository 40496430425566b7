using GeoGraph.Core;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Closure;

/// <summary>What is asked about a closure.</summary>
/// <param name="Shut">The chokepoints that are shut.</param>
internal sealed record ClosureQuestion(IReadOnlyList<EntityId> Shut)
{
    /// <summary>The days of a year.</summary>
    public const decimal YearDays = 365m;

    /// <summary>The buyer whose inputs, at every tier, are looked at; null for all flows.</summary>
    public EntityId? Of { get; init; }

    /// <summary>True where what passes is lost even where another way is open.</summary>
    public bool NoRerouting { get; init; }

    /// <summary>The speed at sea, more than 0.</summary>
    public decimal Knots { get; init; } = Voyage.DefaultKnots;

    /// <summary>What a kilometre more costs against the value of the goods; null where nobody says.</summary>
    public decimal? CostPerKm { get; init; }

    /// <summary>How long it lasts, more than 0.</summary>
    public decimal Days { get; init; } = YearDays;
}
