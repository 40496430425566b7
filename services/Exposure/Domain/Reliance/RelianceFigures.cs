using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Reliance;

/// <summary>Turns what passes through places into figures with bounds, and names what leaves them open.</summary>
internal sealed class RelianceFigures
{
    private readonly GraphView _view;
    private readonly RelianceNet _net;
    private readonly RelianceSolver _solver;
    private readonly decimal[] _passes;
    private readonly decimal[] _observed;
    private readonly bool[] _isOpen;
    private readonly decimal _unknown;

    /// <summary>Solves a net.</summary>
    public RelianceFigures(GraphView view, RelianceNet net, RelianceSolver solver)
    {
        (_view, _net, _solver) = (view, net, solver);
        _passes = solver.Solve(observedOnly: false);
        _observed = Array.IndexOf(net.IsInferred, true) >= 0 ? solver.Solve(observedOnly: true) : _passes;
        _unknown = Math.Min(1m, UnknownPart());
        _isOpen = BehindGaps();
    }

    /// <summary>Places of others that carry a figure, the largest first, then by node.</summary>
    public List<int> Places()
    {
        var places = Enumerable.Range(1, _net.Cone.Count - 1)
            .Where(place => _net.Cone.Nodes[place] != _net.Cone.Nodes[0] && (_passes[place] > 0m || _isOpen[place])).ToList();
        places.Sort((left, right) => _passes[right].CompareTo(_passes[left]) is not 0 and var order ? order : _net.Cone.Nodes[left].CompareTo(_net.Cone.Nodes[right]));
        return places;
    }

    /// <summary>The figure of a place.</summary>
    public RelianceFigure At(int place, StrongestChains? chains) => new(
        _view.Graph.NodeId(_net.Cone.Nodes[place]),
        _net.Cone.Tiers[place],
        Round(DirectFrom(place)),
        Round(_passes[place]),
        Round(Math.Min(_passes[place], _observed[place])),
        _isOpen[place],
        ValueAdded(place),
        chains?.To(_view.Graph, place));

    /// <summary>The value that a place adds to one unit of the buyer's output; null where its inputs are worth more than its output.</summary>
    public ShareRange? ValueAdded(int place)
    {
        if (_net.Contradicts[place])
            return null;
        var most = (_passes[place] * _net.AddsAtMost[place]) + (_isOpen[place] ? _unknown : 0m);
        return new ShareRange(_passes[place] * _net.AddsAtLeast[place], Math.Min(1m, most), Math.Min(_passes[place], _observed[place]) * _net.AddsAtLeast[place]).Rounded();
    }

    /// <summary>What is wrong with or missing in the data, in order of node.</summary>
    public List<RelianceFinding> Findings()
    {
        var stalled = Enumerable.Range(0, _net.Cone.Count).Where(place => _solver.Stalled[place] is not null)
            .Select(place => (Place: place, Fault: _solver.Stalled[place]!.Value, Detail: _solver.WhyStalled(place)!));
        return [.. _net.Findings.Concat(stalled).OrderBy(finding => _net.Cone.Nodes[finding.Place]).ThenBy(finding => finding.Fault)
            .Select(finding => new RelianceFinding(_view.Graph.NodeId(_net.Cone.Nodes[finding.Place]), finding.Fault, finding.Detail)).Distinct()];
    }

    private decimal DirectFrom(int place)
    {
        var value = 0m;
        for (var i = 0; i < _net.Cone.FirstIn[1]; i++)
            value += _net.Cone.Suppliers[i] == place ? _net.Values[i] : 0m;
        return _net.Outputs[0] > 0m ? value / _net.Outputs[0] : 0m;
    }

    private bool IsGap(int place) => (!_net.IsLookedThrough[place] && !_net.Cone.IsOrigin(place)) || _solver.Stalled[place] is not null || _net.HasUnknownInputs[place];

    // What arrives at a gap and is not known to go on, or to be added there.
    private decimal UnknownPart()
    {
        var unknown = 0m;
        for (var place = 0; place < _net.Cone.Count; place++)
        {
            if (IsGap(place))
                unknown += Math.Min(1m, _passes[place]) * (_net.IsLookedThrough[place] && _solver.Stalled[place] is null ? _net.AddsAtMost[place] : 1m);
        }
        return unknown;
    }

    // Everything upstream of a gap. Where inputs were left out or cut, their suppliers may be anybody upstream.
    private bool[] BehindGaps()
    {
        var (cone, open, queue) = (_net.Cone, new bool[_net.Cone.Count], new Queue<int>());
        if (cone.LeftOut > 0 || cone.CutByLimit)
        {
            Array.Fill(open, true);
            return open;
        }
        for (var place = 0; place < cone.Count; place++)
        {
            if (IsGap(place))
                Open(place, everyInput: !_net.IsLookedThrough[place] || _solver.Stalled[place] is not null);
        }
        while (queue.TryDequeue(out var place))
            Open(place, everyInput: true);
        return open;

        void Open(int place, bool everyInput)
        {
            for (var i = cone.FirstIn[place]; i < cone.FirstIn[place + 1]; i++)
            {
                var supplier = cone.Suppliers[i];
                if (open[supplier] || (!everyInput && _view.Graph.Flows.Value(cone.Flows[i]) is not null))
                    continue;
                open[supplier] = true;
                queue.Enqueue(supplier);
            }
        }
    }

    private static decimal Round(decimal figure) => Math.Round(figure, ShareRange.Places, MidpointRounding.ToEven) / 1.0000000000000000000000000000m;
}
