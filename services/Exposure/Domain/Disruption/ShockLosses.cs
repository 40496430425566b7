using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>The losses of one shock at both ends of the unknown.</summary>
internal sealed record ShockLosses(InputNet Net, ResolvedShock Shock, SpreadOrder Order, LossField AtLeast, LossField AtMost)
{
    /// <summary>True where losses stood still.</summary>
    public bool IsSettled => AtLeast.IsSettled && AtMost.IsSettled && !CutByEnd;

    /// <summary>What kept them from covering everything.</summary>
    public PrunedBy PrunedBy => (Order.CutByLimit || !AtLeast.IsSettled || !AtMost.IsSettled ? PrunedBy.Limit : PrunedBy.Nothing) | (CutByEnd ? PrunedBy.Deadline : PrunedBy.Nothing);

    private bool CutByEnd => AtLeast.CutByEnd || AtMost.CutByEnd;

    /// <summary>Works the losses out; the second end only where something unknown lies on the way.</summary>
    public static ShockLosses Of(InputNet net, ResolvedShock shock, TraceLimits limits, CancellationToken cancellationToken)
    {
        var order = SpreadOrder.Downstream(net.View, Start(net, shock), limits.MaxRelations, cancellationToken);
        return Of(net, shock, order, limits.End, cancellationToken);
    }

    /// <summary>The same over an order that holds at least all that the shock reaches.</summary>
    public static ShockLosses Of(InputNet net, ResolvedShock shock, SpreadOrder order, WorkEnd? end, CancellationToken cancellationToken)
    {
        var atLeast = Settled(net, shock, order, LossBound.AtLeast, end, cancellationToken);
        var atMost = atLeast.IsExact ? atLeast : Settled(net, shock, order, LossBound.AtMost, end, cancellationToken);
        return new ShockLosses(net, shock, order, atLeast, atMost);
    }

    /// <summary>Where losses start: what is removed, and the buyers of flows that do not arrive whole.</summary>
    public static IEnumerable<int> Start(InputNet net, ResolvedShock shock)
    {
        var graph = net.View.Graph;
        var buyers = shock.Delivered.Keys.Where(flow => !graph.Groups.IsTrade(graph.Flows.Group(flow))).Select(flow => graph.Groups.Buyer(graph.Flows.Group(flow)));
        return shock.Removed.Concat(buyers);
    }

    private static LossField Settled(InputNet net, ResolvedShock shock, SpreadOrder order, LossBound bound, WorkEnd? end, CancellationToken cancellationToken)
    {
        var field = new LossField(net, order, bound, shock.Linear) { End = end };
        foreach (var node in shock.Removed)
            field.Remove(node);
        foreach (var (flow, part) in shock.Delivered)
            field.Deliver(flow, part);
        // Screening looks at the end of the unknown where most is lost; the other end would start too high where anything is unknown.
        if (CircleStart.Serves(shock, order) && (bound == LossBound.AtMost || net.Screen.IsExact))
            CircleStart.Apply(net, shock, order, field, end);
        field.Settle(null, cancellationToken);
        return field;
    }
}
