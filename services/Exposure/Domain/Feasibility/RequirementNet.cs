using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Feasibility;

/// <summary>An input group that its buyer cannot do without.</summary>
/// <param name="Buyer">Place of the buyer among the net's nodes.</param>
/// <param name="Flows">The alternatives.</param>
/// <param name="Suppliers">The place of each alternative's supplier.</param>
internal sealed record Requirement(int Buyer, IReadOnlyList<int> Flows, IReadOnlyList<int> Suppliers);

/// <summary>
/// What a buyer needs, and its suppliers, and theirs: the essential groups upstream of place 0, over every tier. A flow that the
/// evidence rule leaves out is no alternative.
/// </summary>
internal sealed class RequirementNet
{
    private readonly GraphView _view;
    private readonly int _maxRelations;
    private readonly List<int> _nodes = [];
    private readonly List<Requirement> _requirements = [];
    private readonly List<List<int>> _needsOf = [];
    private readonly List<List<int>> _suppliesTo = [];
    private readonly Dictionary<int, int> _placeOf = [];

    private RequirementNet(GraphView view, int maxRelations)
    {
        _view = view;
        _maxRelations = maxRelations;
    }

    /// <summary>The graph's node at each place.</summary>
    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>All requirements.</summary>
    public IReadOnlyList<Requirement> Requirements => _requirements;

    /// <summary>Flows read.</summary>
    public int FlowCount { get; private set; }

    /// <summary>Flows that hold on the date and were left out by the evidence rule.</summary>
    public int LeftOut { get; private set; }

    /// <summary>True where the limit on relations was reached: some node's requirements are missing.</summary>
    public bool CutByLimit { get; private set; }

    /// <summary>The requirements of the node at a place.</summary>
    public IReadOnlyList<int> NeedsOf(int place) => _needsOf[place];

    /// <summary>The requirements that the node at a place is an alternative of; once for each of its flows.</summary>
    public IReadOnlyList<int> SuppliesTo(int place) => _suppliesTo[place];

    /// <summary>The place of a node of the graph, or null where it is not upstream.</summary>
    public int? PlaceOf(int node) => _placeOf.TryGetValue(node, out var place) ? place : null;

    /// <summary>The net upstream of a node.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="node">The buyer, which gets place 0.</param>
    /// <param name="groups">Input groups that place 0 stands for, essential or not; null for the node's essential groups.</param>
    /// <param name="maxRelations">How many flows are read at most.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static RequirementNet Upstream(GraphView view, int node, IReadOnlyList<int>? groups, int maxRelations, CancellationToken cancellationToken)
    {
        var net = new RequirementNet(view, maxRelations);
        net.Add(node);
        if (groups is null)
            net._placeOf[node] = 0;
        net.Expand(0, groups ?? EssentialGroups(view, node));
        for (var place = 1; place < net._nodes.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            net.Expand(place, EssentialGroups(view, net._nodes[place]));
        }
        return net;
    }

    private static List<int> EssentialGroups(GraphView view, int node) => view.SupplyGroups(node).FindAll(view.IsEssential);

    private void Expand(int place, IReadOnlyList<int> groups)
    {
        foreach (var group in groups)
        {
            var flows = CountedFlows(group);
            if (FlowCount + flows.Count > _maxRelations)
            {
                CutByLimit = true;
                continue;
            }
            FlowCount += flows.Count;
            var requirement = new Requirement(place, flows, flows.ConvertAll(flow => PlaceOrAdd(_view.Graph.Flows.Supplier(flow))));
            foreach (var supplier in requirement.Suppliers)
                _suppliesTo[supplier].Add(_requirements.Count);
            _needsOf[place].Add(_requirements.Count);
            _requirements.Add(requirement);
        }
    }

    private List<int> CountedFlows(int group)
    {
        var flows = new List<int>();
        for (var flow = _view.Graph.Groups.FirstFlow(group); flow < _view.Graph.Groups.EndFlow(group); flow++)
        {
            if (_view.Counts(flow))
                flows.Add(flow);
            else if (_view.Holds(flow))
                LeftOut++;
        }
        return flows;
    }

    private int PlaceOrAdd(int node)
    {
        if (!_placeOf.TryGetValue(node, out var place))
            _placeOf[node] = place = Add(node);
        return place;
    }

    private int Add(int node)
    {
        _nodes.Add(node);
        _needsOf.Add([]);
        _suppliesTo.Add([]);
        return _nodes.Count - 1;
    }
}
