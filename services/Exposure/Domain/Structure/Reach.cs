using System.Numerics;
using System.Runtime.CompilerServices;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>
/// Breadth-first search over the flows that count, tier by tier. What a state imports as trade is one step and no more: upstream it is read of the
/// node asked about alone, downstream a state reached by trade is not looked beyond, for its imports are not what it sells. Reads the view's
/// <see cref="SupplyNet"/> where one stands already and leaves nothing out, else the graph itself. What loops
/// over flows is compiled in full at its first call, for one call runs long.
/// </summary>
internal sealed class Reach
{
    private readonly GraphView _view;
    private readonly CompiledGraph _graph;
    private readonly SupplyNet? _net;
    private readonly TraceLimits _limits;
    private readonly BitSet _reached;
    private readonly BitSet _followed;
    private readonly List<int> _nodes = [];
    private readonly List<int> _tierStarts = [];
    private List<int> _frontier = [];
    private List<int> _next = [];

    private Reach(GraphView view, TraceLimits limits)
    {
        (_view, _graph, _limits) = (view, view.Graph, limits);
        _net = SupplyNet.Find(view) is { LeavesOut: false } net ? net : null;
        (_reached, _followed) = (new BitSet(_graph.NodeCount), new BitSet(_graph.NodeCount));
    }

    /// <summary>Nodes reached, by tier and within a tier in order of discovery; the node itself is left out.</summary>
    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>By tier from 1: the place of its first node in <see cref="Nodes"/>; one entry more for the end.</summary>
    public IReadOnlyList<int> TierStarts => _tierStarts;

    /// <summary>Flows read; several between the same two may count as one.</summary>
    public int Flows { get; private set; }

    /// <summary>What was left out.</summary>
    public PrunedBy PrunedBy { get; private set; }

    /// <summary>Searches from a node.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reach From(GraphView view, int node, ReachDirection direction, TraceLimits limits, CancellationToken cancellationToken)
    {
        var reach = new Reach(view, limits);
        reach._reached.Add(node);
        reach._followed.Add(node);
        reach._frontier.Add(node);
        while (reach._frontier.Count > 0 && reach._tierStarts.Count < limits.MaxTier)
            reach.Step(direction, cancellationToken);
        reach._tierStarts.Add(reach._nodes.Count);
        if (reach._frontier.Exists(open => reach.LeadsOn(open, direction)))
            reach.PrunedBy |= PrunedBy.Depth;
        return reach;
    }

    private void Step(ReachDirection direction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = _nodes.Count;
        if (_net is not null && direction == ReachDirection.Upstream && _tierStarts.Count > 0)
        {
            if (PaysFromUnreached(_net))
                FollowFromUnreached(_net.Links);
            else
                Follow(_net.FirstIn, _net.Supplier, trading: null);
        }
        else if (_net is not null && direction == ReachDirection.Downstream)
            Follow(_net.Links.First, _net.Links.Buyers, trading: NodeKind.State);
        else
            FollowInGraph(direction);
        (_frontier, _next) = (_next, _frontier);
        _next.Clear();
        if (_nodes.Count > start)
            _tierStarts.Add(start);
    }

    private void FollowInGraph(ReachDirection direction)
    {
        foreach (var node in _frontier)
        {
            if (direction == ReachDirection.Downstream)
                Downstream(node);
            else
                Upstream(node, trade: _tierStarts.Count == 0);
        }
    }

    // The net has no trade: nodes of the kind that trades are read from the graph.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Follow(int[] first, int[] others, NodeKind? trading)
    {
        var followed = _followed.Words;
        foreach (var node in _frontier)
        {
            if (trading is not null && _graph.KindOf(node) == trading)
            {
                Downstream(node);
                continue;
            }
            var ends = Allowed(others.AsSpan(first[node]..first[node + 1]));
            Flows += ends.Length;
            foreach (var end in ends)
            {
                var bit = 1UL << end;
                ref var word = ref followed[end >> 6];
                if ((word & bit) != 0)
                    continue;
                word |= bit;
                _next.Add(end);
                if (_reached.Add(end))
                    _nodes.Add(end);
            }
        }
    }

