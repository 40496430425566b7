using System.Globalization;
using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Actors.Storage;

/// <summary>The actors and relations in their store. Safe for concurrent use.</summary>
/// <param name="store">The store that this service owns.</param>
/// <param name="time">Times waits.</param>
internal sealed class ActorGraph(IGraphStore store, TimeProvider time)
{
    /// <summary>Opens a read at one state, waiting within the deadline for one that is to come.</summary>
    public async Task<ActorView> OpenAsync(ReadPoint point, DateTime deadline, CancellationToken cancellationToken) =>
        new(await store.ReadWithinAsync(point, deadline, time, cancellationToken));

    /// <summary>Writes changes: all or none.</summary>
    /// <exception cref="GeoGraphException">As the store refuses; the metadata names the number of the change under <c>change</c>.</exception>
    public async Task<WriteReceipt> WriteAsync(
        IReadOnlyList<ActorChange> changes, string requestId, bool validateOnly, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch
        {
            Updates = [.. changes.Select(GraphChanges.ToUpdate)],
            RequestId = requestId.Length == 0 ? null : requestId,
            ValidateOnly = validateOnly,
        };
        try
        {
            return await store.WriteAsync(batch, cancellationToken);
        }
        catch (GeoGraphException refusal) when (NumberOf(refusal, changes) is { } number)
        {
            throw new GeoGraphException(refusal.Reason, $"changes[{number}]: {refusal.Message}", refusal.Metadata.Append(new("change", number)), refusal.InnerException);
        }
    }

    /// <summary>Tells every change after a revision (null: all that are retained), and goes on until cancelled.</summary>
    public async IAsyncEnumerable<ActorChangeSet> WatchAsync(
        Revision? after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after ?? (await store.CheckReadinessAsync(cancellationToken)).OldestRetained;
        await foreach (var set in store.WatchAsync(from, checkpointEvery, cancellationToken))
            yield return new ActorChangeSet(set.Revision, [.. set.Changes.Select(GraphChanges.ToItem)]);
    }

    // The store names what it refuses by id; the first change with that target, or that end, is the one.
    private static string? NumberOf(GeoGraphException refusal, IReadOnlyList<ActorChange> changes)
    {
        var name = refusal.Metadata.GetValueOrDefault("relation") ?? refusal.Metadata.GetValueOrDefault("resource_name");
        if (name is null || refusal.Violations.Count > 0)
            return null;
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Target.Value == name || (changes[i] is MergeActors merge && merge.Survivor.Value == name))
                return i.ToString(CultureInfo.InvariantCulture);
        }
        return null;
    }
}
