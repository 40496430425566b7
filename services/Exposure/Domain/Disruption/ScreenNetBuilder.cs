using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Disruption;

/// <summary>Lays a <see cref="SupplyNet"/> out for screening: the whole of it, or what lies upstream of one node.</summary>
internal sealed class ScreenNetBuilder
{
    private readonly InputNet _inputs;
    private readonly SupplyNet _net;
    private readonly int[] _nodes;
    private readonly int[] _positionOf;

    private ScreenNetBuilder(InputNet inputs, SupplyNet net, int[] nodes)
    {
        (_inputs, _net, _nodes, _positionOf) = (inputs, net, nodes, new int[net.NodeCount]);
        Array.Fill(_positionOf, -1);
        for (var position = 0; position < nodes.Length; position++)
            _positionOf[nodes[position]] = position;
    }

    /// <summary>Lays out what lies upstream of a target, itself included; everything that trades where there is none.</summary>
    public static ScreenNet Build(InputNet inputs, int? target, CancellationToken cancellationToken)
    {
        var net = SupplyNet.Of(inputs.View);
        var nodes = target is { } node ? Upstream(net, node) : Trading(net);
        var builder = new ScreenNetBuilder(inputs, net, nodes);
        var (first, buyers) = builder.BuyersOfEach();
        ReadOnlySpan<int> Next(int place) => buyers.AsSpan(first[place]..first[place + 1]);
        var (rank, size) = Components.Find(first, buyers, cancellationToken).Ranks();
        var positions = SweepOrder.Positions(Next, rank, size, cancellationToken);
        var sorted = new int[nodes.Length];
        for (var place = 0; place < nodes.Length; place++)
            sorted[positions[place]] = nodes[place];
        return new ScreenNetBuilder(inputs, net, sorted).LayOut(size);
    }

    private static int[] Trading(SupplyNet net) => [.. Enumerable.Range(0, net.NodeCount)
        .Where(node => net.FirstGroup[node] < net.FirstGroup[node + 1] || net.OutStart[node] < net.OutStart[node + 1])];

    private static int[] Upstream(SupplyNet net, int target)
    {
        var seen = new bool[net.NodeCount];
        var nodes = new List<int> { target };
        seen[target] = true;
        for (var next = 0; next < nodes.Count; next++)
        {
            for (var flow = net.FirstInFlow(nodes[next]); flow < net.EndInFlow(nodes[next]); flow++)
            {
                if (seen[net.Supplier[flow]])
                    continue;
                seen[net.Supplier[flow]] = true;
                nodes.Add(net.Supplier[flow]);
            }
        }
        return [.. nodes.Order()];
    }

    private (int[] First, int[] Buyers) BuyersOfEach()
    {
        var first = new int[_nodes.Length + 1];
        var buyers = new List<int>(_net.FlowCount);
        for (var position = 0; position < _nodes.Length; position++)
        {
            var node = _nodes[position];
            for (var i = _net.OutStart[node]; i < _net.OutStart[node + 1]; i++)
            {
                if (_positionOf[_net.Buyer(_net.OutFlows[i])] is >= 0 and var buyer)
                    buyers.Add(buyer);
            }
            first[position + 1] = buyers.Count;
        }
        return (first, [.. buyers]);
    }

    private ScreenNet LayOut(int[] circleSizes)
    {
        var groups = Array.ConvertAll(_nodes, node => _net.FirstGroup[node + 1] - _net.FirstGroup[node]);
        var (firstBuyer, buyers) = BuyersOfEach();
        var screen = new ScreenNet
        {
            Node = _nodes,
            Output = Array.ConvertAll(_nodes, node => _net.Output[node]),
            FirstGroup = Starts(groups),
            FirstFlow = new int[groups.Sum() + 1],
            Unknown = new double[groups.Sum()],
            Weight = new double[groups.Sum()],
            IsPlain = new bool[_nodes.Length],
            Supplier = new int[_nodes.Sum(node => _net.EndInFlow(node) - _net.FirstInFlow(node))],
            Share = new double[_nodes.Sum(node => _net.EndInFlow(node) - _net.FirstInFlow(node))],
            FirstBuyer = firstBuyer,
            Buyers = buyers,
            EndOfCircle = EndsOfCircles(circleSizes),
            PositionOf = _positionOf,
        };
        for (var position = 0; position < _nodes.Length; position++)
            Fill(screen, position);
        return screen;
    }

    private static int[] Starts(int[] counts)
    {
        var starts = new int[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
            starts[i + 1] = starts[i] + counts[i];
        return starts;
    }

    private static int[] EndsOfCircles(int[] sizes)
    {
        var ends = new int[sizes.Sum()];
        var start = 0;
        foreach (var size in sizes)
        {
            ends.AsSpan(start, size).Fill(start + size);
            start += size;
        }
        return ends;
    }

    private void Fill(ScreenNet screen, int position)
    {
        var node = _nodes[position];
        var (into, plain) = (screen.FirstGroup[position], true);
        for (var group = _net.FirstGroup[node]; group < _net.FirstGroup[node + 1]; group++, into++)
        {
            var next = screen.FirstFlow[into];
            for (var flow = _net.FirstFlow[group]; flow < _net.FirstFlow[group + 1]; flow++, next++)
                (screen.Supplier[next], screen.Share[next]) = (_positionOf[_net.Supplier[flow]], _net.Share[flow]);
            screen.FirstFlow[into + 1] = next;
            screen.Unknown[into] = _net.UnknownShare[group];
            screen.Weight[into] = _net.Essential[group] ? -1 : Weight(node, group);
            plain &= _net.Essential[group] && _net.UnknownShare[group] == 0;
        }
        screen.IsPlain[position] = plain;
    }

    private double Weight(int node, int group)
    {
        var weight = Array.Find(_inputs.Of(node).Groups, input => input.Group == _net.GroupIndex[group])!.Weight;
        return weight is { } known ? (double)known : double.NaN;
    }
}
