using System.Globalization;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// The text of a walk over current versions as one query. From each root the database walks breadth first, comes to a node once, and stops within the depth at which it
/// has enough; of what all roots found, the nearest are kept. A row is of a <see cref="NeighbourhoodRow"/>: its kind, a depth, and ten columns.
/// </summary>
internal static class NeighbourhoodQueryText
{
    private const int ColumnCount = 10;

    // No relation has a type of this form.
    private const string NoType = "-";

    private static readonly string Nothing = string.Join(", ", Enumerable.Range(0, ColumnCount).Select(static column => $"null AS c{column}"));

    /// <summary>Prints the query.</summary>
    /// <param name="names">The store's labels.</param>
    /// <param name="query">What is asked for; its roots, limits and date are parameters.</param>
    /// <param name="types">The types to follow, which are the catalogue's own.</param>
    public static string Print(StoreNames names, NeighbourhoodQuery query, IReadOnlyCollection<string> types)
    {
        var follow = Cypher.OfTypes(types.Count == 0 ? [NoType] : types);
        var (left, right) = Arrows(query.Direction);
        var depth = query.MaxDepth.ToString(CultureInfo.InvariantCulture);
        var isDated = query.AsOf is not null;
        var onDate = isDated ? $"WHERE all(step IN e WHERE {Cypher.HoldsOn("step")}) AND all(stop IN nodes(p) WHERE stop = root OR {Cypher.HoldsOn("stop")})" : "";
        return $$"""
            UNWIND $roots AS asked
            OPTIONAL MATCH (a:{{names.Alias}} {id: asked})
            WITH DISTINCT coalesce(a.survivor, asked) AS id
            OPTIONAL MATCH (r:{{names.Label}} {id: id})
            WITH collect(CASE WHEN r IS NULL THEN id END) AS missing, collect(r) AS roots
            CALL (roots, missing) {
              UNWIND CASE WHEN size(missing) = 0 THEN roots ELSE [] END AS root
              CALL (root) {
                MATCH p = (root){{left}}[e{{follow}}*0..{{depth}}]{{right}}(n) {{onDate}}
                WITH n, min(length(p)) AS depth ORDER BY depth, n.id LIMIT $most
                RETURN n, depth
              }
              WITH n, min(depth) AS depth ORDER BY depth, n.id LIMIT $most
              RETURN collect(n) AS found, collect(depth) AS depths
            }
            WITH missing, found[..$max] AS kept, depths, size(found) > $max AS cut
            CALL (missing, kept, depths, cut) {
              UNWIND range(0, size(kept) - 1) AS place WITH kept[place] AS v, depths[place] AS depth
              RETURN {{(int)NeighbourhoodRow.Node}} AS kind, depth, {{Columns(NodeFormat.Columns("v", "labels(v)"))}}
              UNION ALL
              UNWIND kept AS n MATCH (n)-[v{{follow}}]->(m) WHERE m IN kept{{(isDated ? " AND " + Cypher.HoldsOn("v") : "")}}
              RETURN {{(int)NeighbourhoodRow.Relation}} AS kind, 0 AS depth, {{Columns(RelationFormat.Columns("v", "n", "m"))}}
              UNION ALL
              UNWIND range(0, size(kept) - 1) AS place WITH kept, kept[place] AS n WHERE depths[place] = {{depth}}
              MATCH (n){{left}}[v{{follow}}]{{right}}(m) WHERE NOT m IN kept{{(isDated ? $" AND {Cypher.HoldsOn("v")} AND {Cypher.HoldsOn("m")}" : "")}}
              WITH n LIMIT 1 RETURN {{(int)NeighbourhoodRow.DepthReached}} AS kind, 0 AS depth, {{Nothing}}
              UNION ALL
              WITH cut WHERE cut RETURN {{(int)NeighbourhoodRow.NodesCut}} AS kind, 0 AS depth, {{Nothing}}
              UNION ALL
              UNWIND missing AS root RETURN {{(int)NeighbourhoodRow.MissingRoot}} AS kind, 0 AS depth, {{Nothing.Replace("null AS c0", "root AS c0", StringComparison.Ordinal)}}
            }
            RETURN kind, depth, {{string.Join(", ", Enumerable.Range(0, ColumnCount).Select(static column => $"c{column}"))}}
            """;
    }

    private static (string Left, string Right) Arrows(Direction direction) => direction switch
    {
        Direction.Forward => ("-", "->"),
        Direction.Backward => ("<-", "-"),
        _ => ("-", "-"),
    };

    private static string Columns(string columns) => string.Join(", ", columns.Split(", ").Select(static (column, place) => $"{column} AS c{place}"));
}
