using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Survival;

/// <summary>When the parts of a shock end.</summary>
/// <param name="RemovedUntil">By removed node: the day it is back; null where never.</param>
/// <param name="ShutUntil">The day on which all flows arrive whole again; null where never.</param>
/// <param name="Ends">The days on which something ends, each once, in order.</param>
/// <param name="EndsOnDay">When everything has ended; null where some part never does.</param>
internal sealed record ShockPlan(IReadOnlyDictionary<int, decimal?> RemovedUntil, decimal? ShutUntil, IReadOnlyList<decimal> Ends, decimal? EndsOnDay)
{
    /// <summary>The plan of a shock: the days that it states, else the days of recovery of each removed node.</summary>
    public static ShockPlan Of(GraphView view, Shock shock, ResolvedShock resolved)
    {
        var removed = resolved.Removed.ToDictionary(node => node, node => shock.Days ?? view.Graph.RecoveryDaysOf(node));
        var shut = shock.ClosureDays ?? shock.Days;
        List<decimal?> ends = [.. removed.Values];
        if (resolved.Delivered.Count > 0)
            ends.Add(shut);
        return new ShockPlan(removed, shut, [.. ends.OfType<decimal>().Distinct().Order()], ends.Contains(null) ? null : ends.DefaultIfEmpty(0m).Max());
    }

    /// <summary>True where the node is still away on a day.</summary>
    public bool IsAway(int node, decimal day) => RemovedUntil[node] is not { } until || day < until;

    /// <summary>True where flows are still shut on a day.</summary>
    public bool IsShut(decimal day) => ShutUntil is not { } until || day < until;
}
