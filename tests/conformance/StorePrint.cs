using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>
/// Every answer that a store gives about the ids of <see cref="UpdateScript"/>, at the oldest, the newest and some four revisions between, and every change, as lines that compare.
/// </summary>
internal static class StorePrint
{
    private const int RevisionsBetween = 4;

    private static readonly string[] Texts = ["alph", "台", "n1", "firm:n2", "a"];

    public static async Task<List<string>> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var readiness = await store.CheckReadinessAsync(cancellationToken);
        var lines = new List<string> { $"{readiness.OldestRetained} to {readiness.Current}" };
        var (oldest, newest) = (readiness.OldestRetained.Number, readiness.Current.Number);
        for (var number = oldest; number < newest; number += 1 + ((newest - oldest) / RevisionsBetween))
            await AddReadsAsync(lines, await store.ReadAsync(ReadPoint.Exact(new Revision(number)), cancellationToken), cancellationToken);
        await AddReadsAsync(lines, await store.ReadAsync(ReadPoint.Latest, cancellationToken), cancellationToken);
        await foreach (var set in store.WatchAsync(readiness.OldestRetained, TimeSpan.FromMinutes(1), cancellationToken))
        {
            lines.Add($"{set.Revision} changed: {string.Join("; ", set.Changes.Select(Told))}");
            if (set.Changes.Count == 0 && set.Revision == readiness.Current)
                break;
        }
        return lines;
    }

    private static async Task AddReadsAsync(List<string> lines, IGraphReader reader, CancellationToken cancellationToken)
    {
        var at = $"{reader.Revision}: ";
        await foreach (var record in reader.ExportAsync(cancellationToken))
            lines.Add(at + Told(record));
        foreach (var text in Texts)
        {
            var hits = await reader.SearchNamesAsync(new NameQuery { Text = text }, cancellationToken);
            lines.Add($"{at}{text} finds {string.Join("; ", hits.Select(hit => $"{hit.Node.Id} {hit.Match} {hit.Name}"))}");
        }
        foreach (var id in UpdateScript.NodeIds)
        {
            var touching = await reader.ListRelationsAsync(new RelationQuery { Touching = [id] }, cancellationToken);
            var mentions = await reader.ListNodesAsync(new NodeQuery { RefersTo = [id] }, cancellationToken);
            var history = await reader.HistoryAsync(id, cancellationToken);
            lines.Add($"{at}{id} touches {string.Join(' ', touching.Items.Select(item => item.Id))}, is named by {string.Join(' ', mentions.Items.Select(item => item.Id))}");
            lines.Add($"{at}{id} was {string.Join("; ", history.Select(version => $"{version.ChangedAt} {Told(version.Record)}"))}");
            if ((await reader.FindNodesAsync([id], cancellationToken)).Count == 0)
                continue;
            var around = await reader.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [id], MaxDepth = 2 }, cancellationToken);
            lines.Add($"{at}around {id}: {string.Join(' ', around.Nodes.Select(item => $"{item.Node.Id}/{item.Depth}"))} {string.Join(' ', around.Relations.Select(item => item.Id))}");
        }
    }

    private static string Told(GraphRecord record) => record is DeletedRecord deleted ? $"-{deleted.Id}" : GraphModel.Print(record);
}
