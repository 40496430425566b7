using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>Records read from the graph at one revision.</summary>
internal sealed class RecordGraph(IGraphReader reader)
{
    private const string ResourceType = "record";

    // Questions that filter on their own read on in steps of this many.
    private const int RecordsPerRead = 1000;

    /// <summary>The revision that everything read here comes from.</summary>
    public Revision Revision => reader.Revision;

    /// <summary>One record with the revision that wrote it.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public async Task<StoredRecord> GetAsync(EntityId id, CancellationToken cancellationToken)
    {
        var found = await reader.FindNodesAsync([id], cancellationToken);
        return found.TryGetValue(id, out var node) ? StoredRecord.Of(node) : throw GeoGraphException.NotFound(ResourceType, id.Value);
    }

    /// <summary>A page of records in order of id.</summary>
    public async Task<GraphPage<StoredRecord>> ListAsync(NodeQuery query, CancellationToken cancellationToken)
    {
        var page = await reader.ListNodesAsync(query, cancellationToken);
        return new GraphPage<StoredRecord>([.. page.Items.Select(StoredRecord.Of)], page.Next);
    }

    /// <summary>Records whose name, title or id fits, best first.</summary>
    public async Task<IReadOnlyList<StoredRecord>> SearchAsync(NameQuery query, CancellationToken cancellationToken)
    {
        var hits = await reader.SearchNamesAsync(query, cancellationToken);
        return [.. hits.Select(hit => StoredRecord.Of(hit.Node))];
    }

    /// <summary>Every record of one type that speaks of any of some things (of anything, where none is named), in order of id.</summary>
    public async IAsyncEnumerable<T> AllAsync<T>(
        IReadOnlyCollection<EntityId> about, EntityId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : DatedRecord
    {
        var query = new NodeQuery { Labels = [RecordKinds.LabelOf(typeof(T))], RefersTo = about, After = after, Limit = RecordsPerRead };
        while (true)
        {
            var page = await reader.ListNodesAsync(query, cancellationToken);
            foreach (var node in page.Items)
                yield return (T)RecordNodes.ToRecord(node);
            if (page.Next is null)
                yield break;
            query = query with { After = page.Next };
        }
    }

    /// <summary>Records of one type by id, in no order; what is absent or of another type is left out.</summary>
    public async IAsyncEnumerable<T> NamedAsync<T>(
        IReadOnlyCollection<EntityId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : DatedRecord
    {
        var found = await reader.FindNodesAsync([.. ids], cancellationToken);
        foreach (var node in found.Values.Where(node => node.Label == RecordKinds.LabelOf(typeof(T))))
            yield return (T)RecordNodes.ToRecord(node);
    }

    /// <summary>Everything at the revision, in order of id.</summary>
    public async IAsyncEnumerable<StoredRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in reader.ExportAsync(cancellationToken))
        {
            if (record is NodeRecord { Node: var node })
                yield return StoredRecord.Of(node);
        }
    }
}

/// <summary>A record and the revision that wrote it.</summary>
internal sealed record StoredRecord(DatedRecord Record, Revision ChangedAt)
{
    public static StoredRecord Of(GraphNode node) => new(RecordNodes.ToRecord(node), node.ChangedAt);
}
