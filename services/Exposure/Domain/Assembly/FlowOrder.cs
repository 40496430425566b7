using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Where each flow of a graph that is being made comes from: a flow before, or a staged relation.</summary>
internal sealed class FlowOrder
{
    private readonly CompiledGraph _before;
    private readonly TakenRelations _taken;
    private readonly GroupNames _names;

    private FlowOrder(CompiledGraph before, TakenRelations taken, GroupNames names) => (_before, _taken, _names) = (before, taken, names);

    /// <summary>For each new flow the flow before, or the complement of the staged relation.</summary>
    public int[] Source { get; private set; } = [];

    /// <summary>True where every flow stands where it stood, in the same group, and none but staged ones of the same id are new.</summary>
    public bool IsInPlace { get; private set; }

    /// <summary>Merges the flows before that stay with the staged ones.</summary>
    /// <param name="before">The graph before.</param>
    /// <param name="removed">Flows before that go, those among them that staged ones stand in for.</param>
    /// <param name="taken">The staged ones.</param>
    /// <param name="names">The groups' names.</param>
    public static FlowOrder Run(CompiledGraph before, IReadOnlySet<int> removed, TakenRelations taken, GroupNames names)
    {
        var order = new FlowOrder(before, taken, names);
        var sorted = FlowSort.Run(taken, names);
        if (before.Flows.Count == 0)
        {
            InRanges.Each(sorted.Length, 65_536, (first, end) =>
            {
                for (var flow = first; flow < end; flow++)
                    sorted[flow] = ~sorted[flow];
            });
            order.Source = sorted;
            return order;
        }
        order.Merge(sorted, removed);
        return order;
    }

    /// <summary>The new number of each flow before; -1 for one that is gone.</summary>
    public int[] NewOfOld()
    {
        var numbers = new int[_before.Flows.Count];
        Array.Fill(numbers, -1);
        for (var flow = 0; flow < Source.Length; flow++)
        {
            if (Source[flow] >= 0)
                numbers[Source[flow]] = flow;
        }
        return numbers;
    }

    private void Merge(int[] sorted, IReadOnlySet<int> removed)
    {
        var gone = removed.Order().ToArray();
        var (source, next, old, nextGone) = (new int[_before.Flows.Count - gone.Length + sorted.Length], 0, 0, 0);
        IsInPlace = sorted.Length == gone.Length && _taken.Nodes.NewOfOld is null;
        foreach (var row in sorted)
        {
            Keep(PlaceOf(row));
            IsInPlace = IsInPlace && StandsIn(row, next, gone);
            source[next++] = ~row;
        }
        Keep(_before.Flows.Count);
        Source = source;

        void Keep(int end)
        {
            while (old < end)
            {
                var until = nextGone < gone.Length ? Math.Min(end, gone[nextGone]) : end;
                for (; old < until; old++)
                    source[next++] = old;
                if (nextGone < gone.Length && old == gone[nextGone] && old < end)
                    (old, nextGone) = (old + 1, nextGone + 1);
            }
        }
    }

    private bool StandsIn(int row, int place, int[] gone)
    {
        if (Array.BinarySearch(gone, place) < 0 || !_before.Flows.IdBytes(place).SequenceEqual(_taken.Stage.Relations.Ids[row]))
            return false;
        var group = _before.Flows.Group(place);
        return _before.Groups.Buyer(group) == _taken.To(row) && _names.PlaceOfOld(_before.Groups.NameAndKind(group)) == _names.PlaceOf(row);
    }

    // The first flow before that does not come before the staged one.
    private int PlaceOf(int row)
    {
        var (low, high) = (0, _before.Flows.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Compare(middle, row) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int Compare(int flow, int row)
    {
        var group = _before.Flows.Group(flow);
        var buyer = _taken.Nodes.New(_before.Groups.Buyer(group));
        var (wanted, here) = ((2L * _taken.To(row)) + 1, buyer >= 0 ? (2L * buyer) + 1 : 2L * ~buyer);
        if (here != wanted)
            return here.CompareTo(wanted);
        var byName = _names.PlaceOfOld(_before.Groups.NameAndKind(group)).CompareTo(_names.PlaceOf(row));
        return byName != 0 ? byName : _before.Flows.IdBytes(flow).SequenceCompareTo(_taken.Stage.Relations.Ids[row]);
    }
}
