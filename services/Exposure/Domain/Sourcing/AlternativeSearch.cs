using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>Finds who makes or sells a product, in a bloc's member states or anywhere.</summary>
internal sealed class AlternativeSearch(GraphView view, int buyer, int? bloc, Obligations wanted)
{
    private readonly Dictionary<(int Node, EntityId Product), Alternative> _found = [];
    private readonly HashSet<int> _nodes = [];

    /// <summary>Nodes looked at.</summary>
    public int ExploredNodes => _nodes.Count;

    /// <summary>Relations looked at.</summary>
    public int ExploredRelations { get; private set; }

    /// <summary>Relations that hold on the date, make or sell one of the products, and do not count under the evidence rule.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Everybody in the bloc (anybody where there is none) but the buyer who makes or sells one of the products.</summary>
    /// <param name="products">The products.</param>
    /// <param name="groups">The buyer's groups that take them: who feeds one supplies now.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyCollection<Alternative> Find(IReadOnlySet<EntityId> products, IEnumerable<GroupShares> groups, CancellationToken cancellationToken)
    {
        var graph = view.Graph;
        var numbers = products.Select(graph.FindProduct).OfType<int>().ToHashSet();
        var present = groups.SelectMany(shares => shares.Members).Where(member => numbers.Contains(graph.Flows.Product(member.Flow)))
            .Select(member => graph.Flows.Supplier(member.Flow)).ToHashSet();
        foreach (var product in products)
            AddProducers(product, present);
        for (var flow = 0; flow < graph.Flows.Count; flow++)
        {
            if (flow % 65_536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!numbers.Contains(graph.Flows.Product(flow)) || !view.Holds(flow))
                continue;
            if (view.Counts(flow))
                Add(graph.Flows.Supplier(flow), graph.Products[graph.Flows.Product(flow)], graph.Flows.Id(flow), null, graph.Flows.Flags(flow).Inferred, present);
            else
                LeftOut++;
        }
        return _found.Values;
    }

    /// <summary>How a node lies in the bloc: state and relations; null where it does not, or where there is no bloc.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isAmbiguous">True where it lies in several states and not all of them belong.</param>
    public Placement? PlaceInBloc(int node, out bool isAmbiguous)
    {
        var states = view.Places.StatesOf(node);
        var inside = new List<Placement>();
        foreach (var state in states)
        {
            if (bloc is { } named && view.Places.Membership(state.Node, named, wanted) is { } membership)
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
        foreach (var relation in table.ToNode(node))
            LeftOut += view.HoldsIn(table.Period(relation)) && !view.Evidence.Counts(table.Flags(relation)) ? 1 : 0;
        foreach (var relation in view.Counted(table, table.ToNode(node)))
            Add(table.From(relation), product, table.Id(relation), table.Share(relation), table.Flags(relation).Inferred, present);
    }

    private void Add(int node, EntityId product, EntityId relation, decimal? worldShare, bool inferred, HashSet<int> present)
    {
        _nodes.Add(node);
        ExploredRelations++;
        if (node == buyer || _found.ContainsKey((node, product)))
            return;
        var place = bloc is null ? view.Places.StatesOf(node).Select(state => (Placement?)state).FirstOrDefault() : PlaceInBloc(node, out _);
        if (place is null && bloc is not null)
            return;
        var graph = view.Graph;
        _found[(node, product)] = new Alternative(
            graph.NodeId(node), place is { } at ? graph.NodeId(at.Node) : null, product, present.Contains(node), worldShare,
            place is { } member && bloc is { } named ? view.Places.ObligationsOf(member.Node, named) : Obligations.None,
            [relation, .. place?.Via ?? []], inferred || (place?.Inferred ?? false));
    }
}
