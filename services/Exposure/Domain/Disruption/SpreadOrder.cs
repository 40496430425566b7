using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// The nodes that something can spread to along flows, each with a place, ranked so that what spreads comes to lower ranks first: nodes that supply one
/// another in a circle have the same rank. It spreads along every supply flow that holds on the date, whether or not it counts.
/// </summary>
internal sealed class SpreadOrder
{
    private readonly int[] _placeOf;
    private readonly List<int> _nodes = [];
    private readonly List<int> _firstNext = [0];
    private readonly List<int> _next = [];
    private int[] _rank = [];
    private int[] _sizeOfRank = [];
    private int[] _position = [];

    private SpreadOrder(int nodeCount)
    {
        _placeOf = new int[nodeCount];
        Array.Fill(_placeOf, -1);
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>How many flows lead on from them.</summary>
    public int FlowCount => _next.Count;

    /// <summary>True where the limit on relations was reached: it may spread further than looked at.</summary>
    public bool CutByLimit { get; private set; }

    /// <summary>The graph's node at a place.</summary>
    public int Node(int place) => _nodes[place];

    /// <summary>The place of a node, or -1 where nothing spreads to it.</summary>
    public int PlaceOf(int node) => _placeOf[node];

    /// <summary>The places that a place spreads to: its buyers downstream, its suppliers upstream; once for each flow.</summary>
    public ReadOnlySpan<int> Next(int place) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_next)[_firstNext[place].._firstNext[place + 1]];

    /// <summary>Rank of a place: lower than that of every next place outside its circle.</summary>
    public int Rank(int place) => _rank[place];

    /// <summary>Where a place stands in sweeps (<see cref="SweepOrder"/>): before every next place outside its circle, and most of those inside.</summary>
    public int Position(int place) => _position[place];

    /// <summary>How many places share a rank; more than one in a circle.</summary>
    public int SizeOfRank(int rank) => _sizeOfRank[rank];

    /// <summary>How many ranks there are.</summary>
    public int RankCount => _sizeOfRank.Length;

    /// <summary>Everything downstream of some nodes, themselves included.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="maxRelations">How many flows are followed at most.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static SpreadOrder Downstream(GraphView view, IEnumerable<int> start, int maxRelations, CancellationToken cancellationToken) =>
        From(view, start, maxRelations, BuyersOf, cancellationToken);

    /// <summary>Everything upstream of some nodes, themselves included; parameters as for <see cref="Downstream"/>.</summary>
    public static SpreadOrder Upstream(GraphView view, IEnumerable<int> start, int maxRelations, CancellationToken cancellationToken) =>
        From(view, start, maxRelations, SuppliersOf, cancellationToken);

    private static SpreadOrder From(
        GraphView view, IEnumerable<int> start, int maxRelations, Func<GraphView, int, IEnumerable<int>> nextOf, CancellationToken cancellationToken)
    {
        var order = new SpreadOrder(view.Graph.NodeCount);
        foreach (var node in start)
            order.Place(node);
        for (var place = 0; place < order._nodes.Count; place++)
        {
            if (place % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            order.Follow(nextOf(view, order._nodes[place]), maxRelations);
        }
        (order._rank, order._sizeOfRank) = Components.Find([.. order._firstNext], [.. order._next], cancellationToken).Ranks();
        order._position = SweepOrder.Positions(order.Next, order._rank, order._sizeOfRank, cancellationToken);
        return order;
    }

    private static IEnumerable<int> BuyersOf(GraphView view, int node)
    {
        var graph = view.Graph;
        foreach (var flow in graph.Flows.FromNode(node).ToArray())
        {
            var group = graph.Flows.Group(flow);
            if (!graph.Groups.IsTrade(group) && view.Holds(flow))
                yield return graph.Groups.Buyer(group);
        }
    }

    private static IEnumerable<int> SuppliersOf(GraphView view, int node)
    {
        var graph = view.Graph;
        foreach (var group in graph.Groups.OfBuyer(node).ToArray())
        {
            for (var flow = graph.Groups.FirstFlow(group); flow < graph.Groups.EndFlow(group) && !graph.Groups.IsTrade(group); flow++)
            {
                if (view.Holds(flow))
                    yield return graph.Flows.Supplier(flow);
            }
        }
    }

    private void Follow(IEnumerable<int> next, int maxRelations)
    {
        foreach (var node in next)
        {
            if (_next.Count >= maxRelations)
                CutByLimit = true;
            else
                _next.Add(Place(node));
        }
        _firstNext.Add(_next.Count);
    }

    private int Place(int node)
    {
        if (_placeOf[node] >= 0)
            return _placeOf[node];
        _nodes.Add(node);
        return _placeOf[node] = _nodes.Count - 1;
    }
}
