using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>The duty on what actors buy, by product, on one side of a change.</summary>
internal sealed class InputDuties(CostSide side, EmbeddedField field, decimal passThrough)
{
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

    /// <summary>True where no rate can be given for one of the inputs.</summary>
    public bool HasOpenRate(IReadOnlyCollection<int> inputs) => inputs.Any(flow => !side.Rates.Of(flow).IsKnown);

    // What a state exports is not made of what it imports.
    private decimal Beyond(int flow) =>
        side.View.Graph.Groups.IsTrade(side.View.Graph.Flows.Group(flow)) ? 0m : passThrough * field.Embedded[side.View.Graph.Flows.Supplier(flow)];

    /// <summary>Flows upstream of some inputs, themselves included, that are among those wanted; in order of id, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<EntityId> Upstream(IReadOnlyCollection<int> inputs, IReadOnlyCollection<int> wanted, int most)
    {
        var graph = side.View.Graph;
        var own = inputs.ToHashSet();
        var upstream = UpstreamNodes.Of(side.View, inputs.Where(flow => !graph.Groups.IsTrade(graph.Flows.Group(flow))).Select(graph.Flows.Supplier));
        return [.. wanted.Where(flow => own.Contains(flow) || (upstream[graph.Groups.Buyer(graph.Flows.Group(flow))] && !graph.Groups.IsTrade(graph.Flows.Group(flow))))
            .Select(graph.Flows.Id).Order().Take(most)];
    }
}
