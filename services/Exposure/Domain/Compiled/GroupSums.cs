using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>Finds input groups whose stated shares exceed one on some date.</summary>
internal static class GroupSums
{
    /// <summary>Notes each such group once, with its largest sum.</summary>
    public static void NoteExcesses(CompiledGraph graph, RowChecks checks)
    {
        for (var group = 0; group < graph.Groups.Count; group++)
        {
            var (first, end) = (graph.Groups.FirstFlow(group), graph.Groups.EndFlow(group));
            if (SumOverAllDates(graph, first, end) > 1m && LargestSum(graph, first, end) is > 1m and var largest)
            {
                checks.Note(graph.NodeId(graph.Groups.Buyer(group)), DataFault.GroupOverOne,
                    $"stated shares of input group '{graph.Groups.Name(group)}' sum to {DecimalText.Print(largest)}");
            }
        }
    }

    private static decimal SumOverAllDates(CompiledGraph graph, int first, int end)
    {
        var sum = 0m;
        for (var flow = first; flow < end; flow++)
            sum += graph.Flows.Share(flow) ?? 0m;
        return sum;
    }

    private static decimal LargestSum(CompiledGraph graph, int first, int end)
    {
        var changes = new SortedDictionary<int, decimal>();
        for (var flow = first; flow < end; flow++)
        {
            var share = graph.Flows.Share(flow) ?? 0m;
            var period = graph.Flows.Period(flow);
            Add(changes, graph.Periods.From(period), share);
            Add(changes, graph.Periods.To(period), -share);
        }
        var (sum, largest) = (0m, 0m);
        foreach (var change in changes.Values)
        {
            sum += change;
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    private static void Add(SortedDictionary<int, decimal> changes, int day, decimal share) =>
        changes[day] = changes.GetValueOrDefault(day) + share;
}
