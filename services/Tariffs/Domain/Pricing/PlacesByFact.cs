namespace GeoGraph.Tariffs;

/// <summary>For some facts a set of places each; cleared and used again without allocating. Not thread-safe.</summary>
/// <param name="places">How many places there are.</param>
internal sealed class PlacesByFact(int places)
{
    private readonly List<string> _facts = [];
    private readonly List<bool[]> _sets = [];
    private int _count;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a place to a fact's set.</summary>
    public void Add(string fact, int place)
    {
        var i = IndexOf(fact);
        if (i < 0)
            Begin(fact, i = _count++);
        _sets[i][place] = true;
    }

    /// <summary>True where a fact's set has all of some places.</summary>
    public bool HasAll(string fact, int[] wanted)
    {
        var i = IndexOf(fact);
        return i >= 0 && Array.TrueForAll(wanted, place => _sets[i][place]);
    }

    /// <summary>The facts, each with its places in growing order.</summary>
    public IEnumerable<(string Fact, int[] Places)> All() =>
        Enumerable.Range(0, _count).Select(i => (_facts[i], Enumerable.Range(0, places).Where(place => _sets[i][place]).ToArray()));

    /// <summary>True where another has the same facts in the same order, with the same places.</summary>
    public bool IsSame(PlacesByFact other)
    {
        if (_count != other._count)
            return false;
        for (var i = 0; i < _count; i++)
        {
            if (_facts[i] != other._facts[i] || !_sets[i].AsSpan().SequenceEqual(other._sets[i]))
                return false;
        }
        return true;
    }

    /// <summary>Another with the same facts and places.</summary>
    public PlacesByFact Copy()
    {
        var copy = new PlacesByFact(places);
        copy.Take(this);
        return copy;
    }

    /// <summary>Takes the facts and places of another in place of its own.</summary>
    public void Take(PlacesByFact other)
    {
        Clear();
        for (var i = 0; i < other._count; i++)
        {
            Begin(other._facts[i], _count++);
            other._sets[i].CopyTo(_sets[i], 0);
        }
    }

    private int IndexOf(string fact)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_facts[i] == fact)
                return i;
        }
        return -1;
    }

    private void Begin(string fact, int i)
    {
        if (i == _facts.Count)
        {
            _facts.Add(fact);
            _sets.Add(new bool[places]);
            return;
        }
        _facts[i] = fact;
        Array.Clear(_sets[i]);
    }
}
