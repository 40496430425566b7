using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Pushdown;

/// <summary>Questions about supply at the newest revision, each answered by one statement.</summary>
internal static class SupplyPushdown
{
    private const int Most = GraphLimits.MaxNeighbourhoodNodes + 1;

    /// <summary>Who lies upstream of a node, by tier.</summary>
    public static async Task<SupplyReach> ReachAsync(ReadScope scope, SupplyReachQuery query)
    {
        var pieces = new Pieces(scope);
        var cypher = $"""
            {pieces.Find("$of", "root")} WHERE root IS NOT NULL
            {pieces.Upstream(query.Types, query.FirstTypes, query.MaxTiers, query.AsOf is not null)}
            RETURN root.id, [n IN met[..$limit] | n.id], tiers, beyond
            """;
        var parameters = scope.Parameters(("of", query.Of.Value), ("limit", query.Limit), ("most", Most), ("date", Format.NativeValues.Date(query.AsOf)));
        var found = await scope.QueryAsync(cypher, parameters, static record =>
            (Of: EntityId.Parse((string)record[0]), Nodes: Ids(record[1]), Tiers: Numbers(record[2]), GoesOn: (bool)record[3]));
        if (found.Count == 0)
            throw GeoGraphException.NotFound("node", query.Of.Value);
        CheckSize(query.Of, found[0].Tiers.Count);
        return ByTier(found[0].Of, found[0].Nodes, found[0].Tiers, found[0].GoesOn);
    }

    /// <summary>Who lies upstream of each of several nodes.</summary>
    public static async Task<SharedSupply> SharedAsync(ReadScope scope, SharedSupplyQuery query)
    {
        var pieces = new Pieces(scope);
        var cypher = $$"""
            UNWIND range(0, size($of) - 1) AS at
            {{pieces.Find("$of[at]", "root", "at")}}
            {{pieces.Upstream(query.Types, query.FirstTypes, query.MaxTiers, query.AsOf is not null)}}
            WITH at, root, met, tiers, beyond ORDER BY at
            WITH collect([root.id, size(met), beyond]) AS sides, collect([met, tiers]) AS reached
            CALL (reached) {
              UNWIND reached AS side
              UNWIND range(0, size(side[0]) - 1) AS i
              WITH side[0][i] AS n, side[1][i] AS tier
              WITH n, collect(tier) AS tiers WHERE size(tiers) = size(reached)
              WITH n.id AS id, tiers ORDER BY reduce(most = 0, t IN tiers | CASE WHEN t > most THEN t ELSE most END), reduce(sum = 0, t IN tiers | sum + t), id
              RETURN collect(id) AS ids, collect(tiers) AS tiers
            }
            RETURN sides, size(ids), ids[..$limit], tiers[..$limit]
            """;
        var parameters = scope.Parameters(
            ("of", Cypher.Texts(query.Of)), ("limit", query.Limit), ("most", Most), ("date", Format.NativeValues.Date(query.AsOf)));
        var found = await scope.QueryAsync(cypher, parameters, static record =>
            (Sides: Lists(record[0]), Total: (int)(long)record[1], Nodes: Ids(record[2]).Zip(Lists(record[3]), static (id, tiers) => new SharedSupplier(id, Numbers(tiers)))));
        var of = new List<EntityId>();
        foreach (var (asked, side) in query.Of.Zip(found[0].Sides))
        {
            of.Add(EntityId.Parse(side[0] as string ?? throw GeoGraphException.NotFound("node", asked.Value)));
            CheckSize(asked, (int)(long)side[1]);
        }
        SupplyRules.CheckDifferent(of);
        return new SharedSupply(of, [.. found[0].Nodes], found[0].Total, found[0].Sides.Exists(static side => (bool)side[2]));
    }

    private static SupplyReach ByTier(EntityId of, List<EntityId> listed, List<int> tiers, bool goesOn)
    {
        var (told, at) = (new List<SupplyTier>(), 0);
        foreach (var tier in tiers.CountBy(static tier => tier))
        {
            told.Add(new SupplyTier(tier.Key, tier.Value, [.. listed.Skip(at).Take(tier.Value)]));
            at += tier.Value;
        }
        return new SupplyReach(of, told, tiers.Count, goesOn);
    }

    private static void CheckSize(EntityId asked, int met)
    {
        if (met >= Most)
            throw SupplyRules.TooMany($"nodes upstream of {asked}", met);
    }

    private static List<EntityId> Ids(object? list) => [.. ((List<object>)list!).Select(static id => EntityId.Parse((string)id))];

    private static List<int> Numbers(object? list) => [.. ((List<object>)list!).Select(static number => (int)(long)number)];

    private static List<List<object>> Lists(object? list) => [.. ((List<object>)list!).Cast<List<object>>()];
}
