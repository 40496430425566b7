namespace GeoGraph.Exposure.Columns;

/// <summary>The numbers 0, 1, 2, …, kept once for the whole process, so that a range of rows is a span that takes no room of its own.</summary>
internal static class Ascending
{
    private static int[] _numbers = [];

    /// <summary>The numbers from <paramref name="first"/>, inclusive, to <paramref name="end"/>, exclusive.</summary>
    public static ReadOnlySpan<int> Range(int first, int end)
    {
        var numbers = Volatile.Read(ref _numbers);
        if (numbers.Length < end)
            numbers = Grow(end);
        return numbers.AsSpan(first..end);
    }

    // Two that grow it at once make the same numbers; the longer may lose, and is made again when it is needed.
    private static int[] Grow(int end)
    {
        var numbers = new int[Math.Max(256, end + (end / 4))];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        Volatile.Write(ref _numbers, numbers);
        return numbers;
    }
}
