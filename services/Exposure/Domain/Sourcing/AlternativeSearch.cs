using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>Finds who in a bloc's member states makes or sells a product.</summary>
internal sealed class AlternativeSearch(GraphView view, int buyer, int bloc, Obligations wanted)
{
    private readonly Dictionary<(int Node, EntityId Product), Alternative> _found = [];
    private readonly HashSet<int> _nodes = [];

    /// <summary>Nodes looked at.</summary>
    public int ExploredNodes => _nodes.Count;

    /// <summary>Relations looked at.</summary>
    public int ExploredRelations { get; private set; }

    /// <summary>Everybody in the bloc but the buyer who makes or sells one of the group's products.</summary>
    public IReadOnlyCollection<Alternative> Find(GroupShares shares, CancellationToken cancellationToken)
    {
        var graph = view.Graph;
        var present = shares.Members.Select(member => graph.Flows.Supplier(member.Flow)).ToHashSet();
        var products = shares.Members.Select(member => graph.Flows.Product(member.Flow)).Where(product => product >= 0).ToHashSet();
        foreach (var product in products.Order())
            AddProducers(graph.Products[product], present);
        for (var flow = 0; flow < graph.Flows.Count; flow++)
        {
            if (flow % 65_536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (products.Contains(graph.Flows.Product(flow)) && view.Counts(flow))
                Add(graph.Flows.Supplier(flow), graph.Products[graph.Flows.Product(flow)], graph.Flows.Id(flow), null, graph.Flows.Flags(flow).Inferred, present);
        }
        return _found.Values;
    }

    /// <summary>How a node lies in the bloc: state and relations; null where it does not.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isAmbiguous">True where it lies in several states and not all of them belong.</param>
    public Placement? PlaceInBloc(int node, out bool isAmbiguous)
    {
        var states = view.Places.StatesOf(node);
        var inside = new List<Placement>();
        foreach (var state in states)
        {
            if (view.Places.Membership(state.Node, bloc, wanted) is { } membership)
                inside.Add(new Placement(state.Node, [.. state.Via, .. membership.Via], state.Inferred || membership.Inferred));
        }
        isAmbiguous = inside.Count > 0 && inside.Count < states.Count;
        return inside.Count > 0 ? inside[0] : null;
    }

    private void AddProducers(EntityId product, HashSet<int> present)
    {
        if (view.Graph.FindNode(product) is not { } node)
            return;
        var table = view.Graph.Produces;
        foreach (var relation in view.Counted(table, table.ToNode(node)))
            Add(table.From(relation), product, table.Id(relation), table.Share(relation), table.Flags(relation).Inferred, present);
    }

    private void Add(int node, EntityId product, EntityId relation, decimal? worldShare, bool inferred, HashSet<int> present)
    {
        _nodes.Add(node);
        ExploredRelations++;
        if (node == buyer || _found.ContainsKey((node, product)) || PlaceInBloc(node, out _) is not { } place)
            return;
        var graph = view.Graph;
        _found[(node, product)] = new Alternative(
            graph.NodeId(node), graph.NodeId(place.Node), product, present.Contains(node), worldShare,
            view.Places.ObligationsOf(place.Node, bloc), [relation, .. place.Via], inferred || place.Inferred);
    }
}
