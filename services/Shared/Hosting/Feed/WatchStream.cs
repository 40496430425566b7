using System.Runtime.CompilerServices;
using Grpc.Core;

namespace GeoGraph.Hosting.Feed;

/// <summary>Reads a stream that promises checkpoints, and takes silence for a broken connection.</summary>
public static class WatchStream
{
    private const int SilentCheckpoints = 3;

    /// <summary>Every message, until cancelled. A stream silent for three checkpoints ends with UNAVAILABLE.</summary>
    /// <param name="open">Opens the call; it must carry the token given.</param>
    /// <param name="checkpointEvery">How often the stream promises a message.</param>
    /// <param name="time">Measures the silence.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="RpcException">As the call fails.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<CancellationToken, AsyncServerStreamingCall<T>> open, TimeSpan checkpointEvery, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var patience = checkpointEvery * SilentCheckpoints;
        using var silence = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        using var call = open(either.Token);
        while (await MoveNextAsync(call.ResponseStream, silence, either.Token))
        {
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            yield return call.ResponseStream.Current;
            silence.CancelAfter(patience);
        }
    }

    private static async Task<bool> MoveNextAsync<T>(IAsyncStreamReader<T> stream, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (Exception error) when (silence.IsCancellationRequested && error is RpcException { StatusCode: StatusCode.Cancelled } or OperationCanceledException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the stream sent no checkpoint in time.", error));
        }
    }
}
