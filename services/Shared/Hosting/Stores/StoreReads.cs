using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Hosting.Stores;

/// <summary>Opens reads on behalf of calls.</summary>
public static class StoreReads
{
    /// <summary>
    /// Opens a read at the state that a call asks for. A state that is still to come is waited for up to nine tenths of what the call's deadline
    /// leaves, at most 10 s, so that the answer to the caller says why.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="point">The state.</param>
    /// <param name="deadline">The call's deadline, in universal time; the greatest date for none.</param>
    /// <param name="time">Times the wait.</param>
    /// <param name="cancellationToken">The call's end.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionNotReached"/> and <see cref="ErrorReason.RevisionExpired"/>.</exception>
    public static async Task<IGraphReader> ReadWithinAsync(
        this IGraphStore store, ReadPoint point, DateTime deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        if (point.MinimumRevision is not { } wanted)
            return await store.ReadAsync(point, cancellationToken);
        using var patience = new CancellationTokenSource(CallPatience.Until(deadline, time), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await store.ReadAsync(point, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var readiness = await store.CheckReadinessAsync(cancellationToken);
            throw new GeoGraphException(ErrorReason.RevisionNotReached, $"revision {wanted} is not reached; the store is at {readiness.Current}.",
                [new("revision", wanted.ToString()), new("current", readiness.Current.ToString())]);
        }
    }
}
