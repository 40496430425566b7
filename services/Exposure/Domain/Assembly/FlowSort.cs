using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Sorts staged flows by buyer, input group and id: counted out by buyer, then each buyer's few by group. Flows of one group stay in order of id.</summary>
internal static class FlowSort
{
    private const int NodesAtOnce = 8192;

    /// <summary>The staged relations that are flows and taken, in the order of a flow table.</summary>
    public static int[] Run(TakenRelations taken, GroupNames names)
    {
        var sorted = new int[taken.Flows];
        if (taken.Flows < taken.Nodes.Table.Count / 4)
        {
            CollectInto(sorted, taken);
            var keys = Array.ConvertAll(sorted, row => ((long)taken.To(row) << 31) | (long)names.PlaceOf(row));
            var stable = Enumerable.Range(0, sorted.Length).OrderBy(place => keys[place]).Select(place => sorted[place]);
            return [.. stable];
        }
        var ends = CountOut(sorted, taken);
        InRanges.Each(ends.Length, NodesAtOnce, (first, end) =>
        {
            for (var buyer = first; buyer < end; buyer++)
                SortGroups(sorted.AsSpan((buyer == 0 ? 0 : ends[buyer - 1])..ends[buyer]), names);
        });
        return sorted;
    }

    private static void CollectInto(int[] sorted, TakenRelations taken)
    {
        var next = 0;
        for (var place = 0; place < taken.Stage.Relations.Count; place++)
        {
            var row = taken.RowAt(place);
            if (taken.IsTakenFlow(row))
                sorted[next++] = row;
        }
    }

    // Gives where each buyer's flows end.
    private static int[] CountOut(int[] sorted, TakenRelations taken)
    {
        var next = new int[taken.Nodes.Table.Count];
        for (var row = 0; row < taken.Stage.Relations.Count; row++)
        {
            if (taken.IsTakenFlow(row))
                next[taken.To(row)]++;
        }
        var sum = 0;
        for (var buyer = 0; buyer < next.Length; buyer++)
            (next[buyer], sum) = (sum, sum + next[buyer]);
        for (var place = 0; place < taken.Stage.Relations.Count; place++)
        {
            var row = taken.RowAt(place);
            if (taken.IsTakenFlow(row))
                sorted[next[taken.To(row)]++] = row;
        }
        return next;
    }

    private static void SortGroups(Span<int> flows, GroupNames names)
    {
        if (flows.Length < 2)
            return;
        var keys = new long[flows.Length];
        for (var place = 0; place < keys.Length; place++)
            keys[place] = ((long)names.PlaceOf(flows[place]) << 32) | (uint)place;
        var before = flows.ToArray();
        Array.Sort(keys);
        for (var place = 0; place < keys.Length; place++)
            flows[place] = before[(int)(keys[place] & uint.MaxValue)];
    }
}
