using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Sqlite.Archive;
using GeoGraph.Sqlite.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeoGraph.Sqlite;

/// <summary>
/// The graph in one SQLite file, which several processes may open at once, or in memory. A write that returned is on the disk. What the
/// tables hold and what to beware of is in the project's README.
/// </summary>
public sealed class SqliteGraphStore : IGraphStore, IGraphArchive
{
    private readonly LinkPool _pool;
    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RevisionWaits _waits;

    private SqliteArchive Archive => new(_pool, BeginWriteAsync);

    private SqliteGraphStore(LinkPool pool, SqliteStoreOptions options, TimeProvider time, ILogger logger)
    {
        _pool = pool;
        _options = options;
        _time = time;
        _waits = new RevisionWaits(time, options.Path is null ? null : options.PollInterval);
        _logger = logger;
    }

    /// <summary>Opens a store, and creates it where it is absent.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="time">Times polling and checkpoints; no time of it is stored.</param>
    /// <param name="logger">Told of opening, trimming and trouble; null for none.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.StoreUnavailable"/> where the file is damaged, not a database, another program's or a newer GeoGraph's; the
    /// message says which, and the file is left as it is.
    /// </exception>
    public static async Task<SqliteGraphStore> OpenAsync(SqliteStoreOptions options, TimeProvider time, ILogger? logger, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentReads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxConcurrentReads, 64);
        LinkPool pool;
        try
        {
            pool = new LinkPool(options.Path, options.MaxConcurrentReads);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, cancellationToken);
        }
        var store = new SqliteGraphStore(pool, options, time, logger ?? NullLogger.Instance);
        try
        {
            var state = await pool.WriteAsync(link => store.CreateAsync(link, cancellationToken), cancellationToken);
            Log.Opened(store._logger, options.Path ?? "in memory", state.Current.Number, state.Oldest.Number);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = _waits.Next;
            var state = await _pool.ReadAsync(StoreState.Read, cancellationToken);
            if (point.ExactRevision is { } exact)
                return exact < state.Oldest ? throw state.Expired(exact) : exact > state.Current ? throw state.NotReached(exact) : new SqliteGraphReader(_pool, exact);
            if (point.MinimumRevision is not { } minimum || state.Current >= minimum)
                return new SqliteGraphReader(_pool, state.Current);
            await _waits.WaitAsync(next, null, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var updates = GraphRules.Check(batch);
        var digest = batch.RequestId is null ? null : BatchDigest.Of(updates);
        var (receipt, isNew) = await _pool.WriteAsync(link => ApplyAsync(link, batch, updates, digest, cancellationToken), cancellationToken);
        if (isNew)
            _waits.Raise();
        return receipt;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery, CancellationToken cancellationToken) =>
        _waits.WatchAsync(after, checkpointEvery, told => _pool.ReadAsync(link => ChangeFeed.After(link, told, cancellationToken), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken)
    {
        var gone = await _pool.WriteAsync(async link =>
        {
            await BeginWriteAsync(link, cancellationToken);
            return History.Trim(link, keepFrom);
        }, cancellationToken);
        if (gone is { } versions)
            Log.Trimmed(_logger, keepFrom.Number, versions);
    }

    /// <inheritdoc/>
    public async Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await _pool.ReadAsync(StoreState.Read, cancellationToken);
            return new StoreReadiness(true, state.Current, state.Oldest, null);
        }
        catch (GeoGraphException error)
        {
            Log.Unready(_logger, error);
            return new StoreReadiness(false, Revision.Zero, Revision.Zero, error.Message);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArchivedRecord> ReadArchiveAsync(CancellationToken cancellationToken) => Archive.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task RestoreArchiveAsync(IAsyncEnumerable<ArchivedRecord> archive, CancellationToken cancellationToken)
    {
        await Archive.RestoreAsync(archive, cancellationToken);
        _waits.Raise();
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken) => Archive.FindDamageAsync(cancellationToken);

    /// <summary>Ends the watches, waits for the calls that run, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _waits.CloseAsync();
        await _pool.DisposeAsync();
    }

    private async Task<RetainedRevisions> CreateAsync(Link link, CancellationToken cancellationToken)
    {
        await BeginWriteAsync(link, cancellationToken);
        Schema.Ensure(link);
        var state = StoreState.Read(link);
        link.Run("COMMIT");
        return state;
    }

    // A write looks at the token between updates and is never interrupted within one: the full-text index can keep a reader open when it is,
    // and the engine then interrupts what the connection runs next as well.
    private async Task<(WriteReceipt Receipt, bool IsNew)> ApplyAsync(
        Link link, WriteBatch batch, IReadOnlyList<GraphUpdate> updates, string? digest, CancellationToken cancellationToken)
    {
        await BeginWriteAsync(link, cancellationToken);
        if (digest is not null && Receipts.Find(link, batch.RequestId!, digest) is { } first)
            return (first, false);
        var current = StoreState.Read(link).Current;
        var writer = new BatchWriter(new Rows(link, current.Next), updates);
        for (var i = 0; i < updates.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Apply(updates[i], i);
        }
        var receipt = writer.Receipt(writer.HasChanged ? current.Next : current);
        if (batch.ValidateOnly)
            return (receipt, false);
        if (writer.HasChanged)
            link.Run("UPDATE store SET revision = ?1", receipt.Revision.Number);
        if (digest is not null)
            Receipts.Add(link, batch.RequestId!, digest, receipt);
        link.Run("COMMIT");
        return (receipt, writer.HasChanged);
    }

    // Between processes the engine's own lock decides; it is asked again until the time for it is over.
    private async Task BeginWriteAsync(Link link, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (!link.TryBeginWrite())
        {
            if (_time.GetElapsedTime(start) >= _options.BusyTimeout)
                throw new GeoGraphException(ErrorReason.WriteConflict, "another process is writing to the store; try again.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), _time, cancellationToken);
        }
    }
}
