using GeoGraph.Core;

namespace GeoGraph.Exposure.Reliance;

/// <summary>A question of how much of a buyer's output rests on others.</summary>
/// <param name="Of">The buyer.</param>
/// <param name="Group">The one input group of it to look through; null for all.</param>
/// <param name="On">The suppliers wanted, at any tier; null for all.</param>
internal sealed record RelianceQuestion(EntityId Of, string? Group = null, IReadOnlyList<EntityId>? On = null)
{
    /// <summary>The tolerance where none is named.</summary>
    public const decimal DefaultTolerance = 0.000000000001m;

    /// <summary>How far all gross figures together may be off because an iteration over a circle stops: 10⁻¹³ to 10⁻³; 10⁻¹² by default.</summary>
    public decimal Tolerance { get; init; } = DefaultTolerance;

    /// <summary>How many sweeps over a circle of suppliers are made at most: 1 to 1,000,000; 10,000 by default.</summary>
    public int MaxSweeps { get; init; } = 10_000;

    /// <summary>
    /// True to take the sum of a node's stated sales for an output that nobody states, where every one of its sales on the date states a value; the figures
    /// then count as inferred. False by default: such an output stays unknown.
    /// </summary>
    public bool OutputFromSales { get; init; }

    /// <summary>Notes every field outside its bounds.</summary>
    public void Check(Violations violations)
    {
        if (Tolerance is < 0.0000000000001m or > 0.001m)
            violations.Add("tolerance", DecimalText.Print(Tolerance), "lies between 10^-13 and 10^-3");
        if (MaxSweeps is < 1 or > 1_000_000)
            violations.Add("max_sweeps", MaxSweeps.ToString(null, null), "lies between 1 and 1000000");
    }
}