    // Where the tier is large, an unreached node soon finds a buyer in it (Beamer, Asanovic and Patterson 2012): about one in so many as the tier is of all.
    private bool PaysFromUnreached(SupplyNet net)
    {
        var (tier, unreached, all) = ((double)_frontier.Count, (double)(net.NodeCount - _nodes.Count), (double)net.NodeCount);
        return net.FlowCount <= _limits.MaxRelations - Flows && tier * tier * net.FlowCount > unreached * all * all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FollowFromUnreached(SupplyLinks links)
    {
        var tier = new BitSet(links.NodeCount);
        foreach (var node in _frontier)
            tier.Add(node);
        var (followed, inTier, read) = (_followed.Words, tier.Words, 0);
        for (var place = 0; place < followed.Length; place++)
        {
            var (unreached, found) = (~followed[place], 0UL);
            for (; unreached != 0; unreached &= unreached - 1)
            {
                var node = (place << 6) + BitOperations.TrailingZeroCount(unreached);
                if (node >= links.NodeCount)
                    break;
                foreach (var buyer in links.BuyersOf(node))
                {
                    read++;
                    if ((inTier[buyer >> 6] & 1UL << buyer) == 0)
                        continue;
                    found |= 1UL << node;
                    _next.Add(node);
                    if (_reached.Add(node))
                        _nodes.Add(node);
                    break;
                }
            }
            followed[place] |= found;
        }
        Flows += read;
    }

    private ReadOnlySpan<int> Allowed(ReadOnlySpan<int> ends)
    {
        if (ends.Length <= _limits.MaxRelations - Flows)
            return ends;
        PrunedBy |= PrunedBy.Limit;
        return ends[..(_limits.MaxRelations - Flows)];
    }

    private void Upstream(int node, bool trade)
    {
        foreach (var group in _graph.Groups.OfBuyer(node))
        {
            for (var flow = _graph.Groups.FirstFlow(group); flow < _graph.Groups.EndFlow(group) && (trade || !_graph.Groups.IsTrade(group)); flow++)
            {
                if (Reads(flow))
                    Take(_graph.Flows.Supplier(flow), follow: true);
            }
        }
    }

    private void Downstream(int node)
    {
        foreach (var flow in _graph.Flows.FromNode(node))
        {
            var group = _graph.Flows.Group(flow);
            if (Reads(flow))
                Take(_graph.Groups.Buyer(group), follow: !_graph.Groups.IsTrade(group));
        }
    }

    private bool Reads(int flow)
    {
        if (!_view.Counts(flow))
        {
            PrunedBy |= _view.Holds(flow) ? PrunedBy.Confidence : PrunedBy.Nothing;
            return false;
        }
        if (Flows < _limits.MaxRelations)
        {
            Flows++;
            return true;
        }
        PrunedBy |= PrunedBy.Limit;
        return false;
    }

    private void Take(int node, bool follow)
    {
        if (_reached.Add(node))
            _nodes.Add(node);
        if (follow && _followed.Add(node))
            _next.Add(node);
    }

    // Beyond the last tier only: whether somebody new follows.
    private bool LeadsOn(int node, ReachDirection direction)
    {
        if (direction == ReachDirection.Downstream)
            return _graph.Flows.FromNode(node).ToArray().Any(flow => _view.Counts(flow) && !_reached.Contains(_graph.Groups.Buyer(_graph.Flows.Group(flow))));
        return _view.SupplyGroups(node).Any(group => Enumerable.Range(_graph.Groups.FirstFlow(group), _graph.Groups.EndFlow(group) - _graph.Groups.FirstFlow(group))
            .Any(flow => _view.Counts(flow) && !_reached.Contains(_graph.Flows.Supplier(flow))));
    }
}
