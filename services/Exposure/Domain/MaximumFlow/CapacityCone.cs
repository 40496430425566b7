using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.MaximumFlow;

/// <summary>A cone with its capacities, and the places where goods may come from.</summary>
internal sealed class CapacityCone
{
    private readonly CompiledGraph _graph;
    private readonly long[] _capacities;
    private readonly bool[] _isSource;
    private readonly int[] _buyers;

    /// <summary>Reads the capacities of a cone.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cone">What lies upstream of the buyer.</param>
    /// <param name="from">Nodes where any amount may come from; empty for every place without inputs, one whose inputs were cut by the limit included.</param>
    public CapacityCone(CompiledGraph graph, SupplyCone cone, IReadOnlySet<int> from)
    {
        (_graph, Cone, _buyers) = (graph, cone, cone.Buyers());
        _capacities = Array.ConvertAll(cone.Flows, flow => graph.Flows.Capacity(flow) is { } stated ? FixedPoint.FromUsd(stated) : CapacityNet.Unlimited);
        _isSource = new bool[cone.Count];
        for (var place = 1; place < cone.Count; place++)
            _isSource[place] = from.Count == 0 ? cone.IsOrigin(place) || cone.IsCut[place] : from.Contains(cone.Nodes[place]);
    }

    /// <summary>The flows.</summary>
    public SupplyCone Cone { get; }

    /// <summary>The net to be solved.</summary>
    public CapacityNet Net() => new(Cone.FirstIn, Cone.Suppliers, _buyers, _capacities, _isSource);

    /// <summary>A shortest chain from the buyer up to a source along flows without stated capacity; null where there is none.</summary>
    public Chain? Unlimited()
    {
        var reachedBy = new int[Cone.Count];
        Array.Fill(reachedBy, -1);
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var place))
        {
            for (var flow = Cone.FirstIn[place]; flow < Cone.FirstIn[place + 1]; flow++)
            {
                var supplier = Cone.Suppliers[flow];
                if (_capacities[flow] != CapacityNet.Unlimited || supplier == 0 || reachedBy[supplier] >= 0)
                    continue;
                reachedBy[supplier] = flow;
                if (_isSource[supplier])
                    return ChainTo(supplier, reachedBy);
                open.Enqueue(supplier);
            }
        }
        return null;
    }

    /// <summary>What a flow of the cone carries.</summary>
    public FlowOnRelation Carrying(int flow, long carried) => new(
        _graph.Flows.Id(Cone.Flows[flow]),
        _graph.NodeId(Cone.Nodes[Cone.Suppliers[flow]]),
        _graph.NodeId(Cone.Nodes[_buyers[flow]]),
        FixedPoint.ToUsd(carried)!.Value / 1.0000000000000000000000000000m,
        _graph.Flows.Capacity(Cone.Flows[flow]),
        _graph.Flows.Flags(Cone.Flows[flow]).Inferred);

    /// <summary>The flows that cross from beyond the minimum cut to the buyer's side of it.</summary>
    /// <exception cref="GeoGraphException">LimitExceeded where more would flow by one relation than can be counted.</exception>
    public IEnumerable<int> Cut(CapacityNet solved)
    {
        for (var flow = 0; flow < _capacities.Length; flow++)
        {
            if (!solved.IsBuyersSide(_buyers[flow]) || solved.IsBuyersSide(Cone.Suppliers[flow]))
                continue;
            if (_capacities[flow] == CapacityNet.Unlimited)
                throw GeoGraphException.OverLimit("maximum flow by one relation in USD per year", long.MaxValue / 10_000, (long)FixedPoint.MaxUsd);
            yield return flow;
        }
    }

    private Chain ChainTo(int place, int[] reachedBy)
    {
        var (nodes, relations, inferred) = (new List<EntityId> { _graph.NodeId(Cone.Nodes[place]) }, new List<EntityId>(), false);
        while (place != 0)
        {
            var flow = reachedBy[place];
            place = _buyers[flow];
            relations.Add(_graph.Flows.Id(Cone.Flows[flow]));
            nodes.Add(_graph.NodeId(Cone.Nodes[place]));
            inferred |= _graph.Flows.Flags(Cone.Flows[flow]).Inferred;
        }
        nodes.Reverse();
        relations.Reverse();
        return new Chain(nodes, relations, [], null, 1m, inferred);
    }
}
