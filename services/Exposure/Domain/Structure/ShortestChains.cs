using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>Chains with the fewest flows from a cone's buyer to its places; of several, the one that was found first in the cone's order.</summary>
internal sealed class ShortestChains
{
    private readonly CompiledGraph _graph;
    private readonly SupplyCone _cone;
    private readonly int[] _buyers;
    private readonly int[] _reachedBy;

    /// <summary>Reads a cone, whose flows lie in the order in which they were found.</summary>
    public ShortestChains(CompiledGraph graph, SupplyCone cone)
    {
        (_graph, _cone, _buyers) = (graph, cone, cone.Buyers());
        _reachedBy = new int[cone.Count];
        for (var flow = cone.Flows.Length - 1; flow >= 0; flow--)
            _reachedBy[cone.Suppliers[flow]] = flow;
    }

    /// <summary>The chain to a place; its share is unknown, for nothing here weighs flows.</summary>
    public Chain To(int place)
    {
        var (nodes, relations, inferred) = (new List<EntityId> { _graph.NodeId(_cone.Nodes[place]) }, new List<EntityId>(), false);
        while (place != 0)
        {
            var flow = _reachedBy[place];
            place = _buyers[flow];
            relations.Add(_graph.Flows.Id(_cone.Flows[flow]));
            nodes.Add(_graph.NodeId(_cone.Nodes[place]));
            inferred |= _graph.Flows.Flags(_cone.Flows[flow]).Inferred;
        }
        nodes.Reverse();
        relations.Reverse();
        return new Chain(nodes, relations, [], null, 1m, inferred);
    }
}
