using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Sqlite;

/// <summary>
/// Finds nodes by folded name. Texts of three characters and more go through the trigram index, which says which names hold all of its trigrams;
/// shorter ones, which no trigram covers, go through every name. The text is compared as it is: no character is a wildcard.
/// </summary>
internal static class NameSearch
{
    /// <summary>What a rank weighs against a name's place, so that the least score is the best rank and then the first place.</summary>
    private const int RankWeight = 10_000_000;

    private const int TrigramLength = 3;

    public static IReadOnlyList<NameHit> Find(View view, NameQuery query, string folded)
    {
        var hits = folded.Any(char.IsControl) ? [] : ByName(view, query, folded);
        if (EntityId.TryParse(query.Text, out var id) && PointReads.Nodes(view, [id]).TryGetValue(id, out var node)
            && (query.Labels.Count == 0 || query.Labels.Contains(node.Label)))
        {
            AddWhole(hits, node, query.Limit);
        }
        return hits;
    }

    private static List<NameHit> ByName(View view, NameQuery query, string folded)
    {
        var filter = new Filter(view.Revision);
        filter.AddOneOf("+v.label", query.Labels);
        var text = filter.Place(folded);
        var trigrams = Trigrams(folded);
        var holds = $"instr(v.folded, {text}) > 0";
        var matches = trigrams.Length == 0 ? holds : $"{holds} AND v.row IN (SELECT i.rowid FROM name_index i WHERE i.name_index MATCH {filter.Place(trigrams)})";
        var weight = RankWeight.ToString(CultureInfo.InvariantCulture);
        var scored = view.Versions(shown => $"""
            SELECT v.node, v.language, v.text,
                printf('%08d ', {weight} * CASE WHEN v.folded = {text} THEN 0 WHEN substr(v.folded, 1, length({text})) = {text} THEN 1 ELSE 2 END + v.place) || v.owner AS score
            FROM name v WHERE {shown} AND {matches}
            """);
        // Of names that former ids brought to the same place, the first in order of those ids is the best, whichever lies first in the table.
        var best = $"SELECT node, language, text, min(score) AS score FROM ({scored}) GROUP BY node";
        var sql = view.Versions(shown => $"""
            SELECT CAST(substr(m.score, 1, 8) AS INTEGER) / {weight}, {RowFormat.NodeColumns}, m.language, m.text
            FROM ({best}) m CROSS JOIN node v ON v.id = m.node WHERE {shown}{filter.Conditions}
            """) + $" ORDER BY 1, 2 LIMIT {filter.Place(query.Limit)}";
        var hits = new List<NameHit>();
        using var rows = view.Link.Query(sql, filter.Parameters);
        while (rows.Step())
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            var name = rows.TextOrNull(9) is { } language ? new LocalName(language, rows.Text(10)) : null;
            hits.Add(new NameHit(RowFormat.Node(rows, at: 1), (NameMatch)rows.Number(0), name));
        }
        return hits;
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

    // Every run of three characters, each quoted, all of which a name must hold; nothing where the text is shorter.
    private static string Trigrams(string folded)
    {
        var runes = folded.EnumerateRunes().ToList();
        var trigrams = Enumerable.Range(0, Math.Max(0, runes.Count - TrigramLength + 1)).Select(first => string.Concat(runes.Skip(first).Take(TrigramLength)));
        return string.Join(" AND ", trigrams.Distinct().Select(trigram => "\"" + trigram.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
    }
}
