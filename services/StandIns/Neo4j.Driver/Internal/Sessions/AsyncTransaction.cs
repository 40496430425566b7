using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.Results;

namespace Neo4j.Driver.Internal.Sessions;

/// <summary>A transaction on a connection of its own. Its BEGIN goes out together with its first query.</summary>
/// <param name="session">Whose it is.</param>
/// <param name="lease">Its connection.</param>
/// <param name="config">How it runs.</param>
/// <param name="begin">What BEGIN says.</param>
/// <param name="used">Which interface of the driver began it.</param>
internal sealed class AsyncTransaction(
    AsyncSession session, Lease lease, TransactionConfig config, Dictionary<string, object?> begin, DriverInterface used)
    : IAsyncTransaction, IResultOwner
{
    private readonly List<ResultCursor> _results = [];
    private bool _begun;
    private bool _ended;
    private Exception? _error;

    public TransactionConfig TransactionConfig => config;

    /// <summary>Gets whether it is neither committed nor rolled back.</summary>
    public bool IsOpen => !_ended;

    public Task<IResultCursor> RunAsync(string query) => RunAsync(new Query(query));

    public Task<IResultCursor> RunAsync(string query, object parameters) => RunAsync(new Query(query, parameters));

    public Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters) => RunAsync(new Query(query, parameters));

    public async Task<IResultCursor> RunAsync(Query query)
    {
        ThrowIfEnded();
        var result = new ResultCursor(this, lease, query, session.FetchSize);
        await lease.SendAsync(() =>
        {
            if (!_begun) Begin();
            result.Start([]);
        }).ConfigureAwait(false);
        _results.Add(result);
        return result;
    }

    public async Task CommitAsync()
    {
        ThrowIfEnded();
        try
        {
            foreach (var result in _results) await result.ConsumeAsync().ConfigureAwait(false);
            var bookmark = _begun ? await SendCommitAsync().ConfigureAwait(false) : null;
            await EndAsync(isClean: true, null).ConfigureAwait(false);
            await session.OnCommittedAsync(bookmark).ConfigureAwait(false);
        }
        catch
        {
            await EndAsync(isClean: false, null).ConfigureAwait(false);
            throw;
        }
    }

    public Task RollbackAsync()
    {
        if (_ended) throw new TransactionClosedException("The transaction is over already.");
        return StopAsync();
    }

    public ValueTask DisposeAsync() => _ended ? default : new(StopAsync());

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public void OnResultFailed(Exception error) => _error ??= error;

    public ValueTask OnResultEndedAsync(Lease usedLease, bool isClean, IReadOnlyDictionary<string, object?> metadata) => default;

    // A reset rolls back, and stops what runs.
    private Task StopAsync() => EndAsync(isClean: !_begun, new ClientException("The transaction was rolled back while its query ran."));

    private async Task EndAsync(bool isClean, Exception? reason)
    {
        if (_ended) return;
        _ended = true;
        await session.OnTransactionEndedAsync(this, lease, isClean, reason).ConfigureAwait(false);
    }

    private void Begin()
    {
        if (session.SendsTelemetry(lease.Connection)) lease.Connection.Telemetry((long)used, new Reply());
        lease.Connection.Begin(begin, new BeginReply(this));
        _begun = true;
    }

    private async Task<string?> SendCommitAsync()
    {
        var reply = new Reply();
        try
        {
            await lease.SendAsync(() => lease.Connection.Commit(reply)).ConfigureAwait(false);
            await lease.ReceiveAsync(reply).ConfigureAwait(false);
            reply.ThrowIfFailed();
        }
        catch (Exception error) when (error is ServiceUnavailableException or ConnectionReadTimeoutException or ProtocolException { Code: null })
        {
            throw new CommitUnknownException("The connection broke during a commit: it is not known whether it took place.", error);
        }
        return reply.Metadata.Text("bookmark");
    }

    private void ThrowIfEnded()
    {
        if (_ended) throw new TransactionClosedException("The transaction is over: it was committed or rolled back.");
        if (_error is not null) throw new TransactionTerminatedException(_error);
    }

    private sealed class BeginReply(AsyncTransaction transaction) : Reply
    {
        protected override void OnFailure(Exception error) => transaction.OnResultFailed(error);
    }
}
