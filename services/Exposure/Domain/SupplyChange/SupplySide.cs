using GeoGraph.Core;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.SupplyChange;

/// <summary>What is upstream of an actor within some tiers, on one side of a change. Not thread-safe.</summary>
internal sealed class SupplySide
{
    private readonly GraphView _view;
    private readonly SupplyCone _cone;
    private readonly BorderFinder _places;
    private readonly Dictionary<EntityId, int> _placeOf = [];
    private readonly int _tiers;

    /// <summary>Reads what is upstream.</summary>
    public SupplySide(GraphView view, SupplyCone cone, int tiers)
    {
        (_view, _cone, _tiers, _places) = (view, cone, tiers, new BorderFinder(view));
        for (var place = cone.Count - 1; place >= 0; place--)
        {
            if (cone.Tiers[place] <= tiers)
                _placeOf[view.Graph.NodeId(cone.Nodes[place])] = place;
        }
    }

    /// <summary>The actors with inputs that are followed, the dependent among them.</summary>
    public IEnumerable<EntityId> Buyers => _placeOf.Where(row => _cone.Tiers[row.Value] < _tiers && _cone.FirstIn[row.Value] < _cone.FirstIn[row.Value + 1]).Select(row => row.Key);

    /// <summary>True where the actor is upstream, or is the dependent.</summary>
    public bool Holds(EntityId actor) => _placeOf.ContainsKey(actor);

    /// <summary>The state of an actor; null where it has none or several.</summary>
    public EntityId? StateOf(EntityId actor) => _placeOf.TryGetValue(actor, out var place) ? _places.StateOf(_cone.Nodes[place]).State : null;

    /// <summary>The shape.</summary>
    public SupplyShape Shape(CancellationToken cancellationToken)
    {
        var nodes = _placeOf.Where(row => _cone.Nodes[row.Value] != _cone.Nodes[0]).Select(row => row.Value).ToList();
        var states = nodes.Select(place => _places.StateOf(_cone.Nodes[place]).State).ToList();
        return new SupplyShape(nodes.Count, LongestChain(cancellationToken), [.. states.OfType<EntityId>().Distinct().Order()], states.Count(state => state is null));
    }

    /// <summary>What an input group gets, by supplier and its state. Empty where there is no such group.</summary>
    public GroupSupply Supply(EntityId buyer, string group)
    {
        var supply = new GroupSupply([], []);
        if (!_placeOf.TryGetValue(buyer, out var place))
            return supply;
        foreach (var number in GroupsOf(place).Where(number => _view.Graph.Groups.Name(number) == group))
        {
            foreach (var member in _view.Shares(number).Members)
            {
                var supplier = _view.Graph.Flows.Supplier(member.Flow);
                var key = (_view.Graph.NodeId(supplier), _places.StateOf(supplier).State);
                supply.Values[key] = supply.Values.GetValueOrDefault(key, 0m) + _view.Graph.Flows.Value(member.Flow);
                supply.Shares[key] = supply.Shares.GetValueOrDefault(key, 0m) + member.Share;
            }
        }
        return supply;
    }

    /// <summary>The names of an actor's input groups on the date, in ordinal order.</summary>
    public IEnumerable<string> Groups(EntityId buyer) => _placeOf.TryGetValue(buyer, out var place)
        ? GroupsOf(place).Select(_view.Graph.Groups.Name).Distinct().Order(StringComparer.Ordinal)
        : [];

    /// <summary>True where one actor is upstream of another.</summary>
    public bool IsUpstream(EntityId actor, EntityId of)
    {
        if (!_placeOf.TryGetValue(actor, out var wanted) || !_placeOf.TryGetValue(of, out var start))
            return false;
        var (seen, open) = (new HashSet<int> { start }, new Stack<int>([start]));
        while (open.TryPop(out var place))
        {
            for (var i = _cone.FirstIn[place]; i < _cone.FirstIn[place + 1]; i++)
            {
                if (_cone.Suppliers[i] == wanted)
                    return true;
                if (seen.Add(_cone.Suppliers[i]))
                    open.Push(_cone.Suppliers[i]);
            }
        }
        return false;
    }

    private List<int> GroupsOf(int place) =>
        _view.GroupsOf(_cone.Nodes[place], includeTrade: place == 0).FindAll(_view.GroupHolds);

    // Over circles, which count as one supplier, so that the longest chain is found at once in any graph.
    private int LongestChain(CancellationToken cancellationToken)
    {
        var components = Components.Find(_cone.FirstIn, _cone.Suppliers, cancellationToken);
        var (componentOf, longest) = (new int[_cone.Count], new int[components.Count]);
        for (var component = 0; component < components.Count; component++)
        {
            foreach (var place in components[component])
                componentOf[place] = component;
            foreach (var place in components[component])
            {
                for (var i = _cone.FirstIn[place]; i < _cone.FirstIn[place + 1]; i++)
                {
                    var supplier = componentOf[_cone.Suppliers[i]];
                    if (supplier != component)
                        longest[component] = Math.Max(longest[component], longest[supplier] + 1);
                }
            }
        }
        return Math.Min(longest[componentOf[0]], _tiers);
    }
}
