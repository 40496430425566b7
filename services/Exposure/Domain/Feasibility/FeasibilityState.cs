namespace GeoGraph.Exposure.Feasibility;

/// <summary>
/// Which nodes of a net can still produce when some are gone. A node can where every requirement has at least one alternative whose
/// supplier can: the <b>greatest</b> fixpoint, so that suppliers in a circle keep one another alive, as running plants do, until something outside the circle
/// that one of them needs is gone. Not thread-safe; used for one removal after another.
/// </summary>
internal sealed class FeasibilityState
{
    private readonly RequirementNet _net;
    private readonly int[] _alternatives;
    private readonly bool[] _dead;
    private readonly List<int> _died = [];
    private readonly List<int> _lost = [];

    /// <summary>Starts with nothing gone but what lacks an alternative from the start.</summary>
    public FeasibilityState(RequirementNet net)
    {
        _net = net;
        _alternatives = [.. net.Requirements.Select(requirement => requirement.Flows.Count)];
        _dead = new bool[net.Nodes.Count];
        Reset();
    }

    /// <summary>True where the node at a place cannot produce.</summary>
    public bool IsDead(int place) => _dead[place];

    /// <summary>True where no alternative of a requirement is left.</summary>
    public bool IsUnmet(int requirement) => _alternatives[requirement] == 0;

    /// <summary>Brings everything back, then takes the nodes at these places away.</summary>
    public void Remove(params IEnumerable<int> places)
    {
        Reset();
        var settled = _died.Count;
        foreach (var place in places)
            Kill(place);
        Spread(settled);
    }

    private void Reset()
    {
        foreach (var requirement in _lost)
            _alternatives[requirement]++;
        foreach (var place in _died)
            _dead[place] = false;
        _lost.Clear();
        _died.Clear();
        foreach (var requirement in _net.Requirements)
        {
            if (requirement.Flows.Count == 0)
                Kill(requirement.Buyer);
        }
        Spread(0);
    }

    private void Kill(int place)
    {
        if (_dead[place])
            return;
        _dead[place] = true;
        _died.Add(place);
    }

    private void Spread(int from)
    {
        for (var next = from; next < _died.Count; next++)
        {
            foreach (var requirement in _net.SuppliesTo(_died[next]))
            {
                _lost.Add(requirement);
                if (--_alternatives[requirement] == 0)
                    Kill(_net.Requirements[requirement].Buyer);
            }
        }
    }
}
