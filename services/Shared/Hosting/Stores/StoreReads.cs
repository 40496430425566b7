using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Grpc.Core;

namespace GeoGraph.Hosting.Stores;

/// <summary>Opens reads on behalf of calls.</summary>
public static class StoreReads
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Opens a read at the state that a call asks for. A state that is still to come is waited for up to nine tenths of what the call's deadline
    /// leaves, at most 10 s, so that the answer to the caller says why.
    /// </summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionNotReached"/> and <see cref="ErrorReason.RevisionExpired"/>.</exception>
    public static async Task<IGraphReader> ReadAsync(this IGraphStore store, ReadPoint point, ServerCallContext call, TimeProvider time)
    {
        if (point.MinimumRevision is not { } wanted)
            return await store.ReadAsync(point, call.CancellationToken);
        using var patience = new CancellationTokenSource(Patience(call, time), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, patience.Token);
        try
        {
            return await store.ReadAsync(point, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested)
        {
            var readiness = await store.CheckReadinessAsync(call.CancellationToken);
            throw new GeoGraphException(ErrorReason.RevisionNotReached, $"revision {wanted} is not reached; the store is at {readiness.Current}.",
                [new("revision", wanted.ToString()), new("current", readiness.Current.ToString())]);
        }
    }

    private static TimeSpan Patience(ServerCallContext call, TimeProvider time)
    {
        if (call.Deadline == DateTime.MaxValue)
            return LongestWait;
        var left = (call.Deadline - time.GetUtcNow().UtcDateTime) * 0.9;
        return left > LongestWait ? LongestWait : left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
