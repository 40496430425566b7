using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.MaximumFlow;

/// <summary>How much can arrive at a buyer over the stated capacities of relations.</summary>
internal static class MaximumFlowMeasures
{
    private static readonly Measure MaximumFlow = new(
        "maximum-flow",
        "max sum of f into the buyer, 0 <= f <= capacity on every relation, inflow = outflow at every node between the origins and the buyer; equal to the least sum of capacities of a cut",
        "What could arrive, different inputs added up by value; not what could be made of it. A relation without stated capacity counts as unlimited.");

    /// <summary>The maximum flow to a buyer and the minimum cut. Every tier counts, so <see cref="TraceLimits.MaxTier"/> plays no part.</summary>
    /// <exception cref="GeoGraphException">NotFound where a node or the group is absent; InvalidRequest where a bound is broken or the buyer is named to come from.</exception>
    public static MaximumFlowAnswer Of(GraphView view, MaximumFlowQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        if (question.From.Contains(question.Of))
            violations.Add("from", question.Of.Value, "names others than the buyer");
        violations.ThrowIfAny();
        var buyer = GroupSelection.FindNode(view, question.Of);
        var from = question.From.Select(id => GroupSelection.FindNode(view, id)).ToHashSet();
        var groups = question.Group is null ? null : GroupSelection.Resolve(view, question.Of, question.Group);
        var cone = SupplyConeBuilder.Build(view, buyer, groups, OfProduct(view, question.Product), limits.MaxRelations, cancellationToken);
        var capacities = new CapacityCone(view.Graph, cone, from);
        if (capacities.Unlimited() is { } chain)
            return Answer(view, question, limits, capacities, from, null, chain);
        var net = capacities.Net();
        net.Run(cancellationToken);
        return Answer(view, question, limits, capacities, from, net, null);
    }

    private static Func<int, bool>? OfProduct(GraphView view, EntityId? product)
    {
        if (product is not { } wanted)
            return null;
        var number = view.Graph.FindProduct(wanted) ?? throw GeoGraphException.NotFound("product of a flow", wanted.Value);
        return flow => view.Graph.Flows.Product(flow) == number;
    }

    private static MaximumFlowAnswer Answer(
        GraphView view, MaximumFlowQuestion question, TraceLimits limits, CapacityCone capacities, HashSet<int> from, CapacityNet? net, Chain? unbounded)
    {
        var cone = capacities.Cone;
        List<FlowOnRelation> cut = net is null ? [] : [.. capacities.Cut(net).Select(flow => capacities.Carrying(flow, net.Carried(flow))).OrderBy(flow => flow.Relation)];
        List<int> carrying = net is null ? [] : [.. Enumerable.Range(0, cone.Flows.Length).Where(flow => net.Carried(flow) > 0).OrderBy(flow => view.Graph.Flows.Id(cone.Flows[flow]))];
        var pruned = (cone.CutByLimit || carrying.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, MaximumFlow, new Completeness(pruned, cone.Count, cone.Flows.Length),
            ("of", question.Of.Value), ("group", question.Group ?? ""), ("product", question.Product?.Value ?? ""), ("from", string.Join(',', question.From)));
        from.ExceptWith(cone.Nodes);
        return new MaximumFlowAnswer(
            basis,
            net is null ? null : Usd(net.Total),
            unbounded,
            cut,
            [.. carrying.Take(limits.MaxResults).Select(flow => capacities.Carrying(flow, net!.Carried(flow)))],
            carrying.Count,
            [.. from.Order().Select(view.Graph.NodeId)],
            net is null || net.Total == 0 ? 0m : InferredPart(view, cone, net));
    }

    private static decimal InferredPart(GraphView view, SupplyCone cone, CapacityNet net)
    {
        var inferred = 0m;
        for (var flow = cone.FirstIn[0]; flow < cone.FirstIn[1]; flow++)
            inferred += view.Graph.Flows.Flags(cone.Flows[flow]).Inferred ? net.Carried(flow) : 0m;
        return ShareRange.Round(inferred / (decimal)net.Total);
    }

    private static decimal Usd(Int128 units) => (decimal)units / 10_000m / 1.0000000000000000000000000000m;
}
