using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>The passage of a flow through one chokepoint.</summary>
/// <param name="Chokepoint">Index of the chokepoint's node.</param>
/// <param name="Share">Share of the flow, 0 to 1; null where not stated.</param>
/// <param name="Inferred">True where worked out from the route.</param>
internal readonly record struct Passage(int Chokepoint, decimal? Share, bool Inferred);

/// <summary>The passage of one flow through one chokepoint.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Chokepoint">Index of the chokepoint's node.</param>
/// <param name="Share">Share of the flow, 0 to 1; null where not stated.</param>
/// <param name="Inferred">True where worked out from the route.</param>
internal readonly record struct Transit(int Flow, int Chokepoint, decimal? Share, bool Inferred);

/// <summary>
/// What flows pass: as their sources state, else as it is inferred for their ends. Flows share lists of passages; a graph in which no flow states any
/// takes no room for them.
/// </summary>
internal sealed class TransitTable
{
    private readonly PackedColumn _listOfFlow;
    private readonly FlowTable _flows;
    private readonly GroupTable _groups;
    private readonly IInferredPassages? _inferred;

    /// <summary>Takes the list of each flow; -1 for a flow that states no transit.</summary>
    public TransitTable(PackedColumn listOfFlow, PassageLists lists, FlowTable flows, GroupTable groups, IInferredPassages? inferred = null) =>
        (_listOfFlow, Lists, _flows, _groups, _inferred) = (listOfFlow, lists, flows, groups, inferred);

    /// <summary>The lists.</summary>
    public PassageLists Lists { get; }

    /// <summary>The list of each flow; -1 for a flow that states no transit.</summary>
    public PackedColumn ListOfFlow => _listOfFlow;

    /// <summary>Bytes that it takes, without what is inferred.</summary>
    public long Bytes => _listOfFlow.Bytes + Lists.Bytes;

    /// <summary>What a flow passes, in order of chokepoint.</summary>
    public ReadOnlySpan<Passage> OfFlow(int flow)
    {
        var list = _listOfFlow[flow];
        return list >= 0 ? Lists.Accepted(list) : _inferred is null ? [] : _inferred.Between(_flows.Supplier(flow), _groups.Buyer(_flows.Group(flow)));
    }

    /// <summary>True where some passage of the flow is inferred.</summary>
    public bool IsInferred(int flow)
    {
        foreach (var passage in OfFlow(flow))
        {
            if (passage.Inferred)
                return true;
        }
        return false;
    }

    /// <summary>The passages through a chokepoint, in order of flow.</summary>
    public IEnumerable<Transit> ThroughChokepoint(int chokepoint)
    {
        var passing = PassingLists(chokepoint);
        for (var flow = 0; flow < _flows.Count; flow++)
        {
            var list = _listOfFlow[flow];
            if ((list < 0 ? _inferred is not null : passing[list]) && Find(flow, chokepoint) is { } passage)
                yield return new Transit(flow, chokepoint, passage.Share, passage.Inferred);
        }
    }

    /// <summary>The table with other inferred passages.</summary>
    public TransitTable With(IInferredPassages? inferred) => new(_listOfFlow, Lists, _flows, _groups, inferred);

    private bool[] PassingLists(int chokepoint)
    {
        var passing = new bool[Lists.Count];
        for (var list = 0; list < passing.Length; list++)
            passing[list] = Array.Exists(Lists.Accepted(list), passage => passage.Chokepoint == chokepoint);
        return passing;
    }

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
