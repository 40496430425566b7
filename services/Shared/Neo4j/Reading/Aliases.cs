using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Former ids and what they name now.</summary>
internal static class Aliases
{
    /// <summary>The ids among <paramref name="ids"/> that are aliases, with their survivors.</summary>
    public static async Task<Dictionary<EntityId, EntityId>> SurvivorsAsync(ReadScope scope, IReadOnlyCollection<EntityId> ids)
    {
        if (ids.Count == 0)
            return [];
        var arms = scope.Versions(
            shown => $"MATCH (v:{scope.Names.Alias} {{id: asked}}) WHERE {shown} RETURN v.survivor AS survivor",
            shown => $"MATCH (v:{scope.Names.PastAlias} {{id: asked}}) WHERE {shown} RETURN v.survivor AS survivor");
        var found = await scope.QueryAsync($"UNWIND $ids AS asked CALL (asked) {{ {arms} }} RETURN asked, survivor", scope.Parameters(("ids", Cypher.Texts(ids))),
            static record => (Alias: EntityId.Parse((string)record[0]), Survivor: EntityId.Parse((string)record[1])));
        var survivors = new Dictionary<EntityId, EntityId>();
        foreach (var (alias, survivor) in found)
            survivors[alias] = survivor;
        return survivors;
    }

    /// <summary>The ids with aliases replaced by their survivors, each once, in order.</summary>
    public static async Task<IReadOnlyCollection<EntityId>> ResolveAsync(ReadScope scope, IReadOnlyCollection<EntityId> ids)
    {
        var survivors = await SurvivorsAsync(scope, ids);
        return survivors.Count == 0 ? ids : [.. ids.Select(id => survivors.GetValueOrDefault(id, id)).Distinct()];
    }

    /// <summary>A stretch of all aliases, in order of id.</summary>
    public static Task<List<AliasRecord>> AfterAsync(ReadScope scope, EntityId? after, int limit)
    {
        string Arm(string label, string shown) => $"MATCH (v:{label}) {Cypher.Seek(label)} WHERE v.id > $after AND {shown} RETURN v ORDER BY v.id LIMIT $limit";
        var arms = scope.Versions(shown => Arm(scope.Names.Alias, shown), shown => Arm(scope.Names.PastAlias, shown));
        return scope.QueryAsync($"CALL () {{ {arms} }} RETURN {AliasFormat.Columns("v")} ORDER BY v.id LIMIT $limit",
            scope.Parameters(("after", after?.Value ?? ""), ("limit", limit)), AliasFormat.Read);
    }
}
