using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tracing;

/// <summary>A chokepoint: a flow meets it with the share of it that passes. A flow that states no passage passes what is inferred for it, else none.</summary>
internal sealed class ChokepointTarget(EntityId id, int chokepoint) : TraceTarget(id)
{
    /// <inheritdoc/>
    public override Hit HitOf(GraphView view, int flow)
    {
        foreach (var transit in view.Graph.Transits.OfFlow(flow))
        {
            if (transit.Chokepoint != chokepoint)
                continue;
            var counts = view.Evidence.IncludeInferred || !transit.Inferred;
            return new Hit(counts && transit.Share is { } share ? ShareRange.Exactly(share, transit.Inferred) : ShareRange.Unknown, []);
        }
        return Hit.None;
    }

    /// <inheritdoc/>
    public override IEnumerable<int> Candidates(GraphView view) => view.Graph.Transits.ThroughChokepoint(chokepoint).Select(transit => transit.Flow);
}

/// <summary>A product: a flow of it, or of a product whose HS codes all lie beneath its own, meets it whole.</summary>
internal sealed class ProductTarget(EntityId id, ProductMatch product) : TraceTarget(id)
{
    /// <inheritdoc/>
    public override Hit HitOf(GraphView view, int flow) => product.Is(view.Graph.Flows.Product(flow)) ? Hit.Whole([], false) : Hit.None;
}

/// <summary>
/// A state or a bloc: what a supplier in it, or the state itself, supplies. A supplier whose state nobody gives, or in several states of which only
/// some belong, counts as unknown.
/// </summary>
internal sealed class TerritoryTarget(EntityId id, int territory, NodeKind kind) : TraceTarget(id)
{
    /// <inheritdoc/>
    public override Hit HitOf(GraphView view, int flow)
    {
        var states = view.Places.StatesOf(view.Graph.Flows.Supplier(flow));
        var inside = states.Select(state => Within(view, state)).OfType<Placement>().ToList();
        if (states.Count == 0)
            return new Hit(ShareRange.Unknown, []);
        if (inside.Count == 0)
            return Hit.None;
        EntityId[] via = [.. inside.SelectMany(place => place.Via).Distinct()];
        return inside.Count == states.Count
            ? Hit.Whole(via, inside.Exists(place => place.Inferred))
            : new Hit(ShareRange.Unknown, via);
    }

    private Placement? Within(GraphView view, Placement state)
    {
        if (kind == NodeKind.State)
            return state.Node == territory ? state : null;
        return view.Places.Membership(state.Node, territory) is { } membership
            ? new Placement(territory, [.. state.Via, .. membership.Via], state.Inferred || membership.Inferred)
            : null;
    }
}

/// <summary>A firm or facility: what it, or an asset that it controls through any number of owners, supplies.</summary>
internal sealed class SupplierTarget(EntityId id, int supplier) : TraceTarget(id)
{
    /// <inheritdoc/>
    public override Hit HitOf(GraphView view, int flow)
    {
        var owners = view.Places.OwnersOf(view.Graph.Flows.Supplier(flow));
        var found = owners.FindIndex(owner => owner.Node == supplier);
        return found < 0 ? Hit.None : Hit.Whole(owners[found].Via, owners[found].Inferred);
    }
}

/// <summary>Exactly one node as the supplier, whoever owns it: the places of a chain.</summary>
internal sealed class NodeTarget(EntityId id, int node) : TraceTarget(id)
{
    /// <inheritdoc/>
    public override Hit HitOf(GraphView view, int flow) => view.Graph.Flows.Supplier(flow) == node ? Hit.Whole([], false) : Hit.None;

    /// <inheritdoc/>
    public override IEnumerable<int> Candidates(GraphView view) => view.Graph.Flows.FromNode(node).ToArray();
}
