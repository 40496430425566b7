using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Reliance;

/// <summary>
/// For every place the chain from the buyer with the largest product of value over output, by Dijkstra's algorithm on −log of the parts (a part above one
/// counts as one). Chooses the chains only: what a chain carries is multiplied out in decimal.
/// </summary>
internal sealed class StrongestChains
{
    private readonly RelianceNet _net;
    private readonly int[] _flowTo;
    private readonly int[] _buyerOf;

    private StrongestChains(RelianceNet net)
    {
        _net = net;
        (_flowTo, _buyerOf) = (new int[net.Cone.Count], new int[net.Cone.Count]);
        Array.Fill(_flowTo, -1);
    }

    /// <summary>Searches from the buyer.</summary>
    public static StrongestChains Find(RelianceNet net, RelianceFault?[] stalled, CancellationToken cancellationToken)
    {
        var chains = new StrongestChains(net);
        var (length, settled) = (new double[net.Cone.Count], new bool[net.Cone.Count]);
        Array.Fill(length, double.PositiveInfinity);
        length[0] = 0;
        var open = new PriorityQueue<int, (double Length, int Place)>([(0, (0.0, 0))]);
        for (var step = 1; open.TryDequeue(out var place, out _); step++)
        {
            if (step % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (settled[place])
                continue;
            settled[place] = true;
            if (net.IsLookedThrough[place] && stalled[place] is null)
                chains.Relax(place, length, open);
        }
        return chains;
    }

    /// <summary>The chain to a place; null where no stated value leads to it.</summary>
    public Chain? To(CompiledGraph graph, int place)
    {
        if (_flowTo[place] < 0)
            return null;
        var (nodes, relations, share, inferred) = (new List<EntityId>(), new List<EntityId>(), 1m, false);
        nodes.Add(graph.NodeId(_net.Cone.Nodes[place]));
        for (var at = place; at != 0; at = _buyerOf[at])
        {
            var flow = _flowTo[at];
            share *= _net.Values[flow] / _net.Outputs[_buyerOf[at]];
            inferred |= _net.IsInferred[flow];
            relations.Insert(0, graph.Flows.Id(_net.Cone.Flows[flow]));
            nodes.Insert(0, graph.NodeId(_net.Cone.Nodes[_buyerOf[at]]));
        }
        var rounded = Math.Round(share, ShareRange.Places, MidpointRounding.ToEven);
        return new Chain(nodes, relations, [], rounded, rounded, inferred);
    }

    private void Relax(int place, double[] length, PriorityQueue<int, (double Length, int Place)> open)
    {
        var cone = _net.Cone;
        for (var i = cone.FirstIn[place]; i < cone.FirstIn[place + 1]; i++)
        {
            var (supplier, value) = (cone.Suppliers[i], _net.Values[i]);
            if (value == 0m)
                continue;
            var longer = length[place] + Math.Max(0, -Math.Log((double)value / (double)_net.Outputs[place]));
            if (longer >= length[supplier] || supplier == 0)
                continue;
            (length[supplier], _flowTo[supplier], _buyerOf[supplier]) = (longer, i, place);
            open.Enqueue(supplier, (longer, supplier));
        }
    }
}
