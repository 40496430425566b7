using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Consequences;

/// <summary>The chokepoints that goods of a new source would pass: those on the shortest way by sea that is open between the ports of both ends.</summary>
internal sealed class ReplacementWays
{
    private readonly CompiledGraph _graph;
    private readonly SeaNetwork _sea;
    private readonly SeaWays _ways;
    private readonly Lazy<NodePorts> _ports;

    /// <summary>Takes the sea and what is shut on it.</summary>
    public ReplacementWays(CompiledGraph graph, SeaNetwork sea, LostSupply lost)
    {
        (_graph, _sea) = (graph, sea);
        _ways = new SeaWays(sea, SeaClosure.Of(sea, lost.Shut.SelectMany(passage => sea.Marks.Of(passage.Chokepoint))));
        _ports = new Lazy<NodePorts>(() => NodePorts.Of(graph, sea));
    }

    /// <summary>The nodes of the chokepoints; null where no way by sea is known.</summary>
    public IReadOnlyList<int>? Between(int supplier, int buyer)
    {
        if (!_sea.HasLanes || _ports.Value.ShareState(supplier, buyer) || _ports.Value.Of(supplier) is not { } from || _ports.Value.Of(buyer) is not { } to || from == to)
            return null;
        return _ways.Micrometres(from, to) == SeaWays.NoWay ? null : ChokepointMarks.Of(_sea, _graph, _ways.Marks(from, to));
    }
}
