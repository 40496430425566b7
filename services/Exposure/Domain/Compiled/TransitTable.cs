namespace GeoGraph.Exposure.Compiled;

/// <summary>The passage of one flow through one chokepoint.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Chokepoint">Index of the chokepoint's node.</param>
/// <param name="Share">Share of the flow, 0 to 1; null where not stated.</param>
/// <param name="Inferred">True where worked out from the route.</param>
internal readonly record struct Transit(int Flow, int Chokepoint, decimal? Share, bool Inferred);

/// <summary>Passages in order of flow and chokepoint. Flows that pass nothing take no room.</summary>
internal sealed class TransitTable
{
    private readonly Transit[] _transits;
    private readonly Csr _byChokepoint;

    /// <summary>Takes passages sorted by flow.</summary>
    public TransitTable(int nodeCount, Transit[] transits)
    {
        _transits = transits;
        _byChokepoint = new Csr(nodeCount, Array.ConvertAll(transits, transit => transit.Chokepoint));
    }

    /// <summary>What a flow passes, by binary search.</summary>
    public ReadOnlySpan<Transit> OfFlow(int flow)
    {
        var first = LowerBound(flow);
        var end = first;
        while (end < _transits.Length && _transits[end].Flow == flow)
            end++;
        return _transits.AsSpan(first..end);
    }

    /// <summary>The passages through a chokepoint, in order of flow.</summary>
    public IEnumerable<Transit> ThroughChokepoint(int chokepoint)
    {
        var indices = _byChokepoint[chokepoint].ToArray();
        return indices.Select(index => _transits[index]);
    }

    private int LowerBound(int flow)
    {
        var low = 0;
        var high = _transits.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_transits[middle].Flow < flow)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
