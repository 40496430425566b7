using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Lists nodes in order of id, a stretch at a time.</summary>
internal static class NodeList
{
    /// <summary>Up to so many labels each is read from its own index; the nodes of more are picked from all nodes.</summary>
    private const int MostLabelsApart = 8;

    /// <summary>The nodes that fit, at most <paramref name="limit"/>.</summary>
    public static async Task<List<GraphNode>> ReadAsync(ReadScope scope, NodeQuery query, int limit)
    {
        var labels = query.Labels.Where(scope.Catalogue.Labels.Contains).Distinct().ToList();
        if (query.Labels.Count > 0 && labels.Count == 0)
            return [];
        var conditions = new List<string> { "v.id > $after" };
        if (query.RefersTo.Count > 0)
            await scope.CatchUpAsync();
        if (query.RefersTo.Count > 0)
            conditions.Add("any(target IN v.ref_ids WHERE target IN $targets)");
        if (query.AsOf is not null)
            conditions.Add(Cypher.HoldsOn("v"));
        var kept = Cypher.And(conditions);
        var arms = scope.Versions(
            shown => query.RefersTo.Count > 0 ? Referring(labels, kept, shown) : Listed(scope.Names.Label, labels, kept, shown),
            shown => PastArm(scope, query, labels, kept, shown));
        var isStretch = query.RefersTo.Count == 0 || Cypher.ComparesAlike(query.After);
        var nodes = await scope.QueryAsync($"CALL () {{ {arms} }} RETURN {Cypher.NodeColumns} ORDER BY v.id LIMIT $limit", scope.Parameters(
            ("after", isStretch ? query.After?.Value ?? "" : ""), ("limit", isStretch ? limit : int.MaxValue), ("date", NativeValues.Date(query.AsOf)), ("labels", labels),
            ("targets", Cypher.Texts(query.RefersTo)), ("terms", FullText.AnyOf(Cypher.Texts(query.RefersTo))),
            ("index", scope.Names.NodeReferences), ("past_index", scope.Names.PastNodeReferences)), static record => NodeFormat.Read(record));
        return isStretch ? nodes : [.. nodes.Where(node => node.Id.CompareTo(query.After!.Value) > 0).Take(limit)];
    }

    private static string Listed(string all, List<string> labels, string kept, string shown)
    {
        if (labels.Count is > 0 and <= MostLabelsApart)
            return string.Join("\nUNION ALL\n", labels.Select(label => $"MATCH (v:`{label}`) {Cypher.Seek(label)} WHERE {shown}{kept} WITH v ORDER BY v.id LIMIT $limit RETURN v, labels(v) AS label"));
        var labelled = labels.Count == 0 ? "" : " AND any(own IN labels(v) WHERE own IN $labels)";
        return $"MATCH (v:{all}) {Cypher.Seek(all)} WHERE {shown}{kept}{labelled} WITH v ORDER BY v.id LIMIT $limit RETURN v, labels(v) AS label";
    }

    private static string Referring(List<string> labels, string kept, string shown)
    {
        var labelled = labels.Count == 0 ? "" : " AND any(own IN labels(v) WHERE own IN $labels)";
        return $"""
            UNWIND $terms AS term CALL db.index.fulltext.queryNodes($index, term) YIELD node AS v
            WITH DISTINCT v WHERE {shown}{kept}{labelled} WITH v ORDER BY v.id LIMIT $limit RETURN v, labels(v) AS label
            """;
    }

    private static string PastArm(ReadScope scope, NodeQuery query, List<string> labels, string kept, string shown)
    {
        var labelled = labels.Count == 0 ? "" : " AND v.label IN $labels";
        var source = query.RefersTo.Count > 0
            ? "UNWIND $terms AS term CALL db.index.fulltext.queryNodes($past_index, term) YIELD node AS v WITH DISTINCT v WHERE "
            : $"MATCH (v:{scope.Names.PastNode}) {Cypher.Seek(scope.Names.PastNode)} WHERE ";
        return $"{source}{shown}{kept}{labelled} WITH v ORDER BY v.id LIMIT $limit RETURN v, v.label AS label";
    }
}
