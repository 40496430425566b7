using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Archive;

/// <summary>Reads the names that searches look through, as they stood at a revision, in steps by the node that they find.</summary>
internal sealed class NameRows(PinnedReads reads, StoreNames names, ReadPin pin)
{
    private const int NodesPerStep = 2000;

    /// <summary>Every name with the form in which it is compared.</summary>
    public async IAsyncEnumerable<(ArchivedName Name, string Folded)> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var (last, step) = await reads.RunAsync(pin, scope => StepAsync(scope, after), cancellationToken);
            foreach (var item in step)
                yield return item;
            if (last is null)
                break;
            after = last;
        }
    }

    private async Task<(string? Last, List<(ArchivedName, string)> Names)> StepAsync(ReadScope scope, string after)
    {
        var nodes = await scope.QueryAsync($"MATCH (v:{names.Name}) WHERE v.node > $after WITH DISTINCT v.node AS node ORDER BY node LIMIT $limit RETURN node",
            scope.Parameters(("after", after), ("limit", (long)NodesPerStep)), static record => (string)record[0]);
        if (nodes.Count == 0)
            return (null, []);
        var found = await scope.QueryAsync($"""
            MATCH (v:{names.Name}) WHERE v.node > $after AND v.node <= $last AND v.revision <= $revision AND coalesce(v.until > $oldest, true)
            RETURN v.node, v.owner_id, v.place, v.language, v.text, v.revision, CASE WHEN v.until <= $revision THEN v.until END, v.folded
            """, scope.Parameters(("after", after), ("last", nodes[^1]), ("oldest", scope.Head!.Value.Oldest.Number)), static record => (
            new ArchivedName(EntityId.Parse((string)record[0]), EntityId.Parse((string)record[1]), (long)record[2], record[3] as string, (string)record[4],
                new Revision((long)record[5]), record[6] is long until ? new Revision(until) : null), (string)record[7]));
        return (nodes.Count < NodesPerStep ? null : nodes[^1], found);
    }
}
