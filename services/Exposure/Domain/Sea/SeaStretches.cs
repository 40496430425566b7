namespace GeoGraph.Exposure.Sea;

/// <summary>The straight stretches between neighbouring points, found from either end.</summary>
internal sealed class SeaStretches
{
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly long[] _length;
    private readonly int[] _marks;

    /// <summary>Takes stretches in order of their ends and marks, each once, with the lower point first.</summary>
    /// <param name="points">How many points there are.</param>
    /// <param name="stretches">The stretches: both ends, length in micrometres, number of the set of marks.</param>
    public SeaStretches(int points, IReadOnlyList<(int From, int To, long Length, int Marks)> stretches)
    {
        _start = new int[points + 1];
        foreach (var (from, to, _, _) in stretches)
        {
            _start[from + 1]++;
            _start[to + 1]++;
        }
        for (var point = 0; point < points; point++)
            _start[point + 1] += _start[point];
        var next = _start[..points];
        (_end, _length, _marks) = (new int[2 * stretches.Count], new long[2 * stretches.Count], new int[2 * stretches.Count]);
        foreach (var (from, to, length, marks) in stretches)
        {
            Put(next[from]++, to, length, marks);
            Put(next[to]++, from, length, marks);
        }
    }

    /// <summary>How many stretches there are.</summary>
    public int Count => _end.Length / 2;

    /// <summary>The first of a point's stretches; they end where those of the next point begin.</summary>
    public int First(int point) => _start[point];

    /// <summary>The point at the other end.</summary>
    public int End(int stretch) => _end[stretch];

    /// <summary>The length in micrometres, at least 1.</summary>
    public long Length(int stretch) => _length[stretch];

    /// <summary>The number of the set of marks.</summary>
    public int Marks(int stretch) => _marks[stretch];

    private void Put(int at, int end, long length, int marks) => (_end[at], _length[at], _marks[at]) = (end, length, marks);
}
