using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Stores;
using GeoGraph.Hosting.Wire;

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
    /// <exception cref="GeoGraphException">As the store refuses, with the number of the change.</exception>
    public Task<WriteReceipt> WriteAsync(ChangesToWrite<GraphUpdate> changes, CancellationToken cancellationToken) =>
        store.WriteAsync(changes, cancellationToken);

    /// <summary>Tells every change after a revision (null: all that are retained), and goes on until cancelled.</summary>
    public async IAsyncEnumerable<ActorChangeSet> WatchAsync(
        Revision? after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var set in store.WatchFromAsync(after, checkpointEvery, cancellationToken))
            yield return new ActorChangeSet(set.Revision, [.. set.Changes.Select(GraphItems.ToItem)]);
    }
}
