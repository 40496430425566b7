using System.Collections.Concurrent;
using GeoGraph.Core;

namespace GeoGraph.Exposure.Sea;

/// <summary>
/// The sea lanes as a network: immutable, so any number of questions read it at once. Points are numbered in order of place and stretches in order of
/// their ends, so the order in which lanes arrived leaves no trace. A point that lies on several lanes joins them.
/// </summary>
internal sealed class SeaNetwork
{
    /// <summary>Passages that are normally shut: nobody is routed through them.</summary>
    public static readonly IReadOnlyList<string> AlwaysClosed = ["northwest"];

    private readonly Dictionary<string, int> _portByCode;
    private readonly Lazy<Landmarks> _landmarks;
    private readonly Lazy<SeaWays> _ways;
    private readonly ConcurrentBag<WayTree> _trees;

    /// <summary>Takes what <see cref="SeaNetworkBuilder"/> made.</summary>
    public SeaNetwork(SeaChart chart, SeaMarks marks, MarkSets sets, GeoPoint[] points, SeaStretches stretches, IReadOnlyList<SeaPort> ports)
    {
        (Chart, Marks, Sets, Points, Stretches, Ports) = (chart, marks, sets, points, stretches, ports);
        var tree = new PointTree(points);
        PointOfPort = [.. ports.Select(port => tree.Nearest(port.At))];
        _portByCode = ports.Select((port, index) => (port.Code, index)).ToDictionary(entry => entry.Code, entry => entry.index, StringComparer.Ordinal);
        Shut = [.. AlwaysClosed.Select(marks.Label).OfType<int>()];
        _trees = [];
        _landmarks = new Lazy<Landmarks>(() => new Landmarks(this));
        _ways = new Lazy<SeaWays>(() => new SeaWays(this, SeaClosure.Normal(this)));
    }

    private SeaNetwork(SeaNetwork open, IReadOnlyList<int> shut)
    {
        (Chart, Marks, Sets, Points, Stretches, Ports, PointOfPort) = (open.Chart, open.Marks, open.Sets, open.Points, open.Stretches, open.Ports, open.PointOfPort);
        (_portByCode, _landmarks, _trees, Shut) = (open._portByCode, open._landmarks, open._trees, shut);
        _ways = new Lazy<SeaWays>(() => new SeaWays(this, SeaClosure.Normal(this)));
    }

    /// <summary>A network without lanes and ports.</summary>
    public static SeaNetwork Empty { get; } = SeaNetworkBuilder.Build(new SeaChart([], [], []));

    /// <summary>What it was made of.</summary>
    public SeaChart Chart { get; }

    /// <summary>What can be passed and shut.</summary>
    public SeaMarks Marks { get; }

    /// <summary>The sets of marks that stretches and ways have.</summary>
    public MarkSets Sets { get; }

    /// <summary>All points of the lanes, in order.</summary>
    public GeoPoint[] Points { get; }

    /// <summary>The stretches between points.</summary>
    public SeaStretches Stretches { get; }

    /// <summary>The ports in order of code, each code once.</summary>
    public IReadOnlyList<SeaPort> Ports { get; }

    /// <summary>The point of the lanes that is nearest to each port, by great circle; -1 where there is no lane.</summary>
    public int[] PointOfPort { get; }

    /// <summary>The numbers of the marks that are shut whatever a question shuts.</summary>
    public IReadOnlyList<int> Shut { get; }

    /// <summary>True where there are lanes.</summary>
    public bool HasLanes => Points.Length > 0;

    /// <summary>Lower bounds of distances, worked out at the first question.</summary>
    public Landmarks Landmarks => _landmarks.Value;

    /// <summary>Ways between ports while nothing else is shut; worked out port by port as they are asked for.</summary>
    public SeaWays Ways => _ways.Value;

    /// <summary>The port of a UN/LOCODE; null where there is none.</summary>
    public int? FindPort(string code) => _portByCode.TryGetValue(code, out var port) ? port : null;

    /// <summary>The same network with some chokepoints shut for good; those that the lanes do not show change nothing.</summary>
    public SeaNetwork Shutting(IEnumerable<EntityId> chokepoints) => new(this, [.. Shut.Union(chokepoints.SelectMany(Marks.Of))]);

    /// <summary>Lends a tree to a piece of work; trees are kept for the next.</summary>
    public T WithTree<T>(Func<WayTree, T> work)
    {
        if (!_trees.TryTake(out var tree))
            tree = new WayTree(this);
        var result = work(tree);
        _trees.Add(tree);
        return result;
    }

    /// <summary>From a port to the point where it joins the lanes, in micrometres; no way counts it.</summary>
    public long OffLane(int port) => Ports[port].At.MicrometresTo(Points[PointOfPort[port]]);
}
