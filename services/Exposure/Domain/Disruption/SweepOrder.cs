namespace GeoGraph.Exposure.Disruption;

/// <summary>The places that a place leads to.</summary>
internal delegate ReadOnlySpan<int> NextPlaces(int place);

/// <summary>
/// Puts places in an order that what spreads along a net seldom goes against: components in order of rank, and inside a circle after the greedy rule of Eades, Lin and
/// Smyth (1993), which goes against few of its edges. Sweeps in this order settle a circle in few rounds.
/// </summary>
internal sealed class SweepOrder
{
    private const int None = -1;
    private readonly NextPlaces _next;
    private readonly int[] _rank;
    private readonly int[] _circle;
    private readonly int[] _localOf;
    private readonly List<int>[] _from;
    private readonly int[] _in;
    private readonly int[] _out;
    private readonly int[] _bucketNext;
    private readonly int[] _bucketBefore;
    private readonly int[] _bucketFirst;
    private readonly bool[] _taken;
    private readonly int _offset;

    private SweepOrder(NextPlaces next, int[] rank, int[] circle, int[] localOf)
    {
        (_next, _rank, _circle, _localOf) = (next, rank, circle, localOf);
        var count = circle.Length;
        (_in, _out, _taken, _bucketNext, _bucketBefore) = (new int[count], new int[count], new bool[count], new int[count], new int[count]);
        _from = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            localOf[circle[i]] = i;
            _from[i] = [];
        }
        for (var i = 0; i < count; i++)
            Count(i);
        _offset = Math.Max(_in.Max(), _out.Max());
        _bucketFirst = new int[(2 * _offset) + 3];
        Array.Fill(_bucketFirst, None);
        for (var i = count - 1; i >= 0; i--)
            Insert(i);
    }

    /// <summary>The position of each place.</summary>
    /// <param name="next">Where each place leads.</param>
    /// <param name="rank">The rank of each place.</param>
    /// <param name="size">How many places each rank has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static int[] Positions(NextPlaces next, int[] rank, int[] size, CancellationToken cancellationToken)
    {
        var first = new int[size.Length + 1];
        for (var i = 0; i < size.Length; i++)
            first[i + 1] = first[i] + size[i];
        var sorted = new int[rank.Length];
        var fill = first.AsSpan(0, size.Length).ToArray();
        for (var place = 0; place < rank.Length; place++)
            sorted[fill[rank[place]]++] = place;
        var localOf = new int[rank.Length];
        for (var i = 0; i < size.Length; i++)
        {
            if (size[i] < 3)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            new SweepOrder(next, rank, sorted[first[i]..first[i + 1]], localOf).Sort(sorted.AsSpan(first[i], size[i]), cancellationToken);
        }
        var positions = new int[rank.Length];
        for (var position = 0; position < sorted.Length; position++)
            positions[sorted[position]] = position;
        return positions;
    }

    private void Count(int local)
    {
        foreach (var to in _next(_circle[local]))
        {
            if (_rank[to] != _rank[_circle[local]])
                continue;
            _from[_localOf[to]].Add(local);
            _in[_localOf[to]]++;
            _out[local]++;
        }
    }

    private void Sort(Span<int> into, CancellationToken cancellationToken)
    {
        var (head, tail, highest) = (0, into.Length, _bucketFirst.Length - 1);
        while (head < tail)
        {
            if (((head + tail) & 1023) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (_bucketFirst[0] is not None and var sink)
            {
                into[--tail] = _circle[sink];
                Take(sink, ref highest);
                continue;
            }
            while (_bucketFirst[highest] == None)
                highest--;
            var best = _bucketFirst[highest];
            into[head++] = _circle[best];
            Take(best, ref highest);
        }
    }

    // Bucket 0 holds what leads nowhere, the last what nothing leads to, and those between the rest by how much more goes out than comes in.
    private int BucketOf(int local) =>
        _out[local] == 0 ? 0 : _in[local] == 0 ? _bucketFirst.Length - 1 : _offset + 1 + Math.Clamp(_out[local] - _in[local], -_offset, _offset);

    private void Take(int local, ref int highest)
    {
        Remove(local);
        _taken[local] = true;
        foreach (var to in _next(_circle[local]))
        {
            if (_rank[to] == _rank[_circle[local]] && !_taken[_localOf[to]])
                Change(_in, _localOf[to], ref highest);
        }
        foreach (var from in _from[local])
        {
            if (!_taken[from])
                Change(_out, from, ref highest);
        }
    }

    private void Change(int[] degrees, int local, ref int highest)
    {
        Remove(local);
        degrees[local]--;
        Insert(local);
        highest = Math.Max(highest, BucketOf(local));
    }

    private void Insert(int local)
    {
        ref var first = ref _bucketFirst[BucketOf(local)];
        (_bucketNext[local], _bucketBefore[local]) = (first, None);
        if (first != None)
            _bucketBefore[first] = local;
        first = local;
    }

    private void Remove(int local)
    {
        if (_bucketBefore[local] != None)
            _bucketNext[_bucketBefore[local]] = _bucketNext[local];
        else
            _bucketFirst[BucketOf(local)] = _bucketNext[local];
        if (_bucketNext[local] != None)
            _bucketBefore[_bucketNext[local]] = _bucketBefore[local];
    }
}
