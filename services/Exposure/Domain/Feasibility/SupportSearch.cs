namespace GeoGraph.Exposure.Feasibility;

/// <summary>
/// Finds supports: places that suffice for place 0, itself included, as each of them finds an alternative of everything it needs among them. Whatever stops place 0
/// takes something out of every support. Buffers are kept from one search to the next. Not thread-safe.
/// </summary>
internal sealed class SupportSearch(FeasibilityState state)
{
    private readonly int[] _seen = new int[state.Net.Count];
    private readonly byte[] _cost = new byte[state.Net.Count];
    private readonly List<int> _support = [];
    private int _round;

    /// <summary>True where the last support holds a place.</summary>
    public bool Contains(int place) => _seen[place] == _round;

    /// <summary>Says how much a place is to be avoided, 0 to 255: of several alternatives the least is taken, of equals the first.</summary>
    public void SetCost(int place, byte cost) => _cost[place] = cost;

    /// <summary>A support among what is alive, valid until the next search. Only where place 0 is alive.</summary>
    public IReadOnlyList<int> Find()
    {
        _round++;
        _support.Clear();
        Take(0);
        for (var next = 0; next < _support.Count; next++)
        {
            var net = state.Net;
            for (var need = net.FirstNeed(_support[next]); need < net.FirstNeed(_support[next] + 1); need++)
            {
                if (Cheapest(need) is { } supplier)
                    Take(supplier);
            }
        }
        state.Steps += _support.Count;
        return _support;
    }

    private void Take(int place)
    {
        _seen[place] = _round;
        _support.Add(place);
    }

    // Null where an alternative is in the support already.
    private int? Cheapest(int requirement)
    {
        var net = state.Net;
        var (best, cost) = (-1, int.MaxValue);
        var (first, end) = (net.FirstAlternative(requirement), net.FirstAlternative(requirement + 1));
        state.Steps += end - first;
        for (var alternative = first; alternative < end; alternative++)
        {
            var supplier = net.Supplier(alternative);
            if (_seen[supplier] == _round)
                return null;
            if (!state.IsDead(supplier) && _cost[supplier] < cost)
                (best, cost) = (supplier, _cost[supplier]);
        }
        return best;
    }
}
