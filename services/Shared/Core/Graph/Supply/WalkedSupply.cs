namespace GeoGraph.Core.Graph.Supply;

/// <summary>Answers questions about supply by the bounded walks of a reader.</summary>
internal sealed class WalkedSupply(IGraphReader reader) : ISupplyReader
{
    public async Task<SupplyReach> ReachAsync(SupplyReachQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        var reached = await new UpstreamTiers(reader, query.Types, query.FirstTypes, query.MaxTiers, query.AsOf).OfAsync(query.Of, cancellationToken);
        return SupplyOrder.ByTier(reached.Of, reached.Tiers, query.Limit, reached.GoesOn);
    }

    public async Task<SharedSupply> SharedAsync(SharedSupplyQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        var tiers = new UpstreamTiers(reader, query.Types, query.FirstTypes, query.MaxTiers, query.AsOf);
        var sides = new List<UpstreamOf>(query.Of.Count);
        foreach (var of in query.Of)
            sides.Add(await tiers.OfAsync(of, cancellationToken));
        SupplyRules.CheckDifferent([.. sides.Select(static side => side.Of)]);
        var shared = sides[0].Tiers.Keys.Where(id => sides.TrueForAll(side => side.Tiers.ContainsKey(id)));
        return SupplyOrder.Nearest(
            [.. sides.Select(static side => side.Of)], shared.Select(id => new SharedSupplier(id, [.. sides.Select(side => side.Tiers[id])])), query.Limit, sides.Exists(static side => side.GoesOn));
    }

    public Task<SupplyPart> PartAsync(SupplyPartQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        return new WalkedPart(reader, query).ReadAsync(cancellationToken);
    }
}
