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
    private const double UsdUnit = 10_000;
    private const double ShareUnit = 1_000_000_000;
    private readonly CompiledGraph _graph;
    private readonly FlowColumns _flows;
    private readonly Standing[] _standing;
    private readonly int[] _counted;

    private SupplyNetBuilder(GraphView view)
    {
        (_graph, _flows) = (view.Graph, view.Graph.Flows.Columns);
        _counted = new int[_graph.Groups.Count];
        _standing = new Standing[_flows.Periods.Count];
        for (var term = 0; term < _standing.Length; term++)
        {
            var flags = _flows.Periods.Flags(term);
            if (view.HoldsIn(term))
                _standing[term] = Standing.Holds | (view.Evidence.Counts(flags) ? Standing.Counts : 0) | (flags.Essential ? Standing.Essential : 0);
        }
    }

    // What a flow's dates and evidence make of it, worked out once for each term.
    [Flags]
    private enum Standing : byte
    {
        None = 0,
        Holds = 1,
        Counts = 2,
        Essential = 4,
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

    private Standing StandingOf(int flow) => _standing[_flows.Period[flow]];

    // Flows that count, or -1 where the group does not hold on the date or is trade.
    private void Count(int group)
    {
        var (all, counted) = (Standing.None, 0);
        for (var flow = _graph.Groups.FirstFlow(group); flow < _graph.Groups.EndFlow(group) && !_graph.Groups.IsTrade(group); flow++)
        {
            var standing = StandingOf(flow);
            all |= standing;
            counted += (standing & Standing.Counts) == 0 ? 0 : 1;
        }
        _counted[group] = all == Standing.None ? -1 : counted;
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
        var (values, shares, anyShare, all) = (0.0, 0.0, false, Standing.None);
        for (var flow = _graph.Groups.FirstFlow(index); flow < _graph.Groups.EndFlow(index); flow++)
        {
            var standing = StandingOf(flow);
            if (standing == Standing.None)
                continue;
            all |= standing;
            holding++;
            var (value, share) = (_flows.Value[flow] / UsdUnit, _flows.Share[flow] / ShareUnit);
            (allValues, anyShare) = (allValues && value >= 0, anyShare || share >= 0);
            (value, share) = (Math.Max(0, value), Math.Max(0, share));
            values += value;
            shares += share;
            if ((standing & Standing.Counts) == 0)
                continue;
            (net.Supplier[next], net.FlowIndex[next], net.GroupOfFlow[next]) = (_flows.Supplier[flow], flow, group);
            (net.Value[next], net.Share[next]) = (value, share);
            next++;
        }
        net.Essential[group] = (all & Standing.Essential) != 0;
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
