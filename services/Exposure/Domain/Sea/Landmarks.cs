namespace GeoGraph.Exposure.Sea;

/// <summary>
/// Lower bounds of distances from a few far-off points (A. Goldberg and C. Harrelson, "Computing the shortest path: A* search meets graph theory", 2005):
/// by the triangle inequality v and t are at least |d(landmark, t) − d(landmark, v)| apart. What is shut only makes ways longer, so the bounds hold for every closure.
/// </summary>
internal sealed class Landmarks
{
    private const int Most = 8;
    private readonly long[] _distances;
    private readonly int _count;

    /// <summary>Chooses them: each the point farthest from those before it.</summary>
    public Landmarks(SeaNetwork network)
    {
        var rows = new List<long[]>();
        var nearest = new long[network.Points.Length];
        Array.Fill(nearest, long.MaxValue);
        for (var next = 0; rows.Count < Most && next >= 0; next = Farthest(nearest))
        {
            var tree = new WayTree(network);
            tree.Grow(next, new bool[network.Sets.Count]);
            rows.Add(tree.Distances);
            for (var point = 0; point < nearest.Length; point++)
                nearest[point] = Math.Min(nearest[point], tree.Distances[point]);
        }
        _count = rows.Count;
        _distances = new long[_count * network.Points.Length];
        for (var point = 0; point < network.Points.Length; point++)
        {
            for (var landmark = 0; landmark < _count; landmark++)
                _distances[(point * _count) + landmark] = rows[landmark][point];
        }
    }

    /// <summary>At least how far two points are apart, in micrometres.</summary>
    public long AtLeast(int point, int target)
    {
        var from = _distances.AsSpan(point * _count, _count);
        var to = _distances.AsSpan(target * _count, _count);
        long bound = 0;
        for (var landmark = 0; landmark < from.Length; landmark++)
        {
            if (from[landmark] != long.MaxValue && to[landmark] != long.MaxValue)
                bound = Math.Max(bound, Math.Abs(from[landmark] - to[landmark]));
        }
        return bound;
    }

    // The farthest that is not a landmark itself; of points that none reaches the first.
    private static int Farthest(long[] nearest)
    {
        var farthest = -1;
        for (var point = 0; point < nearest.Length; point++)
        {
            if (nearest[point] > 0 && (farthest < 0 || nearest[point] > nearest[farthest]))
                farthest = point;
        }
        return farthest;
    }
}
