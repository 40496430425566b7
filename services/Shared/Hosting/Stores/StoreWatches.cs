using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;

namespace GeoGraph.Hosting.Stores;

/// <summary>Watches a store on behalf of calls.</summary>
public static class StoreWatches
{
    /// <summary>Tells every change after a revision, and goes on until cancelled.</summary>
    /// <param name="store">The store.</param>
    /// <param name="after">The revision; null for every change that is retained.</param>
    /// <param name="checkpointEvery">How often to say that all is told.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="GeoGraphException">
    /// As the store refuses; <see cref="ErrorReason.RevisionExpired"/> too for a revision with more than <see cref="WatchFields.MaxChanges"/> changes.
    /// </exception>
    public static async IAsyncEnumerable<ChangeSet> WatchFromAsync(
        this IGraphStore store, Revision? after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after ?? (await store.CheckReadinessAsync(cancellationToken)).OldestRetained;
        await foreach (var set in store.WatchAsync(from, checkpointEvery, cancellationToken))
        {
            WatchFields.CheckFits(set.Revision, set.Changes.Count <= WatchFields.MaxChanges);
            yield return set;
        }
    }
}
