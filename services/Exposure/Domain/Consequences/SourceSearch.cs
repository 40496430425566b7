using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Consequences;

/// <summary>
/// Finds where buyers could turn: the other suppliers of the same input, and whoever makes or sells the product, as far as they do not fall short themselves.
/// </summary>
internal sealed class SourceSearch(GraphView view, ShortFlows falls)
{
    /// <summary>The most sources of one product that are looked at, in order of the share of the world's output, then of id.</summary>
    public const int MostSources = 1_000;

    private readonly BorderFinder _borders = new(view);

    /// <summary>The flows with their sources.</summary>
    /// <param name="flows">The flows from which buyers have reason to turn away.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<TurnedFrom> Find(IReadOnlyCollection<int> flows, CancellationToken cancellationToken)
    {
        var makers = Makers(flows.Select(view.Graph.Flows.Product).Where(product => product >= 0).ToHashSet(), cancellationToken);
        var found = new List<TurnedFrom>();
        foreach (var flow in flows.Order())
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(new TurnedFrom(flow, falls.PartOf(view, flow), _borders.Of(flow), Sources(flow, makers)));
        }
        return found;
    }

    private IReadOnlyList<Source> Sources(int flow, Dictionary<int, List<Source>> makers)
    {
        var graph = view.Graph;
        var (group, product) = (graph.Flows.Group(flow), graph.Flows.Product(flow));
        var (from, buyer) = (graph.Flows.Supplier(flow), graph.Groups.Buyer(group));
        var sources = new SortedDictionary<int, Source>();
        var feeding = new HashSet<int>();
        foreach (var member in view.Shares(group).Members)
        {
            var supplier = graph.Flows.Supplier(member.Flow);
            feeding.Add(supplier);
            if (supplier != from && falls.PartOf(view, member.Flow) == 0m)
                sources.TryAdd(supplier, new Source(supplier, member.Flow, _borders.Of(member.Flow), null, [graph.Flows.Id(member.Flow)]));
        }
        foreach (var maker in makers.GetValueOrDefault(product) ?? [])
        {
            if (!feeding.Contains(maker.Node) && maker.Node != buyer && IsAlike(maker.Node, from) && !falls.FallsShort(maker.Node))
                sources.TryAdd(maker.Node, maker with { Border = _borders.Between(maker.Node, buyer, product) });
        }
        return [.. sources.Values];
    }

    // States turn to states and firms to firms and facilities: what a state exports is what its firms make.
    private bool IsAlike(int left, int right) => view.Graph.KindOf(left) == Compiled.NodeKind.State == (view.Graph.KindOf(right) == Compiled.NodeKind.State);

    private Dictionary<int, List<Source>> Makers(HashSet<int> products, CancellationToken cancellationToken)
    {
        var makers = products.ToDictionary(product => product, _ => new SortedDictionary<int, Source>());
        foreach (var product in products)
            AddProducers(product, makers[product]);
        for (var flow = 0; flow < view.Graph.Flows.Count; flow++)
        {
            if (flow % 65_536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!makers.TryGetValue(view.Graph.Flows.Product(flow), out var known) || !view.Counts(flow) || falls.PartOf(view, flow) > 0m)
                continue;
            var supplier = view.Graph.Flows.Supplier(flow);
            known.TryAdd(supplier, new Source(supplier, null, null, null, [view.Graph.Flows.Id(flow)]));
        }
        return makers.ToDictionary(entry => entry.Key, entry => entry.Value.Values
            .OrderByDescending(source => source.ShareOfWorldOutput ?? -1m).ThenBy(source => source.Node).Take(MostSources).ToList());
    }

    private void AddProducers(int product, SortedDictionary<int, Source> makers)
    {
        if (view.Graph.FindNode(view.Graph.Products[product]) is not { } node)
            return;
        var table = view.Graph.Produces;
        foreach (var relation in view.Counted(table, table.ToNode(node)))
            makers.TryAdd(table.From(relation), new Source(table.From(relation), null, null, table.Share(relation), [table.Id(relation)]));
    }
}
