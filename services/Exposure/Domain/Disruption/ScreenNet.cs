namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// What <see cref="ShockScreen"/> reads: a net of supply in an order in which suppliers come before buyers, those of one circle next to one another. Positions stand for
/// nodes; groups of a position, and flows of a group, are ranges. Figures are doubles, at the end of the unknown where most is lost.
/// </summary>
internal sealed class ScreenNet
{
    /// <summary>How many positions there are.</summary>
    public int Count => Node.Length;

    /// <summary>True where every share and weight is known.</summary>
    public bool IsExact => !Array.Exists(Unknown, unknown => unknown > 0) && !Array.Exists(Weight, double.IsNaN);

    /// <summary>By position: the graph's node.</summary>
    public required int[] Node { get; init; }

    /// <summary>By position: output in USD per year; 0 where not stated.</summary>
    public required double[] Output { get; init; }

    /// <summary>By position: its first group, inclusive; the next entry is the end.</summary>
    public required int[] FirstGroup { get; init; }

    /// <summary>By group: its first flow, inclusive; the next entry is the end.</summary>
    public required int[] FirstFlow { get; init; }

    /// <summary>By group: the part that may come from any of its flows, 0 to 1.</summary>
    public required double[] Unknown { get; init; }

    /// <summary>By group: its weight where the buyer can do without it, not a number where that is unknown; -1 where it is essential.</summary>
    public required double[] Weight { get; init; }

    /// <summary>By position: true where every group is essential and every share known, so that a sum and a maximum suffice.</summary>
    public required bool[] IsPlain { get; init; }

    /// <summary>By flow: the supplier's position.</summary>
    public required int[] Supplier { get; init; }

    /// <summary>By flow: its share of the group, 0 where unknown.</summary>
    public required double[] Share { get; init; }

    /// <summary>By position: its first place in <see cref="Buyers"/>, inclusive; the next entry is the end.</summary>
    public required int[] FirstBuyer { get; init; }

    /// <summary>Positions of buyers, by supplier.</summary>
    public required int[] Buyers { get; init; }

    /// <summary>By position: the first position beyond its circle; the position after it where it is in none.</summary>
    public required int[] EndOfCircle { get; init; }

    /// <summary>The stated position of a node of the graph, or -1.</summary>
    public required int[] PositionOf { get; init; }
}
