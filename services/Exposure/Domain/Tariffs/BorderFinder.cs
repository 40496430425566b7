using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>
/// Finds the borders that flows cross on a view's date: the importer is the buyer's state and the origin the supplier's. Goods within one state cross none. A product's codes are
/// those that it states, or the number that is its id's name, as in <c>hs:854231</c>. Not thread-safe.
/// </summary>
internal sealed class BorderFinder(GraphView view)
{
    private readonly Dictionary<int, (EntityId? State, string Missing)> _stateOf = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _codesOf = [];

    /// <summary>The border that a flow crosses; null where it crosses none.</summary>
    public Border? Of(int flow)
    {
        var graph = view.Graph;
        var border = Between(graph.Flows.Supplier(flow), graph.Groups.Buyer(graph.Flows.Group(flow)), graph.Flows.Product(flow));
        return border is null ? null : border with { Flow = flow, Missing = border.Missing.Length == 0 && border.Codes.Count == 0 ? $"{graph.Flows.Id(flow)} names no product" : border.Missing };
    }

    /// <summary>The border that goods would cross between two nodes, its flow -1; null where they would cross none.</summary>
    /// <param name="supplier">Who sells.</param>
    /// <param name="buyer">Who buys.</param>
    /// <param name="product">The product's number; -1 where none is named.</param>
    public Border? Between(int supplier, int buyer, int product)
    {
        var (importer, noImporter) = StateOf(buyer);
        var (origin, noOrigin) = StateOf(supplier);
        if (importer is not null && importer == origin)
            return null;
        var codes = CodesOf(product);
        var missing = noImporter.Length > 0 ? noImporter
            : noOrigin.Length > 0 ? noOrigin
            : codes.Count == 0 && product >= 0 ? $"{view.Graph.Products[product]} states no HS code"
            : "";
        return new Border(-1, importer, origin, codes, missing);
    }

    /// <summary>The state in which a node lies; null where the data give none or several, with the reason.</summary>
    public (EntityId? State, string Missing) StateOf(int node)
    {
        if (_stateOf.TryGetValue(node, out var known))
            return known;
        var states = view.Places.StatesOf(node);
        var id = view.Graph.NodeId(node);
        return _stateOf[node] = states.Count switch
        {
            1 => (view.Graph.NodeId(states[0].Node), ""),
            0 => (null, $"nobody says in which state {id} lies"),
            _ => (null, $"{id} lies in several states: {string.Join(", ", states.Select(state => view.Graph.NodeId(state.Node)).Order())}"),
        };
    }

    private IReadOnlyList<string> CodesOf(int product)
    {
        if (product < 0)
            return [];
        if (_codesOf.TryGetValue(product, out var known))
            return known;
        var id = view.Graph.Products[product];
        var stated = view.Graph.HsCodesOf(id);
        return _codesOf[product] = stated.Count > 0 ? [.. stated.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : HsCode.TryParse(id.Name, out var code) ? [code.Digits]
            : [];
    }
}
