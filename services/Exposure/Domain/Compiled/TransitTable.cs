namespace GeoGraph.Exposure.Compiled;

/// <summary>The passage of a flow through one chokepoint.</summary>
/// <param name="Chokepoint">Index of the chokepoint's node.</param>
/// <param name="Share">Share of the flow, 0 to 1, kept to nine decimals; null where not stated.</param>
/// <param name="Inferred">True where worked out from the route.</param>
internal readonly record struct Passage(int Chokepoint, decimal? Share, bool Inferred);

/// <summary>The passage of one flow through one chokepoint.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Chokepoint">Index of the chokepoint's node.</param>
/// <param name="Share">Share of the flow, 0 to 1; null where not stated.</param>
/// <param name="Inferred">True where worked out from the route.</param>
internal readonly record struct Transit(int Flow, int Chokepoint, decimal? Share, bool Inferred);

/// <summary>
/// What flows pass: as their sources state, else as it is inferred for their ends.
/// </summary>
internal sealed class TransitTable
{
    private static readonly Passage[] Nothing = [];
    private readonly Dictionary<int, Passage[]> _stated;
    private readonly FlowTable _flows;
    private readonly GroupTable _groups;
    private readonly IInferredPassages? _inferred;

    /// <summary>Takes the passages of the flows that state transits, whether or not any was accepted.</summary>
    public TransitTable(Dictionary<int, Passage[]> stated, FlowTable flows, GroupTable groups, IInferredPassages? inferred = null) =>
        (_stated, _flows, _groups, _inferred) = (stated, flows, groups, inferred);

    /// <summary>What a flow passes, in order of chokepoint.</summary>
    public ReadOnlySpan<Passage> OfFlow(int flow) =>
        _stated.TryGetValue(flow, out var stated) ? stated : _inferred is null ? Nothing : _inferred.Between(_flows.Supplier(flow), _groups.Buyer(_flows.Group(flow)));

    /// <summary>The passages through a chokepoint, in order of flow.</summary>
    public IEnumerable<Transit> ThroughChokepoint(int chokepoint)
    {
        for (var flow = 0; flow < _flows.Count; flow++)
        {
            if (Find(flow, chokepoint) is { } passage)
                yield return new Transit(flow, chokepoint, passage.Share, passage.Inferred);
        }
    }

    /// <summary>The table with other inferred passages.</summary>
    public TransitTable With(IInferredPassages? inferred) => new(_stated, _flows, _groups, inferred);

    private Passage? Find(int flow, int chokepoint)
    {
        foreach (var passage in OfFlow(flow))
        {
            if (passage.Chokepoint == chokepoint)
                return passage;
        }
        return null;
    }
}
