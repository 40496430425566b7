namespace Neo4j.Driver.Internal.Results;

/// <summary>Reads a result record by record. A cancelled token stops the query on the server.</summary>
internal sealed class ResultEnumerator(ResultCursor cursor, CancellationToken cancellationToken) : IAsyncEnumerator<IRecord>
{
    public IRecord Current => cursor.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        if (cancellationToken.IsCancellationRequested) return new(StopAsync());
        if (cursor.TryTake()) return new(true);
        return new(cancellationToken.CanBeCanceled ? FetchOrStopAsync() : cursor.FetchMoreAsync());
    }

    public ValueTask DisposeAsync() => default;

    private async Task<bool> StopAsync()
    {
        var cancelled = new OperationCanceledException(cancellationToken);
        await cursor.CancelAsync(cancelled).ConfigureAwait(false);
        await cursor.TellEndAsync().ConfigureAwait(false);
        throw cancelled;
    }

    private async Task<bool> FetchOrStopAsync()
    {
        var stopped = Task.CompletedTask;
        var stop = cancellationToken.UnsafeRegister(
            _ => stopped = cursor.CancelAsync(new OperationCanceledException(cancellationToken)), null);
        try
        {
            return await cursor.FetchMoreAsync().ConfigureAwait(false);
        }
        finally
        {
            await stop.DisposeAsync().ConfigureAwait(false);
            await stopped.ConfigureAwait(false);
        }
    }
}
