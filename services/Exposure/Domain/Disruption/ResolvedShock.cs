using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Disruption;

/// <summary>A shock in the numbers of a graph.</summary>
/// <param name="Removed">The nodes, each once, in order.</param>
/// <param name="Delivered">What arrives of flows that hold on the date, in order of flow; whole flows are left out.</param>
/// <param name="Linear">Nodes whose groups are all inessential.</param>
internal sealed record ResolvedShock(int[] Removed, SortedDictionary<int, decimal> Delivered, HashSet<int> Linear)
{
    /// <summary>Finds what a shock names.</summary>
    /// <exception cref="GeoGraphException">InvalidRequest with every field out of bounds; NotFound for a node that is absent.</exception>
    public static ResolvedShock Of(GraphView view, Shock shock)
    {
        Check(view, shock);
        var delivered = new SortedDictionary<int, decimal>();
        foreach (var (flow, part) in shock.Delivered)
        {
            if (part < 1m && view.Holds(flow))
                delivered.Add(flow, part);
        }
        int[] removed = [.. shock.Removed.Select(id => GroupSelection.FindNode(view, id)).Distinct().Order()];
        return new ResolvedShock(removed, delivered, [.. shock.Linear.Select(id => GroupSelection.FindNode(view, id))]);
    }

    private static void Check(GraphView view, Shock shock)
    {
        var violations = new Violations();
        CheckCount(violations, "shock.removed", shock.Removed.Count);
        CheckCount(violations, "shock.linear", shock.Linear.Count);
        CheckDays(violations, "shock.days", shock.Days);
        CheckDays(violations, "shock.closure_days", shock.ClosureDays);
        foreach (var (flow, part) in shock.Delivered.OrderBy(entry => entry.Key))
        {
            if (flow < 0 || flow >= view.Graph.Flows.Count)
                violations.Add("shock.delivered", flow.ToString(null, null), "names a flow of the graph");
            if (part is < 0m or > 1m)
                violations.Add("shock.delivered", DecimalText.Print(part), "lies between 0 and 1");
        }
        violations.ThrowIfAny();
    }

    private static void CheckCount(Violations violations, string field, int count)
    {
        if (count > Shock.MaxNodes)
            violations.Add(field, count.ToString(null, null), $"names at most {Shock.MaxNodes} nodes");
    }

    private static void CheckDays(Violations violations, string field, decimal? days)
    {
        if (days is <= 0m or > Shock.MaxDays)
            violations.Add(field, DecimalText.Print(days.Value), $"is more than 0 and at most {DecimalText.Print(Shock.MaxDays)} days");
    }
}
