using System.Text;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Pushdown;

/// <summary>One part of the graph at the newest revision, by one statement whose rows are streamed: what was asked, the walk, what surrounds it, and its relations.</summary>
internal sealed class PartPushdown(ReadScope scope, SupplyPartQuery query)
{
    private const string Bounds = "bounds";
    private const string Walk = "walk";
    private const string Asked = "asked";
    private const string Met = "met";
    private const string Related = "related";

    private static readonly string Node = Pieces.Cells(NodeFormat.Columns("v", "labels(v)"));
    private static readonly string Relation = Pieces.Cells(RelationFormat.Columns("v", "startNode(v)", "endNode(v)"));

    private readonly Pieces _pieces = new(scope);
    private readonly List<NodeAtDepth> _walk = [];
    private readonly Dictionary<EntityId, GraphNode> _asked = [];
    private readonly SortedDictionary<EntityId, GraphNode> _nodes = [];
    private readonly SortedDictionary<EntityId, GraphRelation> _relations = [];
    private bool _depthReached;
    private bool _cut;

    /// <summary>Reads it.</summary>
    public async Task<SupplyPart> ReadAsync()
    {
        var most = Math.Max(query.MaxNodes, query.Of.Count);
        await scope.QueryAsync(Statement(), scope.Parameters(
            ("ids", Cypher.Texts(query.Of.Concat(query.Named).Distinct())), ("of", Cypher.Texts(query.Of)), ("named", Cypher.Texts(query.Named)), ("most", most),
            ("roles", query.Roles.ToList())), Take);
        foreach (var met in _walk)
            _nodes.Remove(met.Node.Id);
        if (_nodes.Count > GraphLimits.MaxNeighbourhoodNodes)
            throw SupplyRules.TooMany("nodes around those upstream", _nodes.Count);
        return new SupplyPart(_walk, _depthReached, _cut, _asked, [.. _nodes.Values], [.. _relations.Values]);
    }

    private bool Take(IRecord record)
    {
        switch ((string)record[0])
        {
            case Bounds:
                (_depthReached, _cut) = ((bool)record[1], (bool)record[2]);
                break;
            case Walk:
                _walk.Add(new NodeAtDepth(NodeFormat.Read(record, 2), (int)(long)record[1]));
                break;
            case Asked:
                var asked = NodeFormat.Read(record, 2);
                _asked[EntityId.Parse((string)record[1])] = asked;
                _nodes[asked.Id] = asked;
                break;
            case Met:
                var met = NodeFormat.Read(record, 2);
                _nodes[met.Id] = met;
                break;
            default:
                var relation = RelationFormat.Read(record, 2);
                _relations[relation.Id] = relation;
                break;
        }
        return true;
    }

    private string Statement()
    {
        var text = new StringBuilder($$"""
            CALL () {
              UNWIND $ids AS id
              {{_pieces.Find("id", "n", "id")}} WHERE n IS NOT NULL
              RETURN collect([id, n]) AS named
            }
            {{Stated()}}
            WITH named, stated, [pair IN named WHERE pair[0] IN $of | pair[1]] AS roots
            CALL (roots) {
              UNWIND roots AS root
              MATCH p = {{_pieces.Pattern("root", "", query.Types, $"*0..{query.MaxDepth}", "n", Direction.Backward)}}
              WITH n, min(length(p)) AS depth
              WITH n, depth ORDER BY depth, n.id LIMIT $most + 1
              RETURN collect(n) AS found, collect(depth) AS depths
            }
            WITH *, found[..$most] AS walk, size(found) > $most AS cut
            WITH *, [i IN range(0, size(walk) - 1) WHERE depths[i] = {{query.MaxDepth}} | walk[i]] AS edge
            WITH *, EXISTS { UNWIND edge AS n MATCH {{_pieces.Pattern("n", "", query.Types, "", "m", Direction.Backward)}} WHERE NOT m IN walk } AS beyond
            CALL (walk, depths, cut) {
              UNWIND range(0, size(walk) - 1) AS i
              WITH walk[i] AS n, depths[i] AS depth, walk, cut WHERE depth < {{query.MaxDepth}}
              MATCH {{_pieces.Pattern("n", "r", query.Types, "", "m", Direction.Backward)}} WHERE NOT cut OR m IN walk
              RETURN collect(r) AS flows
            }
            WITH *, walk + [pair IN named | pair[1]] + [r IN stated | startNode(r)] + [r IN stated | endNode(r)] AS met, [] AS around

            """);
        foreach (var further in query.Further)
            Follow(text, further);
        return text.Append(Told()).ToString();
    }

    // A relation is looked for among the types that ids of its kind have named.
    private string Stated()
    {
        List<string> types = [.. query.Named.Select(static id => id.Kind).Distinct().SelectMany(scope.Catalogue.TypesOf).Distinct().Order(StringComparer.Ordinal)];
        if (types.Count == 0)
            return "WITH named, [] AS stated";
        var arms = string.Join(" UNION ALL ", types.Select(type => $"MATCH ()-[r:`{type}` {{id: id}}]->() RETURN r"));
        return $"CALL () {{ UNWIND $named AS id CALL (id) {{ {arms} }} RETURN collect(r) AS stated }}";
    }

    private void Follow(StringBuilder text, FurtherWalk walk) => text.AppendLine($$"""
        CALL (met) {
          UNWIND met AS start
          WITH DISTINCT start
          MATCH p = {{_pieces.Pattern("start", "", walk.Types, $"*0..{walk.MaxDepth}", "n", walk.Direction)}}
          WITH n, min(length(p)) AS depth
          RETURN collect(n) AS further, collect(depth) AS distances
        }
        CALL (further, distances) {
          UNWIND range(0, size(further) - 1) AS i
          WITH further[i] AS n, distances[i] AS distance WHERE distance < {{walk.MaxDepth}}
          MATCH {{_pieces.Pattern("n", "r", walk.Types, "", "m", walk.Direction)}}
          RETURN collect(DISTINCT r) AS followed
        }
        WITH named, stated, walk, depths, cut, beyond, flows, further AS met, around + followed AS around
        """);

    private string Told() => $$"""
        CALL (stated, flows) {
          UNWIND stated + flows AS r
          UNWIND range(0, size(coalesce(r.ref_ids, [])) - 1) AS i
          WITH r.ref_ids[i] AS id, r.ref_roles[i] AS role WHERE role IN $roles
          WITH DISTINCT id
          {{_pieces.Find("id", "n", "id")}} WHERE n IS NOT NULL
          RETURN collect([id, n]) AS referred
        }
        CALL (named, stated, walk, depths, cut, beyond, flows, met, around, referred) {
          RETURN '{{Bounds}}' AS kind, beyond AS at, cut AS cell0, {{string.Join(", ", Enumerable.Range(1, NodeFormat.ColumnCount - 1).Select(static place => $"null AS cell{place}"))}}
          UNION ALL
          UNWIND range(0, size(walk) - 1) AS i WITH walk[i] AS v, depths[i] AS depth
          RETURN '{{Walk}}' AS kind, depth AS at, {{Node}}
          UNION ALL
          UNWIND named + referred AS pair WITH pair[0] AS id, pair[1] AS v
          RETURN '{{Asked}}' AS kind, id AS at, {{Node}}
          UNION ALL
          UNWIND met AS v WITH v, walk WHERE NOT v IN walk
          RETURN '{{Met}}' AS kind, null AS at, {{Node}}
          UNION ALL
          UNWIND stated + flows + around AS v
          RETURN '{{Related}}' AS kind, null AS at, {{Relation}}
        }
        RETURN kind, at, {{Pieces.CellNames}}
        """;
}
