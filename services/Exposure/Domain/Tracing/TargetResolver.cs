using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tracing;

/// <summary>Finds what an id asks about.</summary>
internal static class TargetResolver
{
    /// <summary>The target of an id by the kind of its node; an id without node may be a product that flows name.</summary>
    /// <exception cref="GeoGraphException">NotFound where neither a node nor a product has the id; InvalidRequest where nothing can be exposed to it.</exception>
    public static TraceTarget Resolve(GraphView view, EntityId id)
    {
        if (view.Graph.FindProduct(id) is not null)
            return new ProductTarget(id, new ProductMatch(view.Graph, id));
        if (view.Graph.FindNode(id) is not { } node)
            throw GeoGraphException.NotFound("node or product", id.Value);
        return view.Graph.KindOf(node) switch
        {
            NodeKind.State or NodeKind.Bloc => new TerritoryTarget(id, node, view.Graph.KindOf(node)),
            NodeKind.Firm or NodeKind.Facility => new SupplierTarget(id, node),
            NodeKind.Chokepoint => new ChokepointTarget(id, node),
            NodeKind.Product => new ProductTarget(id, new ProductMatch(view.Graph, id)),
            _ => throw GeoGraphException.Invalid([new FieldViolation("on", id.Value, "names a state, bloc, firm, facility, product or chokepoint")]),
        };
    }
}
