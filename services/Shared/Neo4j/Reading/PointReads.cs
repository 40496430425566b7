using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Reads by id.</summary>
internal static class PointReads
{
    /// <summary>The nodes present among the ids, by the id asked for; an alias keys its survivor.</summary>
    public static async Task<IReadOnlyDictionary<EntityId, GraphNode>> NodesAsync(ReadScope scope, IReadOnlyCollection<EntityId> ids)
    {
        var found = await NodesOfAsync(scope, ids);
        var survivors = await Aliases.SurvivorsAsync(scope, [.. ids.Where(id => !found.ContainsKey(id)).Distinct()]);
        if (survivors.Count == 0)
            return found;
        var nodes = await NodesOfAsync(scope, [.. survivors.Values.Distinct()]);
        foreach (var (alias, survivor) in survivors)
        {
            if (nodes.TryGetValue(survivor, out var node))
                found[alias] = node;
        }
        return found;
    }

    /// <summary>The nodes present among the ids, none of which is taken for an alias.</summary>
    public static async Task<Dictionary<EntityId, GraphNode>> NodesOfAsync(ReadScope scope, IReadOnlyCollection<EntityId> ids)
    {
        var found = new Dictionary<EntityId, GraphNode>(ids.Count);
        if (ids.Count == 0)
            return found;
        var arms = scope.Versions(
            shown => $"MATCH (v:{scope.Names.Label} {{id: asked}}) WHERE {shown} RETURN v, labels(v) AS label",
            shown => $"MATCH (v:{scope.Names.PastNode} {{id: asked}}) WHERE {shown} RETURN v, v.label AS label");
        var nodes = await scope.QueryAsync($"UNWIND $ids AS asked CALL (asked) {{ {arms} }} RETURN {Cypher.NodeColumns}",
            scope.Parameters(("ids", Cypher.Texts(ids))), static record => NodeFormat.Read(record));
        foreach (var node in nodes)
            found[node.Id] = node;
        return found;
    }

    /// <summary>The relations present among the ids.</summary>
    public static async Task<IReadOnlyDictionary<EntityId, GraphRelation>> RelationsAsync(ReadScope scope, IReadOnlyCollection<EntityId> ids)
    {
        var found = new Dictionary<EntityId, GraphRelation>(ids.Count);
        foreach (var group in ids.GroupBy(static id => id.Kind))
        {
            var types = scope.Catalogue.TypesOf(group.Key);
            if (types.Count == 0)
                continue;
            var arms = scope.Versions(
                shown => string.Join(" UNION ALL ", types.Select(type => $"MATCH ()-[v:`{type}` {{id: asked}}]->() WHERE {shown} RETURN {Cypher.CurrentRelation}")),
                shown => $"MATCH (v:{scope.Names.PastRelation} {{id: asked}}) WHERE {shown} RETURN {Cypher.PastRelation}");
            var relations = await scope.QueryAsync($"UNWIND $ids AS asked CALL (asked) {{ {arms} }} RETURN {Cypher.RelationColumns}",
                scope.Parameters(("ids", Cypher.Texts(group))), static record => RelationFormat.Read(record));
            foreach (var relation in relations)
                found[relation.Id] = relation;
        }
        return found;
    }
}
