using GeoGraph.Core;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Feed;

/// <summary>Lanes, ports and gates as last told, by id. The network of them is built when it is asked for and one of them changed. Not thread-safe.</summary>
internal sealed class SeaRows
{
    private readonly Dictionary<EntityId, SeaLane> _lanes = [];
    private readonly Dictionary<EntityId, SeaPort> _ports = [];
    private readonly Dictionary<EntityId, SeaStrait> _straits = [];
    private SeaNetwork? _network = SeaNetwork.Empty;

    /// <summary>The network of them all.</summary>
    public SeaNetwork Network => _network ??= SeaNetworkBuilder.Build(new SeaChart([.. _lanes.Values], [.. _ports.Values], [.. _straits.Values]));

    /// <summary>Takes a lane, in place of what had its id.</summary>
    public void Put(SeaLane lane)
    {
        if (!_lanes.TryGetValue(lane.Id, out var before) || before.Passage != lane.Passage || !before.Path.SequenceEqual(lane.Path))
            Set(_lanes, lane.Id, lane);
    }

    /// <summary>Takes a port, in place of what had its id.</summary>
    public void Put(SeaPort port)
    {
        if (!_ports.TryGetValue(port.Id, out var before) || before != port)
            Set(_ports, port.Id, port);
    }

    /// <summary>Takes a chokepoint, in place of what had its id.</summary>
    public void Put(SeaStrait strait)
    {
        if (!_straits.TryGetValue(strait.Id, out var before) || before.Gate != strait.Gate || !before.Passages.SequenceEqual(strait.Passages))
            Set(_straits, strait.Id, strait);
    }

    /// <summary>Forgets what has the id.</summary>
    public void Remove(EntityId id)
    {
        if (_lanes.Remove(id) | _ports.Remove(id) | _straits.Remove(id))
            _network = null;
    }

    private void Set<T>(Dictionary<EntityId, T> rows, EntityId id, T row)
    {
        rows[id] = row;
        _network = null;
    }
}
