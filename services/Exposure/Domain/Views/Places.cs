using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>A node reached by relations, with their ids.</summary>
/// <param name="Node">The node reached.</param>
/// <param name="Via">The relations, from the start to it; empty where it is the start itself.</param>
/// <param name="Inferred">True where one of the relations is inferred.</param>
internal readonly record struct Placement(int Node, IReadOnlyList<EntityId> Via, bool Inferred);

/// <summary>Locations, ownership and memberships on the view's date.</summary>
internal sealed class Places(GraphView view)
{
    private const decimal Majority = 0.5m;

    /// <summary>The states in which a node lies: itself where it is a state; none or several where the data say so.</summary>
    public List<Placement> StatesOf(int node)
    {
        if (view.Graph.KindOf(node) == NodeKind.State)
            return [new Placement(node, [], false)];
        return Ends(view.Graph.LocatedIn, view.Graph.LocatedIn.FromNode(node)).DistinctBy(place => place.Node).ToList();
    }

    /// <summary>The membership of a state in a bloc, with all of the wanted obligations; null where there is none.</summary>
    public Placement? Membership(int state, int bloc, Obligations wanted = Obligations.None)
    {
        var table = view.Graph.MemberOf;
        foreach (var relation in view.Counted(table, table.FromNode(state)))
        {
            if (table.To(relation) == bloc && (table.Flags(relation).Obligations & wanted) == wanted)
                return new Placement(bloc, [table.Id(relation)], table.Flags(relation).Inferred);
        }
        return null;
    }

    /// <summary>What the membership of a state in a bloc binds it to; nothing where it is no member.</summary>
    public Obligations ObligationsOf(int state, int bloc)
    {
        var table = view.Graph.MemberOf;
        var bound = Obligations.None;
        foreach (var relation in view.Counted(table, table.FromNode(state)))
        {
            if (table.To(relation) == bloc)
                bound |= table.Flags(relation).Obligations;
        }
        return bound;
    }

    /// <summary>The node, its controlling owner, that one's controlling owner, and so on; stops before a node repeats.</summary>
    public List<Placement> OwnersOf(int node)
    {
        var chain = new List<Placement> { new(node, [], false) };
        while (ControllingOwner(chain[^1].Node) is { } owner && chain.TrueForAll(link => link.Node != owner.Node))
            chain.Add(new Placement(owner.Node, [.. chain[^1].Via, .. owner.Via], chain[^1].Inferred || owner.Inferred));
        return chain;
    }

    /// <summary>
    /// The end of <see cref="OwnersOf"/>. Where owners own one another in a circle, the member of the circle with the least id,
    /// so that all members of a circle have the same ultimate owner.
    /// </summary>
    public Placement UltimateOwner(int node)
    {
        var chain = OwnersOf(node);
        if (ControllingOwner(chain[^1].Node) is not { } next)
            return chain[^1];
        var circle = chain.FindIndex(link => link.Node == next.Node);
        return chain[circle..].MinBy(link => link.Node);
    }

    /// <summary>The firm that a facility belongs to by its controlling owner; the node itself for anything else.</summary>
    public Placement FirmOf(int node) =>
        view.Graph.KindOf(node) == NodeKind.Facility && ControllingOwner(node) is { } owner && view.Graph.KindOf(owner.Node) == NodeKind.Firm
            ? owner
            : new Placement(node, [], false);

    // A stated share above one half controls; an owner without a stated share controls where it is the only owner.
    private Placement? ControllingOwner(int node)
    {
        var table = view.Graph.Owns;
        var owners = view.Counted(table, table.ToNode(node));
        foreach (var relation in owners)
        {
            if (table.Share(relation) > Majority || (table.Share(relation) is null && owners.Count == 1))
                return new Placement(table.From(relation), [table.Id(relation)], table.Flags(relation).Inferred);
        }
        return null;
    }

    private IEnumerable<Placement> Ends(RelationTable table, ReadOnlySpan<int> relations) =>
        view.Counted(table, relations).Select(relation => new Placement(table.To(relation), [table.Id(relation)], table.Flags(relation).Inferred));
}
