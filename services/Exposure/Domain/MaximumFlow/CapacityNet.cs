using System.Runtime.CompilerServices;

namespace GeoGraph.Exposure.MaximumFlow;

/// <summary>
/// Maximum flow by Dinic's algorithm (1970), followed upstream: from the buyer, place 0, against the flows to any place where goods may come from.
/// Levels are shortest numbers of flows from the buyer; each round saturates all shortest ways. A flow that carries something is linked to its supplier when it
/// first does, so that rerouting needs no table of its own. Capacities are whole numbers; the arithmetic is exact.
/// What loops over flows is compiled in full at its first call, for one call runs long.
/// </summary>
internal sealed class CapacityNet
{
    /// <summary>Stands for no stated capacity.</summary>
    public const long Unlimited = long.MaxValue;

    private const int None = -1;
    private const int NotLinked = -2;
    private readonly int[] _firstIn;
    private readonly int[] _suppliers;
    private readonly long[] _capacities;
    private readonly long[] _left;
    private readonly bool[] _isSource;
    private readonly int[] _buyers;
    private readonly int[] _level;
    private readonly int[] _queue;
    private readonly int[] _nextIn;
    private readonly int[] _nextOut;
    private readonly int[] _firstCarried;
    private readonly int[] _nextCarried;
    private int _sourceLevel;

    /// <summary>Takes the flows into each place, and where goods may come from.</summary>
    /// <param name="firstIn">By place: its first flow, inclusive; the next entry is the end.</param>
    /// <param name="suppliers">By flow: the place of its supplier.</param>
    /// <param name="buyers">By flow: the place of its buyer.</param>
    /// <param name="capacities">By flow: what it can carry, not negative; <see cref="Unlimited"/> where not stated.</param>
    /// <param name="isSource">By place: true where any amount may come from; never place 0.</param>
    public CapacityNet(int[] firstIn, int[] suppliers, int[] buyers, long[] capacities, bool[] isSource)
    {
        (_firstIn, _suppliers, _buyers, _capacities, _isSource) = (firstIn, suppliers, buyers, capacities, isSource);
        var places = firstIn.Length - 1;
        _left = (long[])capacities.Clone();
        (_level, _queue, _nextIn, _nextOut, _firstCarried) = (new int[places], new int[places], new int[places], new int[places], new int[places]);
        _nextCarried = new int[suppliers.Length];
        Array.Fill(_firstCarried, None);
        Array.Fill(_nextCarried, NotLinked);
    }

    /// <summary>What arrives at the buyer.</summary>
    public Int128 Total { get; private set; }

    /// <summary>What a flow carries.</summary>
    public long Carried(int flow) => _capacities[flow] - _left[flow];

    /// <summary>True where a place is on the buyer's side of the minimum cut nearest to the buyer. Only after <see cref="Run"/>.</summary>
    public bool IsBuyersSide(int place) => _level[place] != None;

    /// <summary>Finds the maximum flow.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        while (FindLevels())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _firstIn.AsSpan(0, _nextIn.Length).CopyTo(_nextIn);
            _firstCarried.CopyTo(_nextOut, 0);
            Saturate(cancellationToken);
        }
    }

    // Breadth first from the buyer; stops below the level at which the first source lies. False where no source is reached.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool FindLevels()
    {
        Array.Fill(_level, None);
        _level[0] = 0;
        var end = 1;
        _sourceLevel = int.MaxValue;
        for (var next = 0; next < end; next++)
        {
            var place = _queue[next];
            if (_level[place] >= _sourceLevel)
                break;
            var level = _level[place] + 1;
            for (var flow = _firstIn[place]; flow < _firstIn[place + 1]; flow++)
            {
                var supplier = _suppliers[flow];
                if (_level[supplier] != None || _left[flow] == 0)
                    continue;
                _level[supplier] = level;
                _queue[end++] = supplier;
                if (_isSource[supplier])
                    _sourceLevel = level;
            }
            for (var flow = _firstCarried[place]; flow != None; flow = _nextCarried[flow])
            {
                var buyer = _buyers[flow];
                if (_level[buyer] != None || _left[flow] == _capacities[flow])
                    continue;
                _level[buyer] = level;
                _queue[end++] = buyer;
            }
        }
        return _sourceLevel != int.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Saturate(CancellationToken cancellationToken)
    {
        // A step is a flow followed upstream, or, as its complement, one of which what it carries is taken back.
        var path = new List<int>();
        var place = 0;
        for (var step = 1; ; step++)
        {
            if (step % 65536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (_isSource[place])
            {
                place = Augment(path);
            }
            else if (Advance(place) is { } taken)
            {
                path.Add(taken);
                place = taken >= 0 ? _suppliers[taken] : _buyers[~taken];
            }
            else if (place == 0)
            {
                return;
            }
            else
            {
                _level[place] = int.MaxValue;
                place = path[^1] >= 0 ? _buyers[path[^1]] : _suppliers[~path[^1]];
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int? Advance(int place)
    {
        var level = _level[place] + 1;
        if (level > _sourceLevel)
            return null;
        for (; _nextIn[place] < _firstIn[place + 1]; _nextIn[place]++)
        {
            var flow = _nextIn[place];
            if (_left[flow] > 0 && _level[_suppliers[flow]] == level)
                return flow;
        }
        for (; _nextOut[place] != None; _nextOut[place] = _nextCarried[_nextOut[place]])
        {
            var flow = _nextOut[place];
            if (_left[flow] < _capacities[flow] && _level[_buyers[flow]] == level)
                return ~flow;
        }
        return null;
    }

    // Sends what the way allows and goes back to before its first step that allows no more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Augment(List<int> path)
    {
        var amount = long.MaxValue;
        foreach (var step in path)
            amount = Math.Min(amount, step >= 0 ? _left[step] : Carried(~step));
        Total += amount;
        var cut = path.Count;
        for (var i = path.Count - 1; i >= 0; i--)
        {
            var flow = path[i] >= 0 ? path[i] : ~path[i];
            if (path[i] >= 0 && _left[flow] == _capacities[flow])
                Link(flow);
            _left[flow] += path[i] >= 0 ? -amount : amount;
            if ((path[i] >= 0 ? _left[flow] : Carried(flow)) == 0)
                cut = i;
        }
        var from = path[cut] >= 0 ? _buyers[path[cut]] : _suppliers[~path[cut]];
        path.RemoveRange(cut, path.Count - cut);
        return from;
    }

    private void Link(int flow)
    {
        if (_nextCarried[flow] != NotLinked)
            return;
        _nextCarried[flow] = _firstCarried[_suppliers[flow]];
        _firstCarried[_suppliers[flow]] = flow;
    }
}
