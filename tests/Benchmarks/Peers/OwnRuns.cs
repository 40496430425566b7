using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.MaximumFlow;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>The same tasks by GeoGraph's own algorithms, on structures that are built before, as the peers' are.</summary>
internal sealed class OwnRuns
{
    private static readonly TraceLimits Limits = new() { MaxTier = int.MaxValue, MaxRelations = int.MaxValue };
    private readonly GraphView _view;
    private readonly SupplyCone _cone;
    private readonly SupplyLinks _links;
    private readonly ScreenNet _screen;
    private readonly int[] _removed;
    private readonly int[] _buyers;
    private readonly long[] _capacities;
    private readonly bool[] _origins;

    /// <summary>Prepares what the tasks read.</summary>
    /// <param name="view">The view.</param>
    /// <param name="net">Its net.</param>
    /// <param name="removed">Nodes that are removed one at a time; sampled paths start at the first of them.</param>
    public OwnRuns(GraphView view, SupplyNet net, int[] removed)
    {
        (_view, _removed) = (view, removed);
        _screen = ScreenNetBuilder.Build(new InputNet(view), null, default);
        _cone = SupplyConeBuilder.Build(view, 0, null, null, int.MaxValue, default);
        _links = net.Links;
        _buyers = _cone.Buyers();
        _capacities = Array.ConvertAll(_cone.Flows, flow => FixedPoint.FromUsd(view.Graph.Flows.Capacity(flow)));
        _origins = [.. Enumerable.Range(0, _cone.Count).Select(_cone.IsOrigin)];
    }

    /// <summary>Times a task: the fastest of some runs after a warm-up, with numbers to compare results by.</summary>
    public PeerFigure Time(string task, int repeats)
    {
        var (run, read) = Of(task);
        return Stopwatches.Time(task, repeats, run, read);
    }

    private (Func<object> Run, Func<object, IReadOnlyList<double>> Read) Of(string task) => task switch
    {
        "reach" => (() => Reach.From(_view, 0, ReachDirection.Upstream, Limits, default), answer => Reached((Reach)answer)),
        "dominators" => (() => DominatorTree.Find(_cone.FirstIn, _cone.Suppliers, default), answer => Dominated((DominatorTree)answer)),
        "maximum_flow" => (MaximumFlow, answer => [(double)((CapacityNet)answer).Total / 10_000]),
        "betweenness_all" => (() => Between([.. Enumerable.Range(0, _links.NodeCount)]), Summed),
        "betweenness_few" => (() => Between(_removed[..2]), Summed),
        "betweenness_sampled" => (() => Between(_removed[..Math.Min(16, _removed.Length)]), Summed),
        "disruption" => (Disruption, answer => (double[])answer),
        _ => throw new ArgumentException($"There is no task {task}.", nameof(task)),
    };

    private double[] Between(int[] sources) => Betweenness.Count(_links, sources, Environment.ProcessorCount, default);

    private double[] Disruption()
    {
        var lost = new double[_removed.Length];
        Parallel.For(0, (lost.Length + ShockScreen.Lanes - 1) / ShockScreen.Lanes, () => new ShockScreen(_screen), (batch, _, screen) =>
        {
            var first = batch * ShockScreen.Lanes;
            var count = Math.Min(ShockScreen.Lanes, lost.Length - first);
            screen.Run(Array.ConvertAll(_removed[first..(first + count)], node => _screen.PositionOf[node]));
            screen.LostUsd.AsSpan(0, count).CopyTo(lost.AsSpan(first));
            return screen;
        }, _ => { });
        return lost;
    }

    private CapacityNet MaximumFlow()
    {
        var net = new CapacityNet(_cone.FirstIn, _cone.Suppliers, _buyers, _capacities, _origins);
        net.Run(default);
        return net;
    }

    private static IReadOnlyList<double> Summed(object answer) => [((double[])answer).Sum(), ((double[])answer).Max()];

    private static IReadOnlyList<double> Reached(Reach reach) => [reach.Nodes.Count + 1, reach.Nodes.Sum(node => (double)node)];

    private IReadOnlyList<double> Dominated(DominatorTree tree) =>
        [tree.Order.Take(tree.Reached).Where(place => place != 0).Sum(place => (_cone.Nodes[place] + 1.0) * (_cone.Nodes[tree.Of(place)] + 1.0))];
}
