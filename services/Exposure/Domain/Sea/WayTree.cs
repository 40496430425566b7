namespace GeoGraph.Exposure.Sea;

/// <summary>
/// The shortest ways from one point to all others (Dijkstra), or to one of them, looked for in its direction. Where two ways are equally long, the one whose last
/// point before the end has the lower number is taken, at every point; so the ways do not depend on how they were looked for. Not thread-safe; may be used again.
/// </summary>
internal sealed class WayTree(SeaNetwork network)
{
    private readonly NearestFirst _heap = new();
    private readonly long[] _distances = Filled(network.Points.Length);
    private readonly long[] _bounds = new long[network.Points.Length];
    private readonly int[] _stretchTo = new int[network.Points.Length];
    private readonly int[] _before = new int[network.Points.Length];
    private readonly List<int> _touched = [];

    /// <summary>The distance of every point in micrometres; <see cref="long.MaxValue"/> where no way is open or it was not looked at.</summary>
    public long[] Distances => _distances;

    /// <summary>Points in the order in which they were first met; each is met after the one before it on its way where the tree is grown to all.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>The stretch by which the way to a point ends; -1 at the beginning.</summary>
    public int StretchTo(int point) => _stretchTo[point];

    /// <summary>The point before a point on its way; -1 at the beginning.</summary>
    public int Before(int point) => _before[point];

    /// <summary>Finds the ways to all points.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="shut">For each set of marks whether stretches that have it are shut.</param>
    public void Grow(int from, bool[] shut)
    {
        Start(from);
        _heap.Push(0, from);
        while (_heap.Count > 0)
        {
            var (distance, point) = _heap.Pop();
            if (distance != _distances[point])
                continue;
            for (var stretch = network.Stretches.First(point); stretch < network.Stretches.First(point + 1); stretch++)
            {
                if (!shut[network.Stretches.Marks(stretch)] && Take(point, stretch, out var end))
                    _heap.Push(_distances[end], end);
            }
        }
    }

    /// <summary>Finds the way to one point; false where none is open.</summary>
    public bool GrowTo(int from, int target, bool[] shut)
    {
        var bounds = network.Landmarks.Towards(from, target);
        Start(from);
        _bounds[from] = bounds.AtLeast(from);
        _heap.Push(_bounds[from], from);
        // Ends of the same bound are still looked at, for ways that are equally long.
        while (_heap.Count > 0 && _heap.NearestDistance <= _distances[target])
        {
            var (bound, point) = _heap.Pop();
            if (bound - _bounds[point] != _distances[point])
                continue;
            var met = _touched.Count;
            for (var stretch = network.Stretches.First(point); stretch < network.Stretches.First(point + 1); stretch++)
            {
                if (shut[network.Stretches.Marks(stretch)] || !Take(point, stretch, out var end))
                    continue;
                if (_touched.Count > met)
                    (_bounds[end], met) = (bounds.AtLeast(end), _touched.Count);
                _heap.Push(_distances[end] + _bounds[end], end);
            }
        }
        return _distances[target] != long.MaxValue;
    }

    // True where the end is nearer by this stretch than by any before.
    private bool Take(int point, int stretch, out int end)
    {
        end = network.Stretches.End(stretch);
        var distance = _distances[point] + network.Stretches.Length(stretch);
        if (distance > _distances[end] || (distance == _distances[end] && point >= _before[end]))
            return false;
        var nearer = distance < _distances[end];
        if (_distances[end] == long.MaxValue)
            _touched.Add(end);
        (_distances[end], _before[end], _stretchTo[end]) = (distance, point, stretch);
        return nearer;
    }

    private void Start(int from)
    {
        foreach (var point in _touched)
            _distances[point] = long.MaxValue;
        _touched.Clear();
        _heap.Clear();
        _touched.Add(from);
        (_distances[from], _before[from], _stretchTo[from]) = (0, -1, -1);
    }

    private static long[] Filled(int count)
    {
        var distances = new long[count];
        Array.Fill(distances, long.MaxValue);
        return distances;
    }
}
