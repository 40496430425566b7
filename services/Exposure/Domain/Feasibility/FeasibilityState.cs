namespace GeoGraph.Exposure.Feasibility;

/// <summary>How far back a state can be taken.</summary>
internal readonly record struct FeasibilityMark(int Died, int Lost);

/// <summary>
/// Which nodes of a net can still produce when some are gone. A node can where every requirement has at least one alternative whose
/// supplier can: the <b>greatest</b> fixpoint, so that suppliers in a circle keep one another alive, as running plants do, until something outside the circle
/// that one of them needs is gone. Removals add up and are taken back to a mark. Not thread-safe.
/// </summary>
internal sealed class FeasibilityState
{
    private readonly RequirementNet _net;
    private readonly int[] _alternatives;
    private readonly bool[] _dead;
    private readonly bool[] _vital;
    private readonly List<int> _died = [];
    private readonly List<int> _lost = [];

    /// <summary>Starts with nothing gone but what lacks an alternative from the start.</summary>
    public FeasibilityState(RequirementNet net)
    {
        _net = net;
        (_dead, _vital, _alternatives) = (new bool[net.Count], new bool[net.Count], new int[net.RequirementCount]);
        _vital[0] = true;
        for (var requirement = 0; requirement < _alternatives.Length; requirement++)
        {
            _alternatives[requirement] = net.FirstAlternative(requirement + 1) - net.FirstAlternative(requirement);
            if (_alternatives[requirement] == 0)
                Kill(net.Buyer(requirement));
        }
        Spread(0);
    }

    /// <summary>The net.</summary>
    public RequirementNet Net => _net;

    /// <summary>True where place 0 cannot produce, or something vital to it is gone.</summary>
    public bool IsTargetDead { get; private set; }

    /// <summary>Where the state stands, to come back to.</summary>
    public FeasibilityMark Mark => new(_died.Count, _lost.Count);

    /// <summary>How many steps were made so far, as a measure of work.</summary>
    public long Steps { get; set; }

    /// <summary>True where the node at a place cannot produce.</summary>
    public bool IsDead(int place) => _dead[place];

    /// <summary>True where no alternative of a requirement is left.</summary>
    public bool IsUnmet(int requirement) => _alternatives[requirement] == 0;

    /// <summary>Says whether place 0 is known to die with a place, so that nothing need be followed further.</summary>
    public void SetVital(int place, bool vital) => _vital[place] = vital || place == 0;

    /// <summary>Takes more nodes away. True where place 0 dies; what else dies after that is not followed.</summary>
    public bool Remove(params ReadOnlySpan<int> places)
    {
        var from = _died.Count;
        foreach (var place in places)
            Kill(place);
        Spread(from);
        return IsTargetDead;
    }

    /// <summary>Brings back everything that was taken away after a mark.</summary>
    public void Undo(FeasibilityMark mark)
    {
        for (var i = mark.Lost; i < _lost.Count; i++)
            _alternatives[_lost[i]]++;
        for (var i = mark.Died; i < _died.Count; i++)
            _dead[_died[i]] = false;
        _lost.RemoveRange(mark.Lost, _lost.Count - mark.Lost);
        _died.RemoveRange(mark.Died, _died.Count - mark.Died);
        IsTargetDead = _dead[0];
    }

    private void Kill(int place)
    {
        if (_dead[place])
            return;
        _dead[place] = true;
        _died.Add(place);
        IsTargetDead |= _vital[place];
    }

    private void Spread(int from)
    {
        for (var next = from; next < _died.Count && !IsTargetDead; next++)
        {
            var uses = _net.Uses(_died[next]);
            Steps += uses.Length + 1;
            foreach (var requirement in uses)
            {
                _lost.Add(requirement);
                if (--_alternatives[requirement] == 0)
                    Kill(_net.Buyer(requirement));
            }
        }
    }
}
