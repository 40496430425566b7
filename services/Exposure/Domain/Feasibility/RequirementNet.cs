using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Feasibility;

/// <summary>
/// What a buyer needs, and its suppliers, and theirs: the essential groups upstream of place 0, over every tier, as arrays. A requirement is an input group that its
/// buyer cannot do without; the requirements of a place, and the alternatives of a requirement, are ranges. A flow that the evidence rule leaves out is no alternative.
/// </summary>
internal sealed class RequirementNet
{
    private readonly GraphView _view;
    private readonly int _maxRelations;
    private readonly List<int> _nodes = [];
    private readonly List<int> _firstNeed = [0];
    private readonly List<int> _buyer = [];
    private readonly List<int> _firstAlternative = [0];
    private readonly List<int> _flow = [];
    private readonly List<int> _supplier = [];
    private readonly Dictionary<int, int> _placeOf = [];
    private int[] _firstUse = [];
    private int[] _uses = [];

    private RequirementNet(GraphView view, int maxRelations)
    {
        _view = view;
        _maxRelations = maxRelations;
    }

    /// <summary>How many places there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>How many requirements there are.</summary>
    public int RequirementCount => _buyer.Count;

    /// <summary>Flows read.</summary>
    public int FlowCount => _flow.Count;

    /// <summary>Flows that hold on the date and were left out by the evidence rule.</summary>
    public int LeftOut { get; private set; }

    /// <summary>True where the limit on relations was reached: some node's requirements are missing.</summary>
    public bool CutByLimit { get; private set; }

    /// <summary>The graph's node at a place.</summary>
    public int Node(int place) => _nodes[place];

    /// <summary>The place of a node of the graph, or null where it is not upstream.</summary>
    public int? PlaceOf(int node) => _placeOf.TryGetValue(node, out var place) ? place : null;

    /// <summary>The first requirement of the node at a place; that of the next place is the end.</summary>
    public int FirstNeed(int place) => _firstNeed[place];

    /// <summary>The place that has a requirement.</summary>
    public int Buyer(int requirement) => _buyer[requirement];

    /// <summary>The first alternative of a requirement; that of the next one is the end.</summary>
    public int FirstAlternative(int requirement) => _firstAlternative[requirement];

    /// <summary>The place of an alternative's supplier.</summary>
    public int Supplier(int alternative) => _supplier[alternative];

    /// <summary>The graph's flow of an alternative.</summary>
    public int Flow(int alternative) => _flow[alternative];

    /// <summary>The requirements that the node at a place is an alternative of; once for each of its flows.</summary>
    public ReadOnlySpan<int> Uses(int place) => _uses.AsSpan(_firstUse[place].._firstUse[place + 1]);

    /// <summary>The net upstream of a node.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="node">The buyer, which gets place 0.</param>
    /// <param name="groups">Input groups that place 0 stands for, essential or not; null for the node's essential groups.</param>
    /// <param name="maxRelations">How many flows are read at most.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static RequirementNet Upstream(GraphView view, int node, IReadOnlyList<int>? groups, int maxRelations, CancellationToken cancellationToken)
    {
        var net = new RequirementNet(view, maxRelations);
        net._nodes.Add(node);
        if (groups is null)
            net._placeOf[node] = 0;
        net.Expand(groups ?? EssentialGroups(view, node));
        for (var place = 1; place < net._nodes.Count; place++)
        {
            if (place % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            net.Expand(EssentialGroups(view, net._nodes[place]));
        }
        net.SortUses();
        return net;
    }

    private static List<int> EssentialGroups(GraphView view, int node) => view.SupplyGroups(node).FindAll(view.IsEssential);

    // Places are expanded in order, so that the requirements of each follow one another.
    private void Expand(IReadOnlyList<int> groups)
    {
        foreach (var group in groups)
            Add(group);
        _firstNeed.Add(_buyer.Count);
    }

    private void Add(int group)
    {
        var (graph, before) = (_view.Graph, _flow.Count);
        for (var flow = graph.Groups.FirstFlow(group); flow < graph.Groups.EndFlow(group); flow++)
        {
            if (_view.Counts(flow))
                _flow.Add(flow);
            else if (_view.Holds(flow))
                LeftOut++;
        }
        if (_flow.Count > _maxRelations)
        {
            CutByLimit = true;
            _flow.RemoveRange(before, _flow.Count - before);
            return;
        }
        for (var alternative = before; alternative < _flow.Count; alternative++)
            _supplier.Add(PlaceOrAdd(graph.Flows.Supplier(_flow[alternative])));
        _buyer.Add(_firstNeed.Count - 1);
        _firstAlternative.Add(_flow.Count);
    }

    private int PlaceOrAdd(int node)
    {
        if (_placeOf.TryGetValue(node, out var place))
            return place;
        _nodes.Add(node);
        return _placeOf[node] = _nodes.Count - 1;
    }

    private void SortUses()
    {
        _firstUse = new int[Count + 1];
        _uses = new int[_supplier.Count];
        foreach (var supplier in _supplier)
            _firstUse[supplier + 1]++;
        for (var place = 0; place < Count; place++)
            _firstUse[place + 1] += _firstUse[place];
        var next = _firstUse.AsSpan(0, Count).ToArray();
        for (var requirement = 0; requirement < RequirementCount; requirement++)
        {
            for (var alternative = _firstAlternative[requirement]; alternative < _firstAlternative[requirement + 1]; alternative++)
                _uses[next[_supplier[alternative]]++] = requirement;
        }
    }
}
