using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Hosting.Stores;

/// <summary>
/// A store that is opened by its first use, and again by a later one after an opening that failed: a host starts while its database does not answer yet, and becomes
/// ready with it. Calls that come while it is being opened wait for the one opening; those that come soon after one that failed share its failure.
/// </summary>
/// <param name="open">Opens the store.</param>
/// <param name="time">Times the pause between openings.</param>
/// <param name="log">Told of openings that fail.</param>
internal sealed class OnDemandGraphStore(Func<CancellationToken, Task<IGraphStore>> open, TimeProvider time, ILogger log) : IGraphStore
{
    private static readonly TimeSpan s_betweenOpenings = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<IGraphStore>? _opening;
    private long _failedAt;

    public async Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).ReadAsync(point, cancellationToken);

    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).WriteAsync(batch, cancellationToken);

    public async IAsyncEnumerable<ChangeSet> WatchAsync(
        Revision after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = await StoreAsync(cancellationToken);
        await foreach (var changes in store.WatchAsync(after, checkpointEvery, cancellationToken))
            yield return changes;
    }

    public async Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).TrimHistoryAsync(keepFrom, cancellationToken);

    public async Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).CheckReadinessAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Task<IGraphStore>? opening;
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
                return;
            _closing.Cancel();
            opening = _opening;
        }
        if (opening is null)
            return;
        await Task.WhenAny(opening);
        if (opening.IsCompletedSuccessfully)
            await (await opening).DisposeAsync();
    }

    private Task<IGraphStore> StoreAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
                throw new GeoGraphException(ErrorReason.StoreUnavailable, "the store is closed.");
            if (_opening is null || (_opening.IsFaulted && time.GetElapsedTime(Volatile.Read(ref _failedAt)) >= s_betweenOpenings))
                _opening = OpenAsync();
            return _opening.WaitAsync(cancellationToken);
        }
    }

    // Runs for every caller that waits for it, so that no caller's end ends it.
    private async Task<IGraphStore> OpenAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await open(_closing.Token);
        }
        catch (Exception error)
        {
            Log.StoreNotOpened(log, error);
            Volatile.Write(ref _failedAt, time.GetTimestamp());
            throw error switch
            {
                IOException or UnauthorizedAccessException => new GeoGraphException(ErrorReason.StoreUnavailable, "the store's folder or a file of its secrets cannot be used.", inner: error),
                OperationCanceledException => new GeoGraphException(ErrorReason.StoreUnavailable, "the store is closed.", inner: error),
                _ => error,
            };
        }
    }
}
