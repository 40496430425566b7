using System.Runtime.CompilerServices;

namespace GeoGraph.Core.Graph;

/// <summary>
/// A store whose calls are seen: each is a span of the activity source <see cref="StoreTelemetry.Name"/> and a value of its duration histogram.
/// Everything else is the inner store's, which is disposed with this one.
/// </summary>
/// <param name="inner">The store that answers.</param>
/// <param name="storeName">The store's name in spans and metrics, as <c>sqlite</c>.</param>
public sealed class ObservedGraphStore(IGraphStore inner, string storeName) : IGraphStore
{
    private readonly StoreTelemetry _telemetry = new(storeName);

    /// <inheritdoc/>
    public async Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken) =>
        new ObservedGraphReader(await _telemetry.ObserveAsync("open_read", () => inner.ReadAsync(point, cancellationToken)), _telemetry);

    /// <inheritdoc/>
    public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        _telemetry.ObserveAsync("write", () => inner.WriteAsync(batch, cancellationToken), batch.Updates.Count);

    /// <summary>The inner store's changes; a watch has no end to time, so each set told is counted instead.</summary>
    public async IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var set in inner.WatchAsync(after, checkpointEvery, cancellationToken))
        {
            _telemetry.Told(set.Changes.Count);
            yield return set;
        }
    }

    /// <inheritdoc/>
    public Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken) => _telemetry.ObserveAsync("trim_history", async () =>
    {
        await inner.TrimHistoryAsync(keepFrom, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken) =>
        _telemetry.ObserveAsync("check_readiness", () => inner.CheckReadinessAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
