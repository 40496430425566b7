using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// What suppliers lose because buyers take less: the pass upstream. With h the level by supply, a(g) what arrives of a group, d the part of a flow that
/// arrives and p what a node produces and somebody takes:
/// <code>
/// q(f) = d·min(1, p(buyer) / a(g))            the part of what i can deliver over f that is taken
/// D(i) = 1 − Σ w(f)·(1 − q(f))                over what i sells, w(f) = value / the larger of i's output and its sales
/// p(i) = h(i)·D(i)                            greatest fixpoint
/// </code>
/// What a node makes beyond the sales that the graph states is taken as usual. Where a sale states no value, D lies between the least q and one. Losing demand
/// here and supply there does not feed back into h: who sells less can still deliver.
/// </summary>
internal sealed class LostDemand
{
    private readonly ShockLosses _losses;
    private readonly SpreadOrder _order;
    private readonly DemandField _leastLost;
    private readonly DemandField _mostLost;

    private LostDemand(ShockLosses losses, SpreadOrder order, DemandField leastLost, DemandField mostLost) =>
        (_losses, _order, _leastLost, _mostLost) = (losses, order, leastLost, mostLost);

    /// <summary>What kept it from covering everything: relations beyond the limit, circles that did not come to rest, the end of the work.</summary>
    public PrunedBy PrunedBy => (_order.CutByLimit || !_leastLost.IsSettled || !_mostLost.IsSettled ? PrunedBy.Limit : PrunedBy.Nothing)
        | (_leastLost.CutByEnd || _mostLost.CutByEnd ? PrunedBy.Deadline : PrunedBy.Nothing);

    /// <summary>Nodes that lose demand, or may.</summary>
    public IEnumerable<int> Losing =>
        Enumerable.Range(0, _order.Count).Where(place => _mostLost.DemandAt(place) < 1m || _leastLost.DemandAt(place) < 1m).Select(_order.Node);

    /// <summary>Works it out over everything upstream of what loses output.</summary>
    public static LostDemand Of(ShockLosses losses, TraceLimits limits, CancellationToken cancellationToken)
    {
        var start = Enumerable.Range(0, losses.Order.Count).Select(losses.Order.Node).Where(node => losses.AtMost.Of(node) > 0m);
        var shut = losses.Shock.Delivered.Keys.Select(flow => losses.Net.View.Graph.Groups.Buyer(losses.Net.View.Graph.Flows.Group(flow)));
        var order = SpreadOrder.Upstream(losses.Net.View, start.Concat(shut), limits.MaxRelations, cancellationToken);
        var leastLost = new DemandField(losses, losses.AtLeast, order, LossBound.AtLeast);
        leastLost.Settle(limits.End, cancellationToken);
        var mostLost = leastLost;
        if (!losses.AtLeast.IsExact || !leastLost.IsExact)
        {
            mostLost = new DemandField(losses, losses.AtMost, order, LossBound.AtMost);
            mostLost.Settle(limits.End, cancellationToken);
        }
        return new LostDemand(losses, order, leastLost, mostLost);
    }

    /// <summary>What buyers still take of what the node can deliver.</summary>
    public LevelRange DemandOf(int node) => Range(node, field => field.Demand(node));

    /// <summary>What the node produces and somebody takes.</summary>
    public LevelRange ProductionOf(int node) => Range(node, field => field.Production(node));

    private LevelRange Range(int node, Func<DemandField, decimal> of)
    {
        var (one, other) = (ShareRange.Round(of(_leastLost)), ShareRange.Round(of(_mostLost)));
        return new LevelRange(Math.Min(one, other), Math.Max(one, other));
    }
}
