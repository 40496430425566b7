using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Hosting.Stores;

/// <summary>
/// A store that is opened by its first use, and again by the next one after an opening that failed: a host starts while its database does not
/// answer yet, and becomes ready with it.
/// </summary>
internal sealed class OnDemandGraphStore(Func<CancellationToken, Task<IGraphStore>> open) : IGraphStore
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IGraphStore? _store;
    private bool _disposed;

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
        await _opening.WaitAsync(CancellationToken.None);
        _disposed = true;
        var store = Interlocked.Exchange(ref _store, null);
        _opening.Release();
        if (store is not null)
            await store.DisposeAsync();
    }

    private async ValueTask<IGraphStore> StoreAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _store) is { } store)
            return store;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_disposed)
                throw new GeoGraphException(ErrorReason.StoreUnavailable, "the store is closed.");
            return _store ??= await open(cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GeoGraphException(ErrorReason.StoreUnavailable, "the store's folder cannot be used.", inner: error);
        }
        finally
        {
            _opening.Release();
        }
    }
}
