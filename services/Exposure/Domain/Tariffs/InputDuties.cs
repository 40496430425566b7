using GeoGraph.Core;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>The duty on what actors buy, by product, on one side of a change. Not thread-safe.</summary>
internal sealed class InputDuties(CostSide side, EmbeddedField field, decimal passThrough)
{
    private readonly Dictionary<int, IReadOnlyList<int>> _changedUpstream = [];

    /// <summary>The flows into an actor that count on the date, trade included; none where it is not there.</summary>
    public List<int> Inputs(EntityId actor)
    {
        var graph = side.View.Graph;
        var inputs = new List<int>();
        if (graph.FindNode(actor) is not { } node)
            return inputs;
        foreach (var group in graph.Groups.OfBuyer(node))
        {
            for (var flow = graph.Groups.FirstFlow(group); flow < graph.Groups.EndFlow(group); flow++)
            {
                if (side.View.Counts(flow))
                    inputs.Add(flow);
            }
        }
        return inputs;
    }

    /// <summary>The product of a flow; null where it names none.</summary>
    public EntityId? ProductOf(int flow) => side.View.Graph.Flows.Product(flow) is >= 0 and var product ? side.View.Graph.Products[product] : null;

    /// <summary>The duty on some inputs of an actor; null where there are none.</summary>
    public InputDuty? Of(EntityId actor, IReadOnlyCollection<int> inputs)
    {
        if (inputs.Count == 0)
            return null;
        var graph = side.View.Graph;
        var (direct, embedded) = (0m, 0m);
        foreach (var flow in inputs)
        {
            var (value, rate) = (graph.Flows.Value(flow) ?? 0m, side.Rates.AtLeast(flow));
            direct += value * rate;
            embedded += value * (rate + Beyond(flow));
        }
        var output = graph.FindNode(actor) is { } node ? graph.OutputOf(node) : null;
        return new InputDuty(direct, embedded, output > 0m ? output : null);
    }

    /// <summary>True where an input with duty on it, or behind it, states no value.</summary>
    public bool HasUnknown(IReadOnlyCollection<int> inputs) =>
        inputs.Any(flow => side.View.Graph.Flows.Value(flow) is null && (side.Rates.AtLeast(flow) != 0m || Beyond(flow) != 0m));

    // What a state exports is not made of what it imports.
    private decimal Beyond(int flow) =>
        side.View.Graph.Groups.IsTrade(side.View.Graph.Flows.Group(flow)) ? 0m : passThrough * field.Embedded[side.View.Graph.Flows.Supplier(flow)];

    /// <summary>Flows upstream of some inputs, themselves included, that are among those wanted; in order of id, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<EntityId> Upstream(IReadOnlyCollection<int> inputs, IReadOnlySet<int> wanted, int most, CancellationToken cancellationToken)
    {
        var found = inputs.Where(wanted.Contains).ToHashSet();
        var suppliers = inputs.Where(flow => !side.View.Graph.Groups.IsTrade(side.View.Graph.Flows.Group(flow))).Select(side.View.Graph.Flows.Supplier).Distinct();
        foreach (var supplier in suppliers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.UnionWith(Of(supplier, wanted));
        }
        return [.. found.Select(side.View.Graph.Flows.Id).Order().Take(most)];
    }

    private IReadOnlyList<int> Of(int node, IReadOnlySet<int> wanted)
    {
        if (_changedUpstream.TryGetValue(node, out var known))
            return known;
        var upstream = EmbeddedField.Upstream(side.View, [node]);
        return _changedUpstream[node] = [.. wanted.Where(flow => upstream[side.View.Graph.Groups.Buyer(side.View.Graph.Flows.Group(flow))]
            && !side.View.Graph.Groups.IsTrade(side.View.Graph.Flows.Group(flow)))];
    }
}
