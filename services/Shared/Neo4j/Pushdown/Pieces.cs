using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Pushdown;

/// <summary>Pieces of the statements about supply. They read current versions alone, so they answer for the newest revision.</summary>
internal sealed class Pieces(ReadScope scope)
{
    // No type is in lower case, so that a pattern of this one fits nothing.
    private const string NoType = "none";

    /// <summary>Types that the store may hold, as a relationship pattern takes them; a type that none is of where it holds none of these.</summary>
    public string OfTypes(IEnumerable<string> types)
    {
        List<string> held = [.. types.Where(scope.Catalogue.Types.Contains).Distinct().Order(StringComparer.Ordinal)];
        return Cypher.OfTypes(held.Count > 0 ? held : [NoType]);
    }

    /// <summary>Finds the node of an id, which may be a former one; null where there is none.</summary>
    /// <param name="id">An expression for the id.</param>
    /// <param name="node">The variable that takes the node.</param>
    /// <param name="kept">Variables that are kept.</param>
    public string Find(string id, string node, params ReadOnlySpan<string> kept) => $"""
        OPTIONAL MATCH (known:{scope.Names.Label} {"{"}id: {id}{"}"})
        OPTIONAL MATCH (former:{scope.Names.Alias} {"{"}id: {id}{"}"})
        OPTIONAL MATCH (survivor:{scope.Names.Label} {"{"}id: former.survivor{"}"})
        WITH {string.Join(", ", [.. kept, $"coalesce(known, survivor) AS {node}"])}
        """;

    /// <summary>
    /// Who lies upstream of <c>root</c> by tier, as two lists in order of tier and id: <c>met</c> and <c>tiers</c>, at most <c>$most</c> of them; and <c>beyond</c>, whether
    /// somebody lies beyond the last tier. Always one row.
    /// </summary>
    public string Upstream(IReadOnlyCollection<string> types, IReadOnlyCollection<string> firstTypes, int maxTiers, bool dated)
    {
        var (supply, first) = (OfTypes(types), OfTypes(firstTypes));
        var path = dated
            ? $" WHERE all(r IN relationships(p) WHERE {Cypher.HoldsOn("r")}) AND all(m IN nodes(p) WHERE {Cypher.HoldsOn("m")})" : "";
        var step = dated ? $" AND {Cypher.HoldsOn("r")} AND {Cypher.HoldsOn("m")}" : "";
        var own = dated ? $" WHERE {Cypher.HoldsOn("r")} AND {Cypher.HoldsOn("root")}" : "";
        return $$"""
            CALL (root) {
              CALL (root) {
                MATCH p = (root)<-[{{supply}}*1..{{maxTiers}}]-(n){{path}}
                RETURN n, min(length(p)) AS tier
                UNION ALL
                MATCH (root)<-[r{{first}}]-(trader){{own}}
                MATCH p = (trader)<-[{{supply}}*0..{{maxTiers - 1}}]-(n){{path}}
                RETURN n, min(length(p)) + 1 AS tier
              }
              WITH root, n, min(tier) AS tier WHERE n <> root
              WITH n, tier ORDER BY tier, n.id LIMIT $most
              RETURN collect(n) AS met, collect(tier) AS tiers
            }
            WITH *, [i IN range(0, size(met) - 1) WHERE tiers[i] = {{maxTiers}} | met[i]] AS edge
            WITH *, EXISTS { UNWIND edge AS n MATCH (n)<-[r{{supply}}]-(m) WHERE m <> root AND NOT m IN met{{step}} } AS beyond
            """;
    }

    /// <summary>The columns of a format as an arm returns them, named one after the other.</summary>
    public static string Cells(string columns) => string.Join(", ", columns.Split(", ").Select(static (column, place) => $"{column} AS cell{place}"));

    /// <summary>The names of <see cref="Cells"/>.</summary>
    public static readonly string CellNames = string.Join(", ", Enumerable.Range(0, NodeFormat.ColumnCount).Select(static place => $"cell{place}"));

    /// <summary>A pattern from <c>near</c> to <c>far</c> along a direction.</summary>
    public string Pattern(string near, string relation, IEnumerable<string> types, string repeats, string far, Direction direction)
    {
        var middle = $"[{relation}{OfTypes(types)}{repeats}]";
        return direction switch
        {
            Direction.Forward => $"({near})-{middle}->({far})",
            Direction.Backward => $"({near})<-{middle}-({far})",
            _ => $"({near})-{middle}-({far})",
        };
    }
}
