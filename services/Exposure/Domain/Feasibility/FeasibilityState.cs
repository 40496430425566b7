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
    private readonly int[] _withoutAlternative;
    private readonly List<int> _died = [];
    private readonly List<int> _lost = [];

    /// <summary>Starts with nothing gone but what lacks an alternative from the start.</summary>
    public FeasibilityState(RequirementNet net)
    {
        _net = net;
        _alternatives = [.. net.Requirements.Select(requirement => requirement.Flows.Count)];
        _dead = new bool[net.Nodes.Count];
        _withoutAlternative = [.. net.Requirements.Where(requirement => requirement.Flows.Count == 0).Select(requirement => requirement.Buyer)];
        Reset();
    }

    /// <summary>True where place 0 cannot produce.</summary>
    public bool IsTargetDead => _dead[0];

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

    /// <summary>
    /// Places that suffice for place 0, itself included: each of them finds an alternative of everything it needs among them. A node that is not
    /// among them is no single point of failure. Only where place 0 is alive.
    /// </summary>
    public HashSet<int> Support()
    {
        var support = new HashSet<int> { 0 };
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var place))
        {
            foreach (var requirement in _net.NeedsOf(place).Select(need => _net.Requirements[need]))
            {
                if (requirement.Suppliers.Any(support.Contains))
                    continue;
                var chosen = requirement.Suppliers.First(supplier => !_dead[supplier]);
                support.Add(chosen);
                open.Enqueue(chosen);
            }
        }
        return support;
    }

    private void Reset()
    {
        foreach (var requirement in _lost)
            _alternatives[requirement]++;
        foreach (var place in _died)
            _dead[place] = false;
        _lost.Clear();
        _died.Clear();
        foreach (var place in _withoutAlternative)
            Kill(place);
        Spread(0);
    }

    private void Kill(int place)
    {
        if (_dead[place])
            return;
        _dead[place] = true;
        _died.Add(place);
    }

    // Stops once place 0 is dead: what killed it is dead by then.
    private void Spread(int from)
    {
        for (var next = from; next < _died.Count && !_dead[0]; next++)
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
