namespace GeoGraph.Exposure.Columns;

/// <summary>Runs work over ranges of rows, on several processors where there are enough rows to pay for it.</summary>
internal static class InRanges
{
    private const int RangesThatPay = 4;

    /// <summary>Calls the work for every range once.</summary>
    /// <param name="count">How many rows.</param>
    /// <param name="rowsAtOnce">How many rows a range has; the last has fewer.</param>
    /// <param name="work">Takes the first row, inclusive, and the last, exclusive. Ranges never share a row.</param>
    public static void Each(int count, int rowsAtOnce, Action<int, int> work)
    {
        var ranges = (count + rowsAtOnce - 1) / rowsAtOnce;
        if (ranges < RangesThatPay)
            work(0, count);
        else
            Parallel.For(0, ranges, range => work(range * rowsAtOnce, Math.Min(count, (range + 1) * rowsAtOnce)));
    }
}
