namespace GeoGraph.Exposure.Structure;

/// <summary>
/// Strongly connected components of arcs between places, by Tarjan's algorithm (1972) with a stack of its own, so that a long chain
/// cannot overflow the machine's. A component is complete before any component that has an arc to it.
/// </summary>
internal sealed class Components
{
    private readonly int[] _firstArc;
    private readonly int[] _heads;
    private readonly int[] _index;
    private readonly int[] _low;
    private readonly int[] _nextArc;
    private readonly int[] _members;
    private readonly List<int> _starts = [];
    private readonly Stack<int> _open = new();
    private readonly Stack<int> _path = new();
    private readonly bool[] _isOpen;
    private int _found;
    private int _done;

    private Components(int[] firstArc, int[] heads)
    {
        var count = firstArc.Length - 1;
        (_firstArc, _heads) = (firstArc, heads);
        (_index, _low, _nextArc, _members, _isOpen) = (new int[count], new int[count], new int[count], new int[count], new bool[count]);
    }

    /// <summary>How many components there are.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The places of a component, in ascending order.</summary>
    public ReadOnlySpan<int> this[int component] => _members.AsSpan(_starts[component].._starts[component + 1]);

    /// <summary>Finds the components.</summary>
    /// <param name="firstArc">By place: its first arc, inclusive; the next entry is the end.</param>
    /// <param name="heads">By arc: the place that it leads to; negative for no arc.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Components Find(int[] firstArc, int[] heads, CancellationToken cancellationToken)
    {
        var found = new Components(firstArc, heads);
        for (var place = 0; place < firstArc.Length - 1; place++)
        {
            if (found._index[place] == 0)
                found.Search(place, cancellationToken);
        }
        found._starts.Add(found._done);
        return found;
    }

    /// <summary>The rank of each place, 0 for what nothing else leads to, and how many places each rank has. Places of one component share a rank.</summary>
    public (int[] Rank, int[] Size) Ranks()
    {
        var (rank, size) = (new int[_members.Length], new int[Count]);
        for (var component = 0; component < Count; component++)
        {
            // Components are complete in the opposite order: those that lead nowhere first.
            var own = Count - 1 - component;
            size[own] = this[component].Length;
            foreach (var place in this[component])
                rank[place] = own;
        }
        return (rank, size);
    }

    private void Search(int root, CancellationToken cancellationToken)
    {
        Enter(root);
        for (var step = 1; _path.TryPeek(out var place); step++)
        {
            if (step % 65536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (_nextArc[place] < _firstArc[place + 1])
                Follow(place, _heads[_nextArc[place]++]);
            else
                Leave(place);
        }
    }

    private void Enter(int place)
    {
        _index[place] = _low[place] = ++_found;
        _nextArc[place] = _firstArc[place];
        _isOpen[place] = true;
        _open.Push(place);
        _path.Push(place);
    }

    private void Follow(int place, int head)
    {
        if (head < 0)
            return;
        if (_index[head] == 0)
            Enter(head);
        else if (_isOpen[head])
            _low[place] = Math.Min(_low[place], _index[head]);
    }

    private void Leave(int place)
    {
        _path.Pop();
        if (_path.TryPeek(out var before))
            _low[before] = Math.Min(_low[before], _low[place]);
        if (_low[place] != _index[place])
            return;
        var start = _done;
        _starts.Add(start);
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            _members[_done++] = member;
        }
        while (member != place);
        Array.Sort(_members, start, _done - start);
    }
}
