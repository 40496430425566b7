namespace GeoGraph.Exposure.Sea;

/// <summary>The ways between all ports while some things are shut, worked out for one port of departure at a time and kept. Safe for concurrent use.</summary>
internal sealed class SeaWays
{
    /// <summary>The length of a way that is not open.</summary>
    public const long NoWay = -1;

    private readonly SeaNetwork _network;
    private readonly bool[] _shut;
    private readonly Departures?[] _fromPoint;
    private readonly int[] _portPoints;
    private readonly Dictionary<int, int> _indexOfPoint;

    /// <summary>Ways with something shut.</summary>
    public SeaWays(SeaNetwork network, SeaClosure closure)
    {
        (_network, Closure, _shut) = (network, closure, closure.Sets(network.Sets));
        _portPoints = [.. network.PointOfPort.Distinct().Order()];
        _indexOfPoint = _portPoints.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        _fromPoint = new Departures?[_portPoints.Length];
    }

    /// <summary>What is shut.</summary>
    public SeaClosure Closure { get; }

    /// <summary>The length of the way between two ports in micrometres; <see cref="NoWay"/> where none is open.</summary>
    public long Micrometres(int from, int to) => From(from).Micrometres[IndexOf(to)];

    /// <summary>The number of the set of marks that the way between two ports passes; the empty set where none is open.</summary>
    public int Marks(int from, int to) => From(from).Marks[IndexOf(to)];

    private int IndexOf(int port) => _indexOfPoint[_network.PointOfPort[port]];

    // Two threads that ask for the same port at once both work it out, with the same result.
    private Departures From(int port)
    {
        var index = IndexOf(port);
        return Volatile.Read(ref _fromPoint[index]) ?? (_fromPoint[index] = _network.WithTree(tree => Work(tree, _portPoints[index])));
    }

    private Departures Work(WayTree tree, int from)
    {
        if (from < 0)
            return new Departures([.. _portPoints.Select(_ => NoWay)], new int[_portPoints.Length]);
        tree.Grow(from, _shut);
        var marks = new int[_network.Points.Length];
        foreach (var point in tree.Touched.OrderBy(point => tree.Distances[point]))
        {
            if (tree.StretchTo(point) is >= 0 and var stretch)
                marks[point] = _network.Sets.Union(marks[tree.Before(point)], _network.Stretches.Marks(stretch));
        }
        return new Departures(
            [.. _portPoints.Select(point => tree.Distances[point] is long.MaxValue ? NoWay : tree.Distances[point])], [.. _portPoints.Select(point => marks[point])]);
    }

    private sealed record Departures(long[] Micrometres, int[] Marks);
}
