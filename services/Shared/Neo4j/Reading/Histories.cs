using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Reads every retained version of an entity.</summary>
internal static class Histories
{
    private readonly record struct Version(GraphRecord Record, Revision From, Revision? Until);

    /// <summary>The versions of a node or relation up to the revision shown, oldest first, with its deletions.</summary>
    public static async Task<IReadOnlyList<EntityVersion>> ReadAsync(ReadScope scope, EntityId id)
    {
        var known = (await Aliases.ResolveAsync(scope, [id])).First();
        var names = scope.Names;
        var nodes = $"""
            MATCH (v:{names.Label} {"{id: $id}"}) WHERE v.revision <= $revision RETURN v, labels(v) AS label
            UNION ALL MATCH (v:{names.PastNode} {"{id: $id}"}) WHERE v.revision <= $revision RETURN v, v.label AS label
            """;
        var relations = string.Concat(scope.Catalogue.TypesOf(known.Kind).Select(static type =>
                $"MATCH ()-[v:`{type}` {{id: $id}}]->() WHERE v.revision <= $revision RETURN {Cypher.CurrentRelation} UNION ALL "))
            + $"MATCH (v:{names.PastRelation} {{id: $id}}) WHERE v.revision <= $revision RETURN {Cypher.PastRelation}";
        var parameters = scope.Parameters(("id", known.Value));
        var versions = await scope.QueryAsync($"CALL () {{ {nodes} }} RETURN {Cypher.NodeColumns}, v.until", parameters,
            static record => Of(NodeFormat.Read(record), record[NodeFormat.ColumnCount]));
        versions.AddRange(await scope.QueryAsync($"CALL () {{ {relations} }} RETURN {Cypher.RelationColumns}, v.until", parameters,
            static record => Of(RelationFormat.Read(record), record[RelationFormat.ColumnCount])));
        versions.Sort(static (left, right) => left.From.CompareTo(right.From));
        return WithDeletions(versions, known, scope.Revision);
    }

    private static Version Of(GraphNode node, object? until) => new(new NodeRecord(node), node.ChangedAt, Until(until));

    private static Version Of(GraphRelation relation, object? until) => new(new RelationRecord(relation), relation.ChangedAt, Until(until));

    private static Revision? Until(object? until) => until is long number ? new Revision(number) : null;

    private static List<EntityVersion> WithDeletions(List<Version> versions, EntityId id, Revision upTo)
    {
        var history = new List<EntityVersion>();
        for (var i = 0; i < versions.Count; i++)
        {
            var (record, from, until) = versions[i];
            history.Add(new EntityVersion(from, record));
            var replaced = i + 1 < versions.Count && versions[i + 1].From == until;
            if (until is { } end && end <= upTo && !replaced)
                history.Add(new EntityVersion(end, new DeletedRecord(id)));
        }
        return history;
    }
}
