using GeoGraph.Core.Graph.Supply;
using GeoGraph.Neo4j.Pushdown;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Who lies upstream: one statement while the revision is the newest; by walks over older ones, which current relations alone do not show.</summary>
internal sealed partial class Neo4jGraphReader : ISupplyReader
{
    // Each start of a walk is walked from by itself; beyond so many nodes over all of them, walks that come to a node once are faster.
    private const long MostFromAllStarts = 1_000_000;

    public async Task<SupplyReach> ReachAsync(SupplyReachQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        return await reads.RunAsync(pin, async scope => scope.IsNewest ? await SupplyPushdown.ReachAsync(scope, query) : null, cancellationToken)
            ?? await this.ByWalks().ReachAsync(query, cancellationToken);
    }

    public async Task<SharedSupply> SharedAsync(SharedSupplyQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        return await reads.RunAsync(pin, async scope => scope.IsNewest ? await SupplyPushdown.SharedAsync(scope, query) : null, cancellationToken)
            ?? await this.ByWalks().SharedAsync(query, cancellationToken);
    }

    public async Task<SupplyPart> PartAsync(SupplyPartQuery query, CancellationToken cancellationToken)
    {
        SupplyRules.Check(query);
        var isSmall = query.Of.Count <= 1 || (long)query.Of.Count * query.MaxNodes <= MostFromAllStarts;
        var part = isSmall ? await reads.RunAsync(pin, async scope => scope.IsNewest ? await new PartPushdown(scope, query).ReadAsync() : null, cancellationToken) : null;
        return part ?? await this.ByWalks().PartAsync(query, cancellationToken);
    }
}
