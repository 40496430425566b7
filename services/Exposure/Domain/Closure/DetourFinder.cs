using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Closure;

/// <summary>
/// Finds what a closure does to each flow. A flow goes round where both of its ends have ports and a way between them is open that passes nothing of what is shut; else
/// the part that passed is lost.
/// </summary>
internal sealed class DetourFinder
{
    private const int FlowsBetweenLooks = 4096;
    private readonly CompiledGraph _graph;
    private readonly SeaNetwork _sea;
    private readonly Dictionary<int, bool> _shut = [];
    private readonly SeaWays _ways;
    private readonly string? _noWayRound;
    private readonly Lazy<NodePorts> _ports;
    private readonly Dictionary<int, IReadOnlyList<int>> _chokepoints = [];

    /// <summary>Takes what is shut.</summary>
    public DetourFinder(CompiledGraph graph, SeaNetwork sea, IReadOnlyList<ShutPassage> shut)
    {
        (_graph, _sea) = (graph, sea);
        foreach (var passage in shut)
        {
            if (graph.FindNode(passage.Chokepoint) is { } node)
                _shut[node] = passage.NoRerouting || _shut.GetValueOrDefault(node);
        }
        _ways = new SeaWays(sea, SeaClosure.Of(sea, shut.SelectMany(passage => sea.Marks.Of(passage.Chokepoint))));
        _noWayRound = NoWayRound(sea, shut);
        _ports = new Lazy<NodePorts>(() => NodePorts.Of(graph, sea));
    }

    /// <summary>The nodes that are shut.</summary>
    public IEnumerable<int> Shut => _shut.Keys;

    /// <summary>What happens to the flows, in the order given, that pass what is shut.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<FlowDetour> Find(IEnumerable<int> flows, CancellationToken cancellationToken)
    {
        var looked = 0;
        foreach (var flow in flows)
        {
            if (++looked % FlowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var parts = PassedParts.Of(_graph.Transits.OfFlow(flow), _shut);
            if (parts.IsTouched)
                yield return Find(flow, parts);
        }
    }

    private FlowDetour Find(int flow, PassedParts parts)
    {
        if (!parts.MayGoRound)
            return new FlowDetour(flow, parts.Any, parts.Any, "going round is left out of account", null);
        var (supplier, buyer) = (_graph.Flows.Supplier(flow), _graph.Groups.Buyer(_graph.Flows.Group(flow)));
        var detour = DetourBetween(supplier, buyer, out var reason);
        if (detour is null)
            return new FlowDetour(flow, parts.Any, parts.Any, reason, null);
        return new FlowDetour(flow, parts.Any, parts.Fixed, parts.Fixed == 0m ? null : "going round is left out of account for a part", detour);
    }

    private Detour? DetourBetween(int supplier, int buyer, out string? reason)
    {
        reason = _noWayRound ?? NoPorts(supplier, buyer);
        if (reason is not null)
            return null;
        var (from, to) = (_ports.Value.Of(supplier)!.Value, _ports.Value.Of(buyer)!.Value);
        var length = _ways.Micrometres(from, to);
        if (length == SeaWays.NoWay)
        {
            reason = $"no way by sea is open from {_sea.Ports[from].Code} to {_sea.Ports[to].Code}";
            return null;
        }
        return new Detour(from, to, length - _sea.Ways.Micrometres(from, to), ChokepointsOf(_ways.Marks(from, to)));
    }

    private IReadOnlyList<int> ChokepointsOf(int set)
    {
        if (!_chokepoints.TryGetValue(set, out var nodes))
            _chokepoints[set] = nodes = ChokepointMarks.Of(_sea, _graph, set);
        return nodes;
    }

    private string? NoPorts(int supplier, int buyer)
    {
        if (_ports.Value.ShareState(supplier, buyer))
            return "both of its ends lie in one state, so no way by sea between them is known";
        foreach (var end in (int[])[supplier, buyer])
        {
            if (_ports.Value.Of(end) is null)
                return $"no port is known for {_graph.NodeId(end)}";
        }
        return _ports.Value.Of(supplier) == _ports.Value.Of(buyer) ? "both of its ends use one port" : null;
    }

    // A strait that the lanes do not show cannot be gone round on them.
    private static string? NoWayRound(SeaNetwork sea, IReadOnlyList<ShutPassage> shut)
    {
        if (!sea.HasLanes)
            return "no sea lanes are in the data, so no way round is known; bring them in with: geograph import sea";
        var unmapped = shut.Where(passage => sea.Marks.Of(passage.Chokepoint).Count == 0).Select(passage => passage.Chokepoint).Cast<EntityId?>().FirstOrDefault();
        return unmapped is { } chokepoint ? $"{chokepoint} has neither a gate nor labelled lanes, so no way round it is known" : null;
    }
}
