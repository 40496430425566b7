namespace GeoGraph.Exposure.Sea;

/// <summary>
/// Lower bounds of distances from a few far-off points (A. Goldberg and C. Harrelson, "Computing the shortest path: A* search meets graph theory", 2005):
/// by the triangle inequality v and t are at least |d(landmark, t) − d(landmark, v)| apart. What is shut only makes ways longer, so the bounds hold for every closure.
/// </summary>
internal sealed class Landmarks
{
    private const int Most = 12;
    private const int MostUsed = 3;
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

    /// <summary>The bounds towards one point, from the landmarks that say most about a way.</summary>
    /// <param name="from">Where the way begins.</param>
    /// <param name="target">Where it ends.</param>
    public Bounds Towards(int from, int target)
    {
        var (start, end) = (from * _count, target * _count);
        var best = Enumerable.Range(0, _count).Where(landmark => _distances[end + landmark] != long.MaxValue && _distances[start + landmark] != long.MaxValue)
            .OrderByDescending(landmark => Math.Abs(_distances[end + landmark] - _distances[start + landmark])).Take(MostUsed).ToArray();
        return new Bounds(_distances, _count, best, [.. best.Select(landmark => _distances[end + landmark])]);
    }

    /// <summary>Lower bounds of the distance to one point, by some landmarks. A point that a landmark does not reach is reached by none of the ways.</summary>
    public readonly struct Bounds(long[] distances, int count, int[] landmarks, long[] target)
    {
        /// <summary>At least how far a point is from the end, in micrometres.</summary>
        public long AtLeast(int point)
        {
            long bound = 0;
            for (var i = 0; i < landmarks.Length; i++)
            {
                var apart = Math.Abs(distances[(point * count) + landmarks[i]] - target[i]);
                if (apart > bound)
                    bound = apart;
            }
            return bound;
        }
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
