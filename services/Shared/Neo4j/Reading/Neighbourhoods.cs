using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Bounded walks: over the newest revision as one query, over older ones, and from very many roots, depth by depth.</summary>
internal static class Neighbourhoods
{
    /// <summary>How many nodes the one query may come to over all its roots, each of which it walks from by itself.</summary>
    private const long MostFromAllRoots = 1_000_000;

    /// <summary>Runs the walk.</summary>
    public static Task<Neighbourhood> ReadAsync(ReadScope scope, NeighbourhoodQuery query)
    {
        var types = query.Types.Count == 0 ? scope.Catalogue.Types.ToList() : [.. query.Types.Where(scope.Catalogue.Types.Contains).Distinct()];
        var isSmall = query.Roots.Count == 1 || (long)query.Roots.Count * query.MaxNodes <= MostFromAllRoots;
        return scope.IsNewest && isSmall ? AsOneQueryAsync(scope, query, types) : new DepthWalk(scope, query, types).RunAsync();
    }

    /// <summary>The error for a walk whose first missing root, in the query's order, is one of <paramref name="missing"/>.</summary>
    public static GeoGraphException NoRoot(NeighbourhoodQuery query, IReadOnlySet<EntityId> missing) =>
        GeoGraphException.NotFound("node", query.Roots.FirstOrDefault(missing.Contains, missing.First()).Value);

    private static async Task<Neighbourhood> AsOneQueryAsync(ReadScope scope, NeighbourhoodQuery query, List<string> types)
    {
        var found = new Found();
        await scope.QueryAsync(NeighbourhoodQueryText.Print(scope.Names, query, types), scope.Parameters(
            ("roots", Cypher.Texts(query.Roots)), ("max", query.MaxNodes), ("most", query.MaxNodes + 1), ("date", NativeValues.Date(query.AsOf))), found.Add);
        if (found.Missing.Count > 0)
            throw NoRoot(query, found.Missing);
        found.Relations.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return new Neighbourhood(found.Nodes, found.Relations, found.DepthReached, found.NodesCut);
    }

    private sealed class Found
    {
        public List<NodeAtDepth> Nodes { get; } = [];

        public List<GraphRelation> Relations { get; } = [];

        public HashSet<EntityId> Missing { get; } = [];

        public bool DepthReached { get; private set; }

        public bool NodesCut { get; private set; }

        public int Add(IRecord record)
        {
            if (record[2] is List<object> missing)
            {
                Missing.UnionWith(missing.Select(static id => EntityId.Parse((string)id)));
                (NodesCut, DepthReached) = ((bool)record[3], (bool)record[4]);
            }
            if (record[NeighbourhoodQueryText.NodeAt] is null)
                return Nodes.Count;
            Nodes.Add(new NodeAtDepth(NodeFormat.Read(record, NeighbourhoodQueryText.NodeAt), (int)(long)record[0]));
            Relations.AddRange(((List<object>)record[1]).Select(static relation => RelationFormat.Read((List<object?>)relation)));
            return Nodes.Count;
        }
    }
}
