using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>Walks upstream from a buyer, breadth first, until everything or the limit on relations is reached.</summary>
internal sealed class SupplyConeBuilder
{
    private const int PlacesBetweenChecks = 4096;
    private readonly GraphView _view;
    private readonly CompiledGraph _graph;
    private readonly int _maxRelations;
    private readonly int[] _placeOf;
    private readonly List<int> _nodes = [];
    private readonly List<int> _tiers = [];
    private readonly List<int> _firstIn = [];
    private readonly List<int> _leftOut = [];
    private readonly List<bool> _isCut = [];
    private readonly List<int> _flows = [];
    private readonly List<int> _suppliers = [];
    private readonly Func<int, bool>? _wantedOfBuyer;

    private SupplyConeBuilder(GraphView view, int maxRelations, Func<int, bool>? wantedOfBuyer)
    {
        _view = view;
        _graph = view.Graph;
        _maxRelations = maxRelations;
        _wantedOfBuyer = wantedOfBuyer;
        _placeOf = new int[_graph.NodeCount];
        Array.Fill(_placeOf, -1);
    }

    /// <summary>The cone upstream of a buyer.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="buyer">The buyer, which gets place 0.</param>
    /// <param name="groups">
    /// The graph's groups that place 0 stands for; null for all of the buyer, what a state imports included. Where place 0 has not just its supply groups, and the
    /// buyer is upstream of itself, it has a second place that has them.
    /// </param>
    /// <param name="wantedOfBuyer">Which flows into place 0 are wanted; null for all.</param>
    /// <param name="maxRelations">How many flows are read; a node whose inputs no longer fit is cut.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SupplyCone Build(
        GraphView view, int buyer, IReadOnlyList<int>? groups, Func<int, bool>? wantedOfBuyer, int maxRelations, CancellationToken cancellationToken)
    {
        var builder = new SupplyConeBuilder(view, maxRelations, wantedOfBuyer);
        groups ??= view.GroupsOf(buyer, includeTrade: true);
        builder.Add(buyer, 0);
        if (wantedOfBuyer is not null || !groups.SequenceEqual(view.SupplyGroups(buyer)))
            builder._placeOf[buyer] = -1;
        builder.Expand(0, [.. groups]);
        for (var place = 1; place < builder._nodes.Count; place++)
        {
            if (place % PlacesBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            builder.Expand(place, view.Graph.Groups.OfBuyer(builder._nodes[place]));
        }
        builder._firstIn.Add(builder._flows.Count);
        return builder.ToCone();
    }

    private SupplyCone ToCone() => new()
    {
        Nodes = [.. _nodes],
        Tiers = [.. _tiers],
        FirstIn = [.. _firstIn],
        LeftOutOf = [.. _leftOut],
        IsCut = [.. _isCut],
        Flows = [.. _flows],
        Suppliers = [.. _suppliers],
    };

    private void Expand(int place, ReadOnlySpan<int> groups)
    {
        _firstIn.Add(_flows.Count);
        var (leftOut, isCut) = (0, false);
        foreach (var group in groups)
        {
            // What a state imports as trade is read only where the question names it: its suppliers are not what they export.
            for (var flow = _graph.Groups.FirstFlow(group); flow < _graph.Groups.EndFlow(group) && (place == 0 || !_graph.Groups.IsTrade(group)); flow++)
            {
                if (!_view.Holds(flow) || (place == 0 && _wantedOfBuyer?.Invoke(flow) == false))
                    continue;
                if (!_view.Counts(flow))
                    leftOut++;
                else if (_flows.Count == _maxRelations)
                    isCut = true;
                else
                    Take(flow, _tiers[place] + 1);
            }
        }
        _leftOut.Add(leftOut);
        _isCut.Add(isCut);
    }

    private void Take(int flow, int tier)
    {
        var supplier = _graph.Flows.Supplier(flow);
        if (_placeOf[supplier] < 0)
            Add(supplier, tier);
        _flows.Add(flow);
        _suppliers.Add(_placeOf[supplier]);
    }

    private void Add(int node, int tier)
    {
        _placeOf[node] = _nodes.Count;
        _nodes.Add(node);
        _tiers.Add(tier);
    }
}
