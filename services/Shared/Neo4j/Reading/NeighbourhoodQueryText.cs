using System.Globalization;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// The text of a walk over current versions as one query. From each root the database walks breadth first, comes to a node once, and stops within the depth at which it
/// has enough; of what all roots found, the nearest are kept. A row is a node: its depth, the relations from it to nodes that are kept, and its columns. The first row also
/// has the roots that are no nodes, whether nodes were cut, and whether the walk would go on; where no node is found, it has nothing else.
/// </summary>
internal static class NeighbourhoodQueryText
{
    /// <summary>Where the columns of a node start.</summary>
    public const int NodeAt = 5;

    // No relation has a type of this form.
    private const string NoType = "-";

    // From one root, which is most often asked for, the nearest nodes need not be gathered from several walks.
    private static string FromOne(StoreNames names, string walk) => $$"""
        OPTIONAL MATCH (a:{{names.Alias}} {id: $roots[0]})
        OPTIONAL MATCH (root:{{names.Label}} {id: coalesce(a.survivor, $roots[0])})
        CALL (root) {
          {{walk}}
          RETURN collect(n) AS found, collect(depth) AS depths
        }
        WITH CASE WHEN root IS NULL THEN $roots ELSE [] END AS missing, found, depths
        """;

    private static string FromSeveral(StoreNames names, string walk) => $$"""
        UNWIND $roots AS asked
        OPTIONAL MATCH (a:{{names.Alias}} {id: asked})
        WITH DISTINCT coalesce(a.survivor, asked) AS id
        OPTIONAL MATCH (r:{{names.Label}} {id: id})
        WITH collect(CASE WHEN r IS NULL THEN id END) AS missing, collect(r) AS roots
        CALL (roots, missing) {
          UNWIND CASE WHEN size(missing) = 0 THEN roots ELSE [] END AS root
          CALL (root) {
            {{walk}}
            RETURN n, depth
          }
          WITH n, min(depth) AS depth ORDER BY depth, n.id LIMIT $most
          RETURN collect(n) AS found, collect(depth) AS depths
        }
        """;

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
        var walk = $"MATCH p = (root){left}[e{follow}*0..{depth}]{right}(n) {onDate} WITH n, min(length(p)) AS depth ORDER BY depth, n.id LIMIT $most";
        return $$"""
            {{(query.Roots.Count == 1 ? FromOne(names, walk) : FromSeveral(names, walk))}}
            WITH missing, found[..$max] AS kept, depths, size(found) > $max AS cut
            CALL (kept, depths) {
              UNWIND range(0, size(kept) - 1) AS place WITH kept, kept[place] AS n WHERE depths[place] = {{depth}}
              MATCH (n){{left}}[v{{follow}}]{{right}}(m) WHERE NOT m IN kept{{(isDated ? $" AND {Cypher.HoldsOn("v")} AND {Cypher.HoldsOn("m")}" : "")}}
              WITH n LIMIT 1 RETURN count(n) > 0 AS reached
            }
            UNWIND range(0, CASE WHEN size(kept) = 0 THEN 0 ELSE size(kept) - 1 END) AS place
            WITH kept, kept[place] AS n, depths[place] AS depth, CASE WHEN place = 0 THEN [missing, cut, reached] ELSE [] END AS told
            RETURN depth, [(n)-[v{{follow}}]->(m) WHERE m IN kept{{(isDated ? " AND " + Cypher.HoldsOn("v") : "")}} | [{{RelationFormat.Columns("v", "n", "m")}}]] AS relations,
              told[0] AS missing, told[1] AS cut, told[2] AS reached, {{NodeFormat.Columns("n", "labels(n)")}}
            """;
    }

    private static (string Left, string Right) Arrows(Direction direction) => direction switch
    {
        Direction.Forward => ("-", "->"),
        Direction.Backward => ("<-", "-"),
        _ => ("-", "-"),
    };
}
