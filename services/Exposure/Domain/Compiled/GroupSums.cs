using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>Finds input groups whose stated shares exceed one on some date.</summary>
internal static class GroupSums
{
    private static readonly long One = FixedPoint.FromShare(1m);

    /// <summary>Notes each such group once, with its largest sum.</summary>
    public static void NoteExcesses(CompiledGraph graph, RowChecks checks)
    {
        if (graph.Flows.Columns.Share.IsEmpty)
            return;
        for (var group = 0; group < graph.Groups.Count; group++)
        {
            var (first, end) = (graph.Groups.FirstFlow(group), graph.Groups.EndFlow(group));
            if (SumOverAllDates(graph, first, end) > One && LargestSum(graph, first, end) is var largest && largest > One)
            {
                checks.Note(graph.NodeId(graph.Groups.Buyer(group)), DataFault.GroupOverOne,
                    $"stated shares of input group '{graph.Groups.Name(group)}' sum to {DecimalText.Print((decimal)largest / One)}");
            }
        }
    }

    private static long SumOverAllDates(CompiledGraph graph, int first, int end)
    {
        var sum = 0L;
        for (var flow = first; flow < end; flow++)
            sum += Math.Max(0, graph.Flows.Columns.Share[flow]);
        return sum;
    }

    private static long LargestSum(CompiledGraph graph, int first, int end)
    {
        var changes = new SortedDictionary<int, long>();
        for (var flow = first; flow < end; flow++)
        {
            long share = Math.Max(0, graph.Flows.Columns.Share[flow]);
            var period = graph.Flows.Period(flow);
            Add(changes, graph.Periods.From(period), share);
            Add(changes, graph.Periods.To(period), -share);
        }
        var (sum, largest) = (0L, 0L);
        foreach (var change in changes.Values)
        {
            sum += change;
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    private static void Add(SortedDictionary<int, long> changes, int day, long share) =>
        changes[day] = changes.GetValueOrDefault(day) + share;
}
