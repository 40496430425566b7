using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Partners;

/// <summary>A share of one on another that a source states.</summary>
/// <param name="Of">Who depends.</param>
/// <param name="On">On whom or what.</param>
/// <param name="Name">The number's name, or the product's id.</param>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="StatedBy">The actor or relation that states it.</param>
internal sealed record StatedShare(EntityId Of, EntityId On, string Name, decimal Share, EntityId StatedBy);

/// <summary>Finds the dependence shares that sources state of an actor: of its imports and inputs by supplier and product, and numbers of unit <c>share</c> about another.</summary>
internal static class DependenceShares
{
    private const string ShareUnit = "share";

    /// <summary>The shares, the largest first, then by whom they are on, name and source.</summary>
    public static List<StatedShare> Of(GraphView view, EntityId of, IEnumerable<StatedNumber> numbers)
    {
        var shares = numbers.Where(number => number.Of == of && number.Unit == ShareUnit && number.About is not null && !(number.Valid.From > view.AsOf))
            .GroupBy(number => (number.Name, number.About)).Select(group => group.OrderByDescending(number => number.Valid.From ?? DateOnly.MinValue).First())
            .Select(number => new StatedShare(of, number.About!.Value, number.Name, number.Value, of)).ToList();
        var graph = view.Graph;
        foreach (var group in graph.Groups.OfBuyer(GroupSelection.FindNode(view, of)))
        {
            for (var flow = graph.Groups.FirstFlow(group); flow < graph.Groups.EndFlow(group); flow++)
            {
                if (view.Counts(flow) && graph.Flows.Share(flow) is { } share)
                    shares.Add(new StatedShare(of, graph.NodeId(graph.Flows.Supplier(flow)), NameOf(view, flow), share, graph.Flows.Id(flow)));
            }
        }
        return [.. shares.OrderByDescending(share => share.Share).ThenBy(share => share.On).ThenBy(share => share.Name, StringComparer.Ordinal).ThenBy(share => share.StatedBy)];
    }

    private static string NameOf(GraphView view, int flow) =>
        view.Graph.Flows.Product(flow) is >= 0 and var product ? view.Graph.Products[product].Value : view.Graph.Groups.Name(view.Graph.Flows.Group(flow));
}
