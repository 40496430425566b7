using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Tracing;

/// <summary>Ids of the nodes and flows that chains of one cone name again and again. Not thread-safe.</summary>
internal sealed class ConeIds
{
    private readonly Dictionary<int, EntityId> _nodes = [];
    private readonly Dictionary<int, EntityId> _flows = [];

    /// <summary>The id of a node.</summary>
    public EntityId Node(CompiledGraph graph, int node)
    {
        if (!_nodes.TryGetValue(node, out var id))
            _nodes[node] = id = graph.NodeId(node);
        return id;
    }

    /// <summary>The id of a flow.</summary>
    public EntityId Flow(CompiledGraph graph, int flow)
    {
        if (!_flows.TryGetValue(flow, out var id))
            _flows[flow] = id = graph.Flows.Id(flow);
        return id;
    }
}
