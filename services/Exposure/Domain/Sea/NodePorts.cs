using System.Runtime.CompilerServices;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Sea;

/// <summary>
/// Which port the flows of a node are taken to use: its own where it is a port, else its main port, else that of the one state in which it lies. A node of several
/// states with different ports has none, as has one whose main port is not on the chart. Locations count at any date.
/// </summary>
internal sealed class NodePorts
{
    private const int Several = -2;

    // A graph is asked on one network, but for one whose lanes just changed.
    private static readonly ConditionalWeakTable<CompiledGraph, NodePorts> s_last = [];
    private readonly CompiledGraph _graph;
    private readonly SeaNetwork _network;
    private readonly int[] _ports;
    private readonly int[] _states;

    private NodePorts(CompiledGraph graph, SeaNetwork network)
    {
        (_graph, _network) = (graph, network);
        _states = new int[graph.NodeCount];
        _ports = new int[graph.NodeCount];
        for (var node = 0; node < graph.NodeCount; node++)
            (_states[node], _ports[node]) = (StateOf(node), StatedPort(node));
        foreach (var port in network.Ports.Index())
        {
            if (graph.FindNode(port.Item.Id) is { } node)
                _ports[node] = port.Index;
        }
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (_ports[node] < 0 && graph.MainPortOf(node) is null)
                _ports[node] = PortOfStates(node);
        }
    }

    /// <summary>The ports of a graph's nodes on a network; worked out once for a graph.</summary>
    public static NodePorts Of(CompiledGraph graph, SeaNetwork network)
    {
        if (s_last.TryGetValue(graph, out var ports) && ports._network == network)
            return ports;
        ports = new NodePorts(graph, network);
        s_last.AddOrUpdate(graph, ports);
        return ports;
    }

    /// <summary>The number of the port on the network; null where there is none.</summary>
    public int? Of(int node) => _ports[node] >= 0 ? _ports[node] : null;

    /// <summary>True where both ends lie in one state, so that no sea lies between them as far as anybody knows.</summary>
    public bool ShareState(int left, int right)
    {
        var (one, other) = (_states[left], _states[right]);
        if (one != Several && other != Several)
            return one >= 0 && one == other;
        return StatesOf(left).Intersect(StatesOf(right)).Any();
    }

    private int StateOf(int node)
    {
        var only = -1;
        foreach (var state in StatesOf(node))
        {
            if (only >= 0 && only != state)
                return Several;
            only = state;
        }
        return only;
    }

    private int StatedPort(int node) => _graph.MainPortOf(node) is { } code && _network.FindPort(code) is { } port ? port : -1;

    private int PortOfStates(int node)
    {
        var ports = StatesOf(node).Select(state => _ports[state]).Distinct().ToList();
        return ports.Count == 1 ? ports[0] : -1;
    }

    private IEnumerable<int> StatesOf(int node)
    {
        if (_graph.KindOf(node) == NodeKind.State)
            return [node];
        var table = _graph.LocatedIn;
        var relations = table.FromNode(node);
        if (relations.Length == 0)
            return [];
        var states = new int[relations.Length];
        for (var i = 0; i < relations.Length; i++)
            states[i] = table.To(relations[i]);
        return states;
    }
}
