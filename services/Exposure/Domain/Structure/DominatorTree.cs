using System.Runtime.CompilerServices;

namespace GeoGraph.Exposure.Structure;

/// <summary>
/// Dominators of places from place 0, by the semi-NCA algorithm (Georgiadis 2005): Lengauer and Tarjan's semidominators, then nearest common ancestors.
/// A place d dominates a place w where every way from place 0 to w passes d. Works on numbers in order of discovery; nothing recurs.
/// What loops over arcs is compiled in full at its first call, for one call runs long.
/// </summary>
internal sealed class DominatorTree
{
    private const int StepsBetweenChecks = 65536;
    private readonly int[] _firstArc;
    private readonly int[] _heads;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _number;
    private readonly int[] _parent;
    private readonly int[] _semi;
    private readonly int[] _label;
    private readonly int[] _dominator;
    private readonly int[] _trail;

    private DominatorTree(int[] firstArc, int[] heads, CancellationToken cancellationToken)
    {
        (_firstArc, _heads, _cancellationToken) = (firstArc, heads, cancellationToken);
        var count = firstArc.Length - 1;
        Order = new int[count];
        _number = new int[count];
        (_parent, _semi, _label, _dominator, _trail) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
    }

    /// <summary>How many places are reached, place 0 included.</summary>
    public int Reached { get; private set; }

    /// <summary>Places in order of discovery, place 0 first; a place comes after its dominator. Only the first <see cref="Reached"/> count.</summary>
    public int[] Order { get; }

    /// <summary>Builds the tree.</summary>
    /// <param name="firstArc">By place: its first arc, inclusive; the next entry is the end.</param>
    /// <param name="heads">By arc: the place that it leads to.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DominatorTree Find(int[] firstArc, int[] heads, CancellationToken cancellationToken)
    {
        var tree = new DominatorTree(firstArc, heads, cancellationToken);
        tree.Number();
        var (first, tails) = tree.Incoming();
        tree.FindSemidominators(first, tails);
        for (var w = 1; w < tree.Reached; w++)
        {
            var candidate = tree._dominator[w];
            while (candidate > tree._semi[w])
                candidate = tree._dominator[candidate];
            tree._dominator[w] = candidate;
        }
        return tree;
    }

    /// <summary>The immediate dominator of a place that is reached; place 0 for itself.</summary>
    public int Of(int place) => Order[_dominator[_number[place]]];

    /// <summary>Sums a quantity over everything that a place dominates, itself included.</summary>
    /// <param name="ofPlace">By place: the quantity.</param>
    public long[] SumsBelow(Func<int, long> ofPlace)
    {
        var sums = new long[Order.Length];
        for (var w = Reached - 1; w >= 0; w--)
        {
            sums[Order[w]] += ofPlace(Order[w]);
            if (w > 0)
                sums[Order[_dominator[w]]] += sums[Order[w]];
        }
        return sums;
    }

    // Depth first from place 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Number()
    {
        Array.Fill(_number, -1);
        var next = (int[])_firstArc.Clone();
        Enter(0, 0);
        for (int at = 0, step = 1; ; step++)
        {
            if (step % StepsBetweenChecks == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            var place = Order[at];
            if (next[place] < _firstArc[place + 1])
            {
                var head = _heads[next[place]++];
                if (_number[head] < 0)
                    at = Enter(head, at);
            }
            else if (at == 0)
            {
                break;
            }
            else
            {
                at = _parent[at];
            }
        }
        for (var w = 0; w < Reached; w++)
            (_semi[w], _label[w], _dominator[w]) = (w, w, _parent[w]);
    }

    private int Enter(int place, int parent)
    {
        (Order[Reached], _number[place], _parent[Reached]) = (place, Reached, parent);
        return Reached++;
    }

    // For each number the numbers of the places that have an arc to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] First, int[] Tails) Incoming()
    {
        var first = new int[Reached + 1];
        for (var w = 0; w < Reached; w++)
        {
            for (var arc = _firstArc[Order[w]]; arc < _firstArc[Order[w] + 1]; arc++)
                first[_number[_heads[arc]]]++;
        }
        for (int w = 0, sum = 0; w <= Reached; w++)
            (first[w], sum) = (sum, sum + first[w]);
        var tails = new int[first[Reached]];
        for (var w = Reached - 1; w >= 0; w--)
        {
            for (var arc = _firstArc[Order[w]]; arc < _firstArc[Order[w] + 1]; arc++)
                tails[first[_number[_heads[arc]]]++] = w;
        }
        // Filling moved each start to the next one's.
        Array.Copy(first, 0, first, 1, Reached);
        first[0] = 0;
        return (first, tails);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindSemidominators(int[] first, int[] tails)
    {
        for (var w = Reached - 1; w > 0; w--)
        {
            if (w % StepsBetweenChecks == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            var semi = _parent[w];
            for (var i = first[w]; i < first[w + 1]; i++)
                semi = Math.Min(semi, _semi[Evaluate(tails[i], w)]);
            _semi[w] = semi;
        }
    }

    // The number with the least semidominator on the way from v up to what is linked so far, all numbers above w; shortens the way.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Evaluate(int v, int w)
    {
        if (_parent[v] <= w)
            return _label[v];
        var depth = 0;
        do
        {
            _trail[depth++] = v;
            v = _parent[v];
        }
        while (_parent[v] > w);
        var (above, best) = (v, _label[v]);
        do
        {
            v = _trail[--depth];
            _parent[v] = _parent[above];
            if (_semi[best] < _semi[_label[v]])
                _label[v] = best;
            else
                best = _label[v];
            above = v;
        }
        while (depth > 0);
        return _label[v];
    }
}
