using Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>
/// The connections of one store. Every piece of work runs in a transaction with a time limit on the server; cancelling it closes its session, which stops
/// what runs there. What leaves is the seam's errors alone.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly IDriver _driver;
    private readonly Neo4jStoreOptions _options;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _running;
    private bool _closed;

    public Database(Neo4jStoreOptions options, ILogger log)
    {
        _options = options;
        _driver = GraphDatabase.Driver(options.Uri, options.Credentials, config => config
            .WithConnectionTimeout(options.ConnectionTimeout)
            .WithConnectionAcquisitionTimeout(options.ConnectionTimeout * 2)
            .WithMaxConnectionPoolSize(options.MaxConnections)
            .WithMaxTransactionRetryTime(TimeSpan.Zero)
            .WithUserAgent("geograph")
            .WithLogger(log));
    }

    /// <summary>The most of the options that a statement needs to know.</summary>
    public Neo4jStoreOptions Options => _options;

    /// <summary>What the server calls itself, as <c>Neo4j/5.26.31</c>.</summary>
    public Task<string> AgentAsync(CancellationToken cancellationToken) => GuardAsync(ModeOfReads, async (session, _) =>
    {
        var cursor = await session.RunAsync("RETURN 1", config => config.WithTimeout(_options.ReadTimeout));
        return (await cursor.ConsumeAsync()).Server.Agent;
    }, cancellationToken);

    /// <summary>Runs one read transaction.</summary>
    public Task<T> ReadAsync<T>(Func<IAsyncQueryRunner, Task<T>> read, CancellationToken cancellationToken) =>
        TransactAsync(ModeOfReads, _options.ReadTimeout, async work =>
        {
            var result = await read(work.Transaction);
            await work.Transaction.CommitAsync();
            return result;
        }, cancellationToken);

    /// <summary>Runs one statement that only reads, in a transaction of its own: one round trip.</summary>
    public Task<List<T>> ReadAloneAsync<T>(string query, IDictionary<string, object> parameters, Func<IRecord, T> read, CancellationToken cancellationToken) =>
        GuardAsync(ModeOfReads, async (session, _) =>
        {
            var cursor = await session.RunAsync(query, parameters, config => config.WithTimeout(_options.ReadTimeout));
            return (await cursor.ToListAsync(cancellationToken)).ConvertAll(record => read(record));
        }, cancellationToken);

    /// <summary>Runs one write transaction, which <paramref name="write"/> commits; what it leaves open is rolled back.</summary>
    public Task<T> WriteAsync<T>(Func<OpenWork, Task<T>> write, CancellationToken cancellationToken) =>
        TransactAsync(AccessMode.Write, _options.WriteTimeout, write, cancellationToken);

    /// <summary>Runs one statement in a transaction of its own: what a transaction with others cannot hold, as a change of the schema.</summary>
    public Task<List<IRecord>> RunAloneAsync(string query, IDictionary<string, object> parameters, CancellationToken cancellationToken) =>
        GuardAsync(AccessMode.Write, (session, _) => RunAloneAsync(session, query, parameters, cancellationToken), cancellationToken);

    /// <summary>Runs one statement in a transaction of its own, on behalf of a call that runs: closing the store waits for it too.</summary>
    public Task<List<IRecord>> RunWithinAsync(string query, IDictionary<string, object> parameters, CancellationToken cancellationToken) =>
        GuardAsync(AccessMode.Write, (session, _) => RunAloneAsync(session, query, parameters, cancellationToken), cancellationToken, isWithin: true);

    /// <summary>Waits for the calls that run, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            if (_running == 0)
                _idle.TrySetResult();
        }
        await _idle.Task;
        await _driver.DisposeAsync();
    }

    private AccessMode ModeOfReads => _options.Uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal) ? AccessMode.Write : AccessMode.Read;

    private Task<T> TransactAsync<T>(AccessMode mode, TimeSpan timeout, Func<OpenWork, Task<T>> run, CancellationToken cancellationToken) =>
        GuardAsync(mode, async (session, stop) =>
        {
            await using var transaction = await session.BeginTransactionAsync(config => config.WithTimeout(timeout));
            return await run(new OpenWork(transaction, stop));
        }, cancellationToken);

    private async Task<List<IRecord>> RunAloneAsync(IAsyncSession session, string query, IDictionary<string, object> parameters, CancellationToken cancellationToken)
    {
        var cursor = await session.RunAsync(query, parameters, config => config.WithTimeout(_options.WriteTimeout));
        return await cursor.ToListAsync(cancellationToken);
    }

    private async Task<T> GuardAsync<T>(AccessMode mode, Func<IAsyncSession, StopSignal, Task<T>> work, CancellationToken cancellationToken, bool isWithin = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter(isWithin);
        using var stop = new StopSignal(cancellationToken);
        try
        {
            var session = _driver.AsyncSession(config => Choose(config, mode));
            // Closing a session while a call of it runs stops that call on the server; the call then fails, and is told as cancelled.
            stop.Arm(() => _ = CloseQuietlyAsync(session));
            try
            {
                return await work(session, stop);
            }
            finally
            {
                await CloseQuietlyAsync(session);
            }
        }
        catch (Exception error) when (Neo4jErrors.IsForeign(error))
        {
            throw Neo4jErrors.Translate(error, stop.Token);
        }
        finally
        {
            Leave();
        }
    }

    // A read goes to the server that takes writes too, where the newest commit is seen at once; a replica may lag.
    private void Choose(SessionConfigBuilder config, AccessMode mode)
    {
        // What a statement returns is bounded, and comes whole before the next one of its transaction runs.
        config.WithDefaultAccessMode(mode).WithFetchSize(Config.Infinite);
        if (_options.Database is not null)
            config.WithDatabase(_options.Database);
    }

    // What matters has come or failed before; a session that cannot be closed in order has lost its connection.
    private static async Task CloseQuietlyAsync(IAsyncSession session)
    {
        try
        {
            await session.CloseAsync();
        }
        catch (Exception error) when (Neo4jErrors.IsForeign(error))
        {
            _ = error;
        }
    }

    private void Enter(bool isWithin)
    {
        lock (_gate)
        {
            if (_closed && !isWithin)
                throw Neo4jErrors.Unavailable("the store is closed.");
            _running++;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_running == 0 && _closed)
                _idle.TrySetResult();
        }
    }
}
