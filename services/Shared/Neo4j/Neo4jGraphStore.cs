using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Archive;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;
using GeoGraph.Neo4j.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeoGraph.Neo4j;

/// <summary>
/// The graph in a Neo4j database, which several processes may open at once, and several stores of different owners share. How it lies there, for people's own queries, is in the
/// project's README.
/// </summary>
public sealed class Neo4jGraphStore : IGraphStore, IGraphArchive
{
    private readonly Database _database;
    private readonly ILogger _logger;
    private readonly PinnedReads _reads;
    private readonly StoreWriter _writer;
    private readonly HistoryTrim _trim;
    private readonly Neo4jArchive _archive;
    private readonly RevisionWaits _waits;

    private Neo4jGraphStore(Database database, StoreNames names, TimeProvider time, ILogger logger)
    {
        _database = database;
        _waits = new RevisionWaits(time, database.Options.PollInterval);
        _logger = logger;
        var publication = new Publication(database, names, logger);
        _reads = new PinnedReads(new ReadTransactions(database, names), names, time);
        _writer = new StoreWriter(database, names, publication, new WriterLock(database.Options, names, publication, time));
        _trim = new HistoryTrim(database, names, _writer, publication);
        _archive = new Neo4jArchive(database, names, _reads);
    }

    /// <summary>Opens a store, and makes it in the database where it is absent.</summary>
    /// <param name="options">Where it lies, and how to sign in.</param>
    /// <param name="time">Times polling and checkpoints; no time of it is stored.</param>
    /// <param name="logger">Told of opening, trimming and trouble, the driver's among it; null for none.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.StoreUnavailable"/> where the database is away, refuses the credentials, does not exist, is too old, is none of Neo4j's, or holds a store of a newer
    /// GeoGraph; the message says which.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    public static async Task<Neo4jGraphStore> OpenAsync(Neo4jStoreOptions options, TimeProvider time, ILogger? logger, CancellationToken cancellationToken)
    {
        options.Check();
        var names = new StoreNames(options.Owner);
        var log = logger ?? NullLogger.Instance;
        var database = new Database(options, new DriverLog(log));
        try
        {
            await SchemaStatements.EnsureAsync(database, names, cancellationToken);
            var store = new Neo4jGraphStore(database, names, time, log);
            // Whoever holds the lock mends what a writer left behind that came to its end half-way.
            var state = await store._writer.UnderLockAsync(static (_, found) => Task.FromResult(found.Retained), cancellationToken);
            Log.Opened(log, options.Owner, state.Current.Number, state.Oldest.Number);
            return store;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Opens a store to fill it from an archive, and makes it where it is absent: one whose filling was broken off as well, which <see cref="OpenAsync"/> refuses. Parameters and
    /// errors are those of <see cref="OpenAsync"/>.
    /// </summary>
    public static async Task<Neo4jGraphStore> OpenToFillAsync(Neo4jStoreOptions options, TimeProvider time, ILogger? logger, CancellationToken cancellationToken)
    {
        options.Check();
        var names = new StoreNames(options.Owner);
        var log = logger ?? NullLogger.Instance;
        var database = new Database(options, new DriverLog(log));
        try
        {
            if (await FillMark.IsBrokenOffAsync(database, names, cancellationToken))
                return new Neo4jGraphStore(database, names, time, log);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
        await database.DisposeAsync();
        return await OpenAsync(options, time, logger, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = _waits.Next;
            var (head, catalogue) = await _reads.OpenAsync(cancellationToken);
            var state = head.Retained;
            if (point.ExactRevision is { } exact)
            {
                return exact < state.Oldest ? throw state.Expired(exact) : exact > state.Current ? throw state.NotReached(exact)
                    : new Neo4jGraphReader(_reads, new ReadPin(exact, catalogue));
            }
            if (point.MinimumRevision is not { } minimum || state.Current >= minimum)
                return new Neo4jGraphReader(_reads, new ReadPin(state.Current, catalogue));
            await _waits.WaitAsync(next, null, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var (receipt, isNew) = await _writer.WriteAsync(batch, GraphRules.Check(batch), cancellationToken);
        if (isNew)
            _waits.Raise();
        return receipt;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery, CancellationToken cancellationToken) =>
        _waits.WatchAsync(after, checkpointEvery, told => ChangesAsync(told, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken)
    {
        if (await _trim.TrimAsync(keepFrom, cancellationToken) is { } versions)
            Log.Trimmed(_logger, keepFrom.Number, versions);
    }

    /// <inheritdoc/>
    public async Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (head, _) = await _reads.OpenAsync(cancellationToken);
            return new StoreReadiness(true, head.Published, head.Oldest, null);
        }
        catch (GeoGraphException error)
        {
            Log.Unready(_logger, error);
            return new StoreReadiness(false, Revision.Zero, Revision.Zero, error.Message);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArchivedRecord> ReadArchiveAsync(CancellationToken cancellationToken) => _archive.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task RestoreArchiveAsync(IAsyncEnumerable<ArchivedRecord> archive, CancellationToken cancellationToken)
    {
        await _archive.RestoreAsync(archive, cancellationToken);
        _waits.Raise();
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken) => _archive.FindDamageAsync(cancellationToken);

    /// <summary>Ends the watches, waits for the calls that run, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _waits.CloseAsync();
        await _database.DisposeAsync();
    }

    // Changes after a revision are retained as long as the revision itself is, so the reading rests on the one that was told last.
    private async Task<IReadOnlyList<ChangeSet>> ChangesAsync(Revision told, CancellationToken cancellationToken)
    {
        var (head, catalogue) = await _reads.OpenAsync(cancellationToken);
        if (told < head.Oldest)
            throw head.Retained.Expired(told);
        if (told > head.Published)
            throw head.Retained.NotReached(told);
        if (told == head.Published)
            return [];
        var sets = await _reads.RunAsync(new ReadPin(head.Published, catalogue), scope => Changes.AfterAsync(scope, told), cancellationToken);
        var (after, _) = await _reads.OpenAsync(cancellationToken);
        return told < after.Oldest ? throw after.Retained.Expired(told) : sets;
    }
}
