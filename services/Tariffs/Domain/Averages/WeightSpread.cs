namespace GeoGraph.Tariffs;

/// <summary>
/// Spreads weights evenly over the lines of the schedule beneath their goods, whether these are asked for or not, and keeps the part of those
/// that are. A weight of a code that the schedule does not divide so far is its line's. Not thread-safe.
/// </summary>
internal sealed class WeightSpread
{
    private readonly CodeSpan[] _lines;
    private readonly int[] _cellOf;
    private readonly int _cells;

    /// <summary>Prepares to spread.</summary>
    /// <param name="schedule">Every line of the schedule, in order.</param>
    /// <param name="isAsked">Which of them are asked for.</param>
    /// <param name="cells">The cells of those.</param>
    public WeightSpread(IReadOnlyList<NomenclatureLine> schedule, bool[] isAsked, AverageCells cells)
    {
        _lines = [.. schedule.Select(line => line.Span)];
        _cellOf = new int[_lines.Length];
        _cells = cells.All.Length;
        var asked = 0;
        for (var line = 0; line < _lines.Length; line++)
            _cellOf[line] = isAsked[line] ? cells.Of(asked++) : -1;
    }

    /// <summary>How many weights met no line so far.</summary>
    public long MissedCount { get; private set; }

    /// <summary>What those come to.</summary>
    public decimal MissedValue { get; private set; }

    /// <summary>The trade of each cell.</summary>
    /// <param name="weights">The weights of an origin, in order.</param>
    public decimal[] Over(IReadOnlyList<TradeWeight> weights)
    {
        var trade = new decimal[_cells];
        AddTo(trade, weights);
        return trade;
    }

    /// <summary>Adds the trade of each cell.</summary>
    /// <param name="trade">Where to add.</param>
    /// <param name="weights">The weights of an origin, in order.</param>
    public void AddTo(decimal[] trade, IReadOnlyList<TradeWeight> weights)
    {
        foreach (var (goods, value) in weights)
        {
            var (first, end) = Beneath(goods);
            if (first == end)
                Miss(value);
            var each = first == end ? 0m : value / (end - first);
            for (var line = first; line < end; line++)
            {
                if (_cellOf[line] >= 0)
                    trade[_cellOf[line]] += each;
            }
        }
    }

    private void Miss(decimal value)
    {
        MissedCount++;
        MissedValue += value;
    }

    private (int First, int End) Beneath(CodeSpan goods)
    {
        var (first, end) = (StartingFrom(goods.First), StartingFrom(goods.Last + 1));
        return first == end && first > 0 && _lines[first - 1].Contains(goods) ? (first - 1, first) : (first, end);
    }

    private int StartingFrom(long number)
    {
        var (low, high) = (0, _lines.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].First < number)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
