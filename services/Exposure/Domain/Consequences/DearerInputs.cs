using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.Exposure.Consequences;

/// <summary>Whose landed cost changes: the tariff shock as consequences, and the flows of unstated value whose duty changes, which have no amount.</summary>
internal static class DearerInputs
{
    /// <summary>The consequences, in no order. Goods that no longer arrive save no duty: what is taken away is still in both sides.</summary>
    /// <param name="before">The world before, with its duties.</param>
    /// <param name="after">The world after, with its duties.</param>
    /// <param name="shock">The shock between them.</param>
    /// <param name="of">Narrows what is told to these actors; empty for all.</param>
    public static IEnumerable<DearerInput> Of(CostSide before, CostSide after, ShockAnswer shock, IReadOnlySet<EntityId> of)
    {
        var products = shock.Changes.Where(change => change.Product is not null && change.Changes).CountBy(change => change.Actor).ToDictionary();
        foreach (var change in shock.Changes.Where(change => change.Changes))
        {
            // One product is told once, by its name.
            if (change.Product is not null || products.GetValueOrDefault(change.Actor) != 1)
                yield return Told(change);
        }
        foreach (var unstated in Unstated(before, after, of))
            yield return unstated;
    }

    private static DearerInput Told(CostChange change)
    {
        var what = change.Product is { } product ? product.Value : "its inputs";
        var sentence = change.ChangeUsd is { } usd
            ? $"{change.Actor} pays {ConsequenceText.Usd(Math.Abs(usd))} a year {(usd < 0m ? "less" : "more")} of duty on {what}, {ConsequenceText.Usd(Math.Abs(change.DirectChangeUsd ?? 0m))} of it at its own border."
            : $"The duty on {what} of {change.Actor} changes; by how much in USD is unknown, as values or duties are not stated.";
        return new DearerInput(change.ChangeUsd is { } amount ? Math.Abs(amount) : null, sentence, change.Relations) { Change = change };
    }

    /// <summary>The flows of unstated value whose duty changes, in order.</summary>
    public static IEnumerable<DearerInput> Unstated(CostSide before, CostSide after, IReadOnlySet<EntityId> of)
    {
        var graph = after.View.Graph;
        foreach (var flow in after.Rates.Flows)
        {
            var buyer = graph.NodeId(graph.Groups.Buyer(graph.Flows.Group(flow)));
            if (graph.Flows.Value(flow) is not null || (of.Count > 0 && !of.Contains(buyer)) || before.View.Graph.FindFlow(graph.Flows.Id(flow)) is not { } earlier)
                continue;
            var (was, becomes) = (before.Rates.Of(earlier), after.Rates.Of(flow));
            if (was.AtLeast == becomes.AtLeast && was.AtMost == becomes.AtMost)
                continue;
            EntityId? product = graph.Flows.Product(flow) is >= 0 and var number ? graph.Products[number] : null;
            var sentence = $"The duty on {(product is { } named ? named.Value : graph.Groups.Name(graph.Flows.Group(flow)))} from {graph.NodeId(graph.Flows.Supplier(flow))} to {buyer} "
                + $"goes from {ConsequenceText.Rate(was)} to {ConsequenceText.Rate(becomes)}; what the flow is worth is not stated.";
            yield return new DearerInput(null, sentence, [graph.Flows.Id(flow)]) { Change = new CostChange(buyer, product, null, null, true, [graph.Flows.Id(flow)]) };
        }
    }
}
