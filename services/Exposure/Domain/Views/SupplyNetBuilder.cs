using System.Collections.Concurrent;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>
/// Lays a view out as a <see cref="SupplyNet"/>: counts what holds, then fills ranges of groups side by side. The shares are those of
/// <see cref="ShareRule"/>, in double. The result does not depend on how many processors take part.
/// </summary>
internal sealed class SupplyNetBuilder
{
    private const int GroupsAtOnce = 4096;
    private readonly GraphView _view;
    private readonly CompiledGraph _graph;
    private readonly int[] _counted;

    private SupplyNetBuilder(GraphView view)
    {
        _view = view;
        _graph = view.Graph;
        _counted = new int[_graph.Groups.Count];
    }

    /// <summary>Builds the net.</summary>
    public static SupplyNet Build(GraphView view)
    {
        var builder = new SupplyNetBuilder(view);
        builder.InParallel(builder.Count, builder._counted.Length);
        var net = builder.LayOut();
        builder.InParallel(group => builder.Fill(net, group), net.GroupCount);
        builder.SortBySupplier(net);
        for (var node = 0; node < net.NodeCount; node++)
            net.Output[node] = (double)(builder._graph.OutputOf(node) ?? 0m);
        net.Complete();
        return net;
    }

    private void InParallel(Action<int> each, int count)
    {
        if (count == 0)
            return;
        Parallel.ForEach(Partitioner.Create(0, count, GroupsAtOnce), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
                each(i);
        });
    }

    // Flows that count, or -1 where the group does not hold on the date or is trade.
    private void Count(int group)
    {
        var (holds, counted) = (false, 0);
        for (var flow = _graph.Groups.FirstFlow(group); flow < _graph.Groups.EndFlow(group) && !_graph.Groups.IsTrade(group); flow++)
        {
            if (!_view.Holds(flow))
                continue;
            holds = true;
            if (_view.Counts(flow))
                counted++;
        }
        _counted[group] = holds ? counted : -1;
    }

    private SupplyNet LayOut()
    {
        var (groups, flows) = (0, 0);
        foreach (var counted in _counted)
        {
            groups += counted >= 0 ? 1 : 0;
            flows += Math.Max(0, counted);
        }
        var net = new SupplyNet(_graph.NodeCount, groups, flows);
        (groups, flows) = (0, 0);
        for (var node = 0; node < _graph.NodeCount; node++)
        {
            foreach (var group in _graph.Groups.OfBuyer(node))
            {
                if (_counted[group] < 0)
                    continue;
                (net.GroupIndex[groups], net.GroupBuyer[groups]) = (group, node);
                net.FirstFlow[++groups] = flows += _counted[group];
            }
            net.FirstGroup[node + 1] = groups;
        }
        return net;
    }

    private void Fill(SupplyNet net, int group)
    {
        var (index, next, holding, allValues) = (net.GroupIndex[group], net.FirstFlow[group], 0, true);
        var (values, shares, anyShare) = (0.0, 0.0, false);
        for (var flow = _graph.Groups.FirstFlow(index); flow < _graph.Groups.EndFlow(index); flow++)
        {
            if (!_view.Holds(flow))
                continue;
            holding++;
            var (value, share) = (_graph.Flows.Value(flow), _graph.Flows.Share(flow));
            allValues &= value is not null;
            values += (double)(value ?? 0m);
            anyShare |= share is not null;
            shares += (double)(share ?? 0m);
            net.Essential[group] |= _graph.Flows.Flags(flow).Essential;
            if (!_view.Counts(flow))
                continue;
            (net.Supplier[next], net.FlowIndex[next], net.GroupOfFlow[next]) = (_graph.Flows.Supplier(flow), flow, group);
            (net.Value[next], net.Share[next]) = ((double)(value ?? 0m), (double)(share ?? 0m));
            next++;
        }
        net.LeftOut[group] = holding - (next - net.FirstFlow[group]);
        SetShares(net, group, byValue: allValues && values > 0, anyShare, shares, values);
    }

    private static void SetShares(SupplyNet net, int group, bool byValue, bool anyShare, double shares, double values)
    {
        var known = 0.0;
        for (var flow = net.FirstFlow[group]; flow < net.FirstFlow[group + 1]; flow++)
        {
            net.Share[flow] = byValue ? net.Value[flow] / values : anyShare ? net.Share[flow] / Math.Max(1, shares) : 0;
            known += net.Share[flow];
        }
        // Where every flow counts and the weights fill the whole, what is missing to one is only rounding; stated shares have nine places.
        var filled = net.LeftOut[group] == 0 && (byValue || shares > 1 - 1e-10);
        net.UnknownShare[group] = filled ? 0 : Math.Max(0, 1 - known);
    }

    private void SortBySupplier(SupplyNet net)
    {
        var start = net.OutStart;
        foreach (var supplier in net.Supplier)
            start[supplier + 1]++;
        for (var node = 0; node < net.NodeCount; node++)
            start[node + 1] += start[node];
        var next = start.AsSpan(0, net.NodeCount).ToArray();
        for (var flow = 0; flow < net.FlowCount; flow++)
            net.OutFlows[next[net.Supplier[flow]]++] = flow;
    }
}
