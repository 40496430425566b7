using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// Finds nodes by folded name. The full-text index says which names hold the text, in any script, since each name is one term of it; the text is then compared as it is,
/// so that no character is a wildcard.
/// </summary>
internal static class NameSearch
{
    /// <summary>What a rank weighs against a name's place, so that the least score is the best rank and then the first place.</summary>
    private const long RankWeight = 10_000_000;

    /// <summary>The hits, best first, then in order of id.</summary>
    public static async Task<IReadOnlyList<NameHit>> FindAsync(ReadScope scope, NameQuery query, string folded)
    {
        var hits = folded.Any(char.IsControl) ? [] : await ByNameAsync(scope, query, folded);
        if (EntityId.TryParse(query.Text, out var id) && (await PointReads.NodesAsync(scope, [id])).TryGetValue(id, out var node)
            && (query.Labels.Count == 0 || query.Labels.Contains(node.Label)))
        {
            AddWhole(hits, node, query.Limit);
        }
        return hits;
    }

    private static Task<List<NameHit>> ByNameAsync(ReadScope scope, NameQuery query, string folded)
    {
        var labelled = query.Labels.Count == 0 ? "" : " AND any(own IN label WHERE own IN $labels)";
        var arms = scope.Versions(
            shown => $"MATCH (v:{scope.Names.Label} {{id: id}}) WHERE {shown} RETURN v, labels(v) AS label",
            shown => $"MATCH (v:{scope.Names.PastNode} {{id: id}}) WHERE {shown} RETURN v, [v.label] AS label");
        // Without labels to look at, the best are picked before their nodes are read.
        var first = query.Labels.Count == 0 ? "ORDER BY rank, id LIMIT $limit" : "";
        var cypher = $$"""
            CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS name
            WHERE name.folded CONTAINS $text AND name.revision <= $revision AND (name.until IS NULL OR name.until > $revision)
            WITH name.node AS id, min([{{RankWeight}} * CASE WHEN name.folded = $text THEN 0 WHEN name.folded STARTS WITH $text THEN 1 ELSE 2 END + name.place,
              name.owner_id, coalesce(name.language, ''), name.text]) AS best
            WITH id, best, best[0] / {{RankWeight}} AS rank {{first}}
            CALL (id) { {{arms}} }
            WITH id, best, rank, v, label WHERE true{{labelled}}
            WITH id, best, rank, v, label ORDER BY rank, id LIMIT $limit
            RETURN {{Cypher.NodeColumns}}, rank, best[2], best[3] ORDER BY rank, id
            """;
        return scope.QueryAsync(cypher, scope.Parameters(("index", scope.Names.NameIndex), ("query", FullText.Containing(folded)), ("text", folded),
            ("labels", query.Labels), ("limit", query.Limit)), Read);
    }

    private static NameHit Read(IRecord record)
    {
        var language = (string)record[NodeFormat.ColumnCount + 1];
        var name = language.Length == 0 ? null : new LocalName(language, (string)record[NodeFormat.ColumnCount + 2]);
        return new NameHit(NodeFormat.Read(record), (NameMatch)(long)record[NodeFormat.ColumnCount], name);
    }

    private static void AddWhole(List<NameHit> hits, GraphNode node, int limit)
    {
        var index = hits.FindIndex(hit => hit.Node.Id == node.Id);
        if (index >= 0 && hits[index].Match == NameMatch.Whole)
            return;
        if (index >= 0)
            hits.RemoveAt(index);
        var place = hits.FindIndex(hit => hit.Match > NameMatch.Whole || hit.Node.Id.CompareTo(node.Id) > 0);
        hits.Insert(place < 0 ? hits.Count : place, new NameHit(node, NameMatch.Whole, null));
        if (hits.Count > limit)
            hits.RemoveAt(limit);
    }
}
