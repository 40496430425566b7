using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// Lists relations in order of id, a stretch at a time. They are found from the nodes that they start from, end on or touch, or by what they refer to, whichever of these the
/// query names first; else by type in order of id. The other conditions pick from what is found.
/// </summary>
internal static class RelationList
{
    private const string Stretch = " WITH v ORDER BY v.id LIMIT $limit RETURN ";

    /// <summary>The relations that fit, at most <paramref name="limit"/>.</summary>
    public static async Task<List<GraphRelation>> ReadAsync(ReadScope scope, RelationQuery query, int limit)
    {
        var types = (query.Types.Count == 0 ? scope.Catalogue.Types : query.Types.Where(scope.Catalogue.Types.Contains)).Distinct().ToList();
        if (types.Count == 0)
            return [];
        if (query.From.Count + query.To.Count + query.Touching.Count + query.RefersTo.Count == 0)
            return await OfTypesAsync(scope, types, query.AsOf, query.After, limit);
        var survivors = await Aliases.SurvivorsAsync(scope, [.. query.From.Concat(query.To).Concat(query.Touching).Distinct()]);
        if (query.From.Count + query.To.Count + query.Touching.Count == 0)
            await scope.CatchUpAsync();
        var arms = scope.Versions(
            shown => $"{Found(scope, query, types)} WITH DISTINCT v WHERE {shown}{Kept(query, "startNode(v).id", "endNode(v).id")}{Stretch}{Cypher.CurrentRelation}",
            shown => $"{FoundPast(scope, query)} WITH DISTINCT v WHERE {shown} AND v.type IN $types{Kept(query, "v.from_id", "v.to_id")}{Stretch}{Cypher.PastRelation}");
        var isStretch = Cypher.ComparesAlike(query.After);
        var relations = await PageAsync(scope, arms, isStretch ? query.After : null, isStretch ? limit : int.MaxValue, [
            ("date", NativeValues.Date(query.AsOf)), ("types", types), ("from", Resolved(query.From, survivors)), ("to", Resolved(query.To, survivors)),
            ("touching", Resolved(query.Touching, survivors)), ("targets", Cypher.Texts(query.RefersTo)), ("terms", FullText.AnyOf(Cypher.Texts(query.RefersTo))),
            ("indexes", types.ConvertAll(scope.Names.RelationReferences)), ("past_index", scope.Names.PastRelationReferences)]);
        return isStretch ? relations : [.. relations.Where(relation => relation.Id.CompareTo(query.After!.Value) > 0).Take(limit)];
    }

    /// <summary>A stretch of the relations of some types, straight from the index of each.</summary>
    public static Task<List<GraphRelation>> OfTypesAsync(ReadScope scope, List<string> types, DateOnly? asOf, EntityId? after, int limit)
    {
        var kept = "v.id > $after" + (asOf is null ? "" : " AND " + Cypher.HoldsOn("v"));
        var arms = scope.Versions(
            shown => string.Join("\nUNION ALL\n", types.Select(type => $"MATCH ()-[v:`{type}`]->() {Cypher.Seek(type)} WHERE {kept} AND {shown}{Stretch}{Cypher.CurrentRelation}")),
            shown => string.Join("\nUNION ALL\n", types.Select(type =>
                $"MATCH (v:{scope.Names.PastRelation}) {Cypher.Seek(scope.Names.PastRelation, "type, id")} WHERE v.type = '{type}' AND {kept} AND {shown}{Stretch}{Cypher.PastRelation}")));
        return PageAsync(scope, arms, after, limit, [("date", NativeValues.Date(asOf))]);
    }

    private static Task<List<GraphRelation>> PageAsync(ReadScope scope, string arms, EntityId? after, int limit, (string, object?)[] parameters) =>
        scope.QueryAsync($"CALL () {{ {arms} }} RETURN {Cypher.RelationColumns} ORDER BY v.id LIMIT $limit",
            scope.Parameters([("after", after?.Value ?? ""), ("limit", limit), .. parameters]), static record => RelationFormat.Read(record));

    // A relation touches two nodes, and may be found from both.
    private static string Found(ReadScope scope, RelationQuery query, List<string> types)
    {
        var (set, left, right) = query.From.Count > 0 ? ("$from", "-", "->") : query.To.Count > 0 ? ("$to", "<-", "-") : ("$touching", "-", "-");
        return query.From.Count + query.To.Count + query.Touching.Count > 0
            ? $"UNWIND {set} AS asked MATCH (:{scope.Names.Label} {{id: asked}}){left}[v{Cypher.OfTypes(types)}]{right}()"
            : "UNWIND $indexes AS index UNWIND $terms AS term CALL db.index.fulltext.queryRelationships(index, term) YIELD relationship AS v";
    }

    private static string FoundPast(ReadScope scope, RelationQuery query)
    {
        var past = scope.Names.PastRelation;
        if (query.From.Count > 0)
            return $"UNWIND $from AS asked MATCH (v:{past} {{from_id: asked}})";
        if (query.To.Count > 0)
            return $"UNWIND $to AS asked MATCH (v:{past} {{to_id: asked}})";
        if (query.Touching.Count == 0)
            return "UNWIND $terms AS term CALL db.index.fulltext.queryNodes($past_index, term) YIELD node AS v";
        return $$"""
            UNWIND $touching AS asked CALL (asked) {
              MATCH (v:{{past}} {from_id: asked}) RETURN v UNION ALL MATCH (v:{{past}} {to_id: asked}) RETURN v
            }
            """;
    }

    private static string Kept(RelationQuery query, string from, string to)
    {
        var conditions = new List<string> { "v.id > $after" };
        if (query.From.Count > 0)
            conditions.Add($"{from} IN $from");
        if (query.To.Count > 0)
            conditions.Add($"{to} IN $to");
        if (query.Touching.Count > 0)
            conditions.Add($"({from} IN $touching OR {to} IN $touching)");
        if (query.RefersTo.Count > 0)
            conditions.Add("any(target IN v.ref_ids WHERE target IN $targets)");
        if (query.AsOf is not null)
            conditions.Add(Cypher.HoldsOn("v"));
        return Cypher.And(conditions);
    }

    private static List<string> Resolved(IReadOnlyCollection<EntityId> ids, Dictionary<EntityId, EntityId> survivors) =>
        [.. ids.Select(id => survivors.GetValueOrDefault(id, id).Value).Distinct()];
}
