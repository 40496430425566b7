using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Reads what happened at a revision: first what it touched, then the versions that it wrote.</summary>
internal static class Changes
{
    /// <summary>How many revisions are read at once at most, so that a watch from far behind does not hold one transaction for long.</summary>
    private const int StepRevisions = 100;

    /// <summary>How many changes end a step before its full number of revisions.</summary>
    private const int StepChanges = 5000;

    /// <summary>How many versions one statement reads.</summary>
    private const int ChunkSize = 10_000;

    private readonly record struct Part(long Revision, IReadOnlyList<string> Nodes, IReadOnlyList<string> Relations, IReadOnlyList<string> Aliases, IReadOnlyList<string> Gone)
    {
        public int Count => Nodes.Count + Relations.Count + Aliases.Count + Gone.Count;
    }

    /// <summary>The next change sets after a revision, oldest first, up to the one that the scope shows; none where it is that one.</summary>
    public static async Task<IReadOnlyList<ChangeSet>> AfterAsync(ReadScope scope, Revision after)
    {
        var (steps, last) = await StepAsync(scope, after);
        var nodes = await NodesAsync(scope, steps);
        var relations = await RelationsAsync(scope, steps);
        var aliases = await AliasesAsync(scope, steps);
        // A revision that came to nothing, as a node put and deleted in one batch does, is told too, and has no log.
        var changes = new SortedDictionary<long, List<GraphRecord>>();
        for (var revision = after.Number + 1; revision <= last; revision++)
            changes[revision] = [];
        foreach (var (revision, ids) in steps.GroupBy(static part => part.Revision).Select(static parts => (parts.Key, parts.SelectMany(static part => part.Gone))))
            changes[revision].AddRange(ids.Distinct().Select(EntityId.Parse).Order().Select(static id => new DeletedRecord(id)));
        foreach (var node in nodes.OrderBy(static node => node.Id))
            changes[node.ChangedAt.Number].Add(new NodeRecord(node));
        foreach (var relation in relations.OrderBy(static relation => relation.Id))
            changes[relation.ChangedAt.Number].Add(new RelationRecord(relation));
        foreach (var (alias, revision) in aliases.OrderBy(static item => item.Alias.Alias))
            changes[revision].Add(alias);
        return [.. changes.Select(static entry => new ChangeSet(new Revision(entry.Key), entry.Value))];
    }

    // The logs of the next revisions, up to the first at which there is enough for one step, and which that is; a revision is never cut.
    private static async Task<(List<Part> Parts, long Last)> StepAsync(ReadScope scope, Revision after)
    {
        var last = Math.Min(after.Number + StepRevisions, scope.Revision.Number);
        var sizes = await scope.QueryAsync($$"""
            MATCH (l:{{scope.Names.Revision}}) WHERE l.number > $after AND l.number <= $last
            RETURN l.number AS number, sum(coalesce(size(l.nodes), 0) + coalesce(size(l.relations), 0) + coalesce(size(l.aliases), 0) + coalesce(size(l.gone), 0)) ORDER BY number
            """, scope.Parameters(("after", after.Number), ("last", last)), static record => (Number: (long)record[0], Changes: (long)record[1]));
        long changes = 0;
        foreach (var size in sizes)
        {
            changes += size.Changes;
            if (changes < StepChanges)
                continue;
            last = size.Number;
            break;
        }
        var parts = await scope.QueryAsync($"MATCH (l:{scope.Names.Revision}) WHERE l.number > $after AND l.number <= $last RETURN l.number, l.nodes, l.relations, l.aliases, l.gone",
            scope.Parameters(("after", after.Number), ("last", last)),
            static record => new Part((long)record[0], Texts(record[1]), Texts(record[2]), Texts(record[3]), Texts(record[4])));
        return (parts, last);
    }

    private static Task<List<GraphNode>> NodesAsync(ReadScope scope, List<Part> steps) => VersionsAsync(scope, steps, static part => part.Nodes, $$"""
        MATCH (v:{{scope.Names.Label}} {id: written[0]}) WHERE v.revision = written[1] RETURN v, labels(v) AS label
        UNION ALL MATCH (v:{{scope.Names.PastNode}} {id: written[0]}) WHERE v.revision = written[1] RETURN v, v.label AS label
        """, Cypher.NodeColumns, static record => NodeFormat.Read(record));

    private static Task<List<(AliasRecord Alias, long Revision)>> AliasesAsync(ReadScope scope, List<Part> steps) => VersionsAsync(scope, steps, static part => part.Aliases, $$"""
        MATCH (v:{{scope.Names.Alias}} {id: written[0]}) WHERE v.revision = written[1] RETURN v
        UNION ALL MATCH (v:{{scope.Names.PastAlias}} {id: written[0]}) WHERE v.revision = written[1] RETURN v
        """, AliasFormat.Columns("v"), static record => (AliasFormat.Read(record), (long)record[4]));

    // Ids of one kind are looked for in the few types that such ids have named.
    private static async Task<List<GraphRelation>> RelationsAsync(ReadScope scope, List<Part> steps)
    {
        var relations = new List<GraphRelation>();
        foreach (var kind in steps.SelectMany(static part => part.Relations).Select(Kind).Distinct())
        {
            var current = scope.Catalogue.TypesOf(kind)
                .Select(static type => $"MATCH ()-[v:`{type}` {{id: written[0]}}]->() WHERE v.revision = written[1] RETURN {Cypher.CurrentRelation}");
            var past = $"MATCH (v:{scope.Names.PastRelation} {{id: written[0]}}) WHERE v.revision = written[1] RETURN {Cypher.PastRelation}";
            relations.AddRange(await VersionsAsync(scope, steps, part => [.. part.Relations.Where(id => Kind(id) == kind)],
                string.Join("\nUNION ALL ", current.Append(past)), Cypher.RelationColumns, static record => RelationFormat.Read(record)));
        }
        return relations;
    }

    private static async Task<List<T>> VersionsAsync<T>(
        ReadScope scope, List<Part> steps, Func<Part, IReadOnlyList<string>> ids, string arms, string columns, Func<IRecord, T> read)
    {
        var found = new List<T>();
        var written = steps.SelectMany(part => ids(part).Select(id => new List<object> { id, part.Revision }));
        foreach (var chunk in written.Chunk(ChunkSize))
            found.AddRange(await scope.QueryAsync($"UNWIND $written AS written CALL (written) {{ {arms} }} RETURN {columns}", scope.Parameters(("written", chunk)), read));
        return found;
    }

    private static string Kind(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];

    private static List<string> Texts(object? list) => list is IEnumerable<object> texts ? [.. texts.Cast<string>()] : [];
}
