using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Results;

namespace Neo4j.Driver.Internal.Sessions;

/// <summary>One transaction after another, each on a connection that it takes from the driver and gives back.</summary>
internal sealed partial class AsyncSession(BoltDriver driver, SessionConfig config) : IAsyncSession
{
    private BookmarkSet _bookmarks = new(config.Bookmarks?.SelectMany(bookmarks => bookmarks?.Values ?? []));
    private BookmarkSet _sentBookmarks = BookmarkSet.Empty;
    private AsyncTransaction? _transaction;
    private ResultCursor? _result;

    public Bookmarks LastBookmarks => _bookmarks;

    public SessionConfig SessionConfig => config;

    /// <summary>Gets how many records are pulled at a time.</summary>
    public long FetchSize => config.FetchSize ?? driver.Config.FetchSize;

    public Task<IAsyncTransaction> BeginTransactionAsync() => BeginTransactionAsync(null);

    public async Task<IAsyncTransaction> BeginTransactionAsync(Action<TransactionConfigBuilder>? action) =>
        await BeginAsync(config.DefaultAccessMode, Configured(action), DriverInterface.UnmanagedTransaction).ConfigureAwait(false);

    public Task<TResult> ExecuteReadAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Read, work, Configured(action), DriverInterface.ManagedTransaction);

    public Task ExecuteReadAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Read, Valued(work), Configured(action), DriverInterface.ManagedTransaction);

    public Task<TResult> ExecuteWriteAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Write, work, Configured(action), DriverInterface.ManagedTransaction);

    public Task ExecuteWriteAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Write, Valued(work), Configured(action), DriverInterface.ManagedTransaction);

    /// <summary>Runs work in a transaction and commits it; again after a passing error.</summary>
    public async Task<T> ExecuteAsync<T>(
        AccessMode mode, Func<IAsyncQueryRunner, Task<T>> work, TransactionConfig transactionConfig, DriverInterface used)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await driver.Retries.RunAsync(() => AttemptAsync(mode, work, transactionConfig, used), _ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_endedBy is { } reason)
        {
            throw reason;
        }
    }

    public bool SendsTelemetry(BoltConnection connection) => connection.WantsTelemetry && !driver.Config.TelemetryDisabled;

    private static TransactionConfig Configured(Action<TransactionConfigBuilder>? action)
    {
        var transactionConfig = new TransactionConfig();
        action?.Invoke(new TransactionConfigBuilder(transactionConfig));
        return transactionConfig;
    }

    private static Func<IAsyncQueryRunner, Task<bool>> Valued(Func<IAsyncQueryRunner, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return async runner =>
        {
            await work(runner).ConfigureAwait(false);
            return true;
        };
    }

    private async Task<T> AttemptAsync<T>(
        AccessMode mode, Func<IAsyncQueryRunner, Task<T>> work, TransactionConfig transactionConfig, DriverInterface used)
    {
        await using var transaction = await BeginAsync(mode, transactionConfig, used).ConfigureAwait(false);
        var result = await work(transaction).ConfigureAwait(false);
        if (transaction.IsOpen) await transaction.CommitAsync().ConfigureAwait(false);
        return result;
    }

    private async Task<AsyncTransaction> BeginAsync(AccessMode mode, TransactionConfig transactionConfig, DriverInterface used)
    {
        await MakeReadyAsync().ConfigureAwait(false);
        await RefreshBookmarksAsync().ConfigureAwait(false);
        var lease = await AcquireAsync(mode).ConfigureAwait(false);
        try
        {
            var extra = TransactionExtra.Of(config, transactionConfig, mode, _sentBookmarks, lease);
            return _transaction = new AsyncTransaction(this, lease, transactionConfig, extra, used);
        }
        catch
        {
            await GiveBackAsync(lease, isClean: true, null).ConfigureAwait(false);
            throw;
        }
    }
}
