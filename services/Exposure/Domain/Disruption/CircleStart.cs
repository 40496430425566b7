using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// Starts the losses of large circles close to where they come to rest and below it, from a screening in double whose only leaps are those of <see cref="CirclePolicy"/>: gone
/// round in decimals alone, they would creep there for very long. Serves shocks that take nodes away and nothing else.
/// </summary>
internal static class CircleStart
{
    private const double Tolerance = 1e-13;
    private const int MaxRounds = 1000;

    // What screening in double may be off by.
    private const double Rounding = 1e-12;

    /// <summary>True where there is a large circle in the order, and the shock is one that screening knows.</summary>
    public static bool Serves(ResolvedShock shock, SpreadOrder order)
    {
        if (shock.Delivered.Count > 0 || shock.Linear.Count > 0)
            return false;
        for (var rank = 0; rank < order.RankCount; rank++)
        {
            if (order.SizeOfRank(rank) > LossField.LargeCircle)
                return true;
        }
        return false;
    }

    /// <summary>Starts the nodes of large circles.</summary>
    public static void Apply(InputNet net, ResolvedShock shock, SpreadOrder order, LossField field, WorkEnd? end)
    {
        var screen = new ShockScreen(net.Screen, Tolerance, MaxRounds, staysBelow: true) { End = end };
        screen.RunTogether([.. shock.Removed.Select(node => net.Screen.PositionOf[node]).Where(position => position >= 0)]);
        for (var place = 0; place < order.Count; place++)
        {
            if (order.SizeOfRank(order.Rank(place)) <= LossField.LargeCircle || net.Screen.PositionOf[order.Node(place)] < 0)
                continue;
            var loss = screen.LossAt(net.Screen.PositionOf[order.Node(place)], 0);
            field.StartFrom(order.Node(place), loss >= 1 - Rounding ? 1m : (decimal)Math.Max(0, loss - Rounding));
        }
    }
}
