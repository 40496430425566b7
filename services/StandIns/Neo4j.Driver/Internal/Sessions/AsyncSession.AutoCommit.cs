using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.Results;

namespace Neo4j.Driver.Internal.Sessions;

internal sealed partial class AsyncSession : IResultOwner
{
    public Task<IResultCursor> RunAsync(string query) => RunAsync(new Query(query), null);

    public Task<IResultCursor> RunAsync(string query, object parameters) => RunAsync(new Query(query, parameters), null);

    public Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters) =>
        RunAsync(new Query(query, parameters), null);

    public Task<IResultCursor> RunAsync(Query query) => RunAsync(query, null);

    public Task<IResultCursor> RunAsync(string query, Action<TransactionConfigBuilder>? action) => RunAsync(new Query(query), action);

    public Task<IResultCursor> RunAsync(
        string query, IDictionary<string, object> parameters, Action<TransactionConfigBuilder>? action) =>
        RunAsync(new Query(query, parameters), action);

    public async Task<IResultCursor> RunAsync(Query query, Action<TransactionConfigBuilder>? action)
    {
        ArgumentNullException.ThrowIfNull(query);
        var transactionConfig = Configured(action);
        await MakeReadyAsync().ConfigureAwait(false);
        await RefreshBookmarksAsync().ConfigureAwait(false);
        var lease = await AcquireAsync(config.DefaultAccessMode).ConfigureAwait(false);
        try
        {
            var extra = TransactionExtra.Of(config, transactionConfig, config.DefaultAccessMode, _sentBookmarks, lease);
            var result = new ResultCursor(this, lease, query, FetchSize);
            _result = result;
            await lease.SendAsync(() =>
            {
                if (SendsTelemetry(lease.Connection)) lease.Connection.Telemetry((long)DriverInterface.AutoCommit, new Reply());
                result.Start(extra);
            }).ConfigureAwait(false);
            return result;
        }
        catch
        {
            _result = null;
            await GiveBackAsync(lease, isClean: false, null).ConfigureAwait(false);
            throw;
        }
    }

    public void OnResultFailed(Exception error)
    {
        // The error comes with the result, and the next transaction has nothing to do with it.
    }

    public async ValueTask OnResultEndedAsync(Lease lease, bool isClean, IReadOnlyDictionary<string, object?> metadata)
    {
        _result = null;
        await GiveBackAsync(lease, isClean, null).ConfigureAwait(false);
        await OnCommittedAsync(metadata.Text("bookmark")).ConfigureAwait(false);
    }
}
