using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Sessions;

internal sealed partial class AsyncSession
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private Lease? _lease;
    private Task? _closing;
    private volatile Exception? _endedBy;

    public Task CloseAsync() => CloseAsync(new ClientException("The session was closed while its query ran."));

    public ValueTask DisposeAsync() => new(CloseAsync());

    public void Dispose() => CloseAsync().GetAwaiter().GetResult();

    /// <summary>Closes; whoever waits for an answer gets to hear the reason.</summary>
    public Task CloseAsync(Exception reason)
    {
        lock (_gate)
        {
            if (_closing is { } closing) return UntilAsync(closing);
            _endedBy = reason;
            return _closing = CloseAsync(_lease, reason);
        }
    }

    /// <summary>Takes notice of a commit.</summary>
    public async ValueTask OnCommittedAsync(string? bookmark)
    {
        if (bookmark is null) return;
        var former = _sentBookmarks;
        _bookmarks = new BookmarkSet([bookmark]);
        if (config.BookmarkManager is not { } manager) return;
        await manager.UpdateBookmarksAsync(former.Values, _bookmarks.Values).ConfigureAwait(false);
    }

    /// <summary>Takes back the connection of a transaction that is over.</summary>
    public Task OnTransactionEndedAsync(AsyncTransaction transaction, Lease lease, bool isClean, Exception? reason)
    {
        if (ReferenceEquals(_transaction, transaction)) _transaction = null;
        return GiveBackAsync(lease, isClean, reason);
    }

    // Errors of closing are said once.
    private static async Task UntilAsync(Task closing) => await closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // A result that nobody waits for is drained, since the query is to take effect; anything else is stopped.
    private async Task CloseAsync(Lease? lease, Exception reason)
    {
        await Task.Yield();
        await _ending.CancelAsync().ConfigureAwait(false);
        if (lease is null) return;
        try
        {
            if (_result is { HasEnded: false } result && !lease.IsInUse && reason is not OperationCanceledException)
            {
                await result.ConsumeAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // A token stopped the query at the same time, and whoever reads the result gets to hear of it.
        }
        finally
        {
            await GiveBackAsync(lease, isClean: false, reason).ConfigureAwait(false);
        }
    }

    private Task GiveBackAsync(Lease lease, bool isClean, Exception? reason)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_lease, lease)) _lease = null;
        }
        return lease.EndAsync(isClean, reason);
    }

    private async Task<Lease> AcquireAsync(AccessMode mode)
    {
        var auth = config.AuthToken is null ? null : AuthToken.Of(config.AuthToken);
        var request = new ConnectionRequest(mode, config.Database, config.ImpersonatedUser, _sentBookmarks, auth);
        Lease lease;
        try
        {
            lease = await driver.Connections.AcquireAsync(request, new object(), _ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_endedBy is { } reason)
        {
            throw reason;
        }
        lock (_gate)
        {
            if (_endedBy is null) return _lease = lease;
        }
        await lease.EndAsync(isClean: true).ConfigureAwait(false);
        throw _endedBy;
    }

    private async ValueTask MakeReadyAsync()
    {
        if (_endedBy is { } reason) throw reason is OperationCanceledException ? reason : new ClientException("The session is closed.");
        if (_transaction is not null) throw new TransactionNestingException("The session has an open transaction: end it first.");
        if (_result is { } result) await result.ConsumeAsync().ConfigureAwait(false);
    }

    private async ValueTask RefreshBookmarksAsync()
    {
        string[] shared = config.BookmarkManager is { } manager ? await manager.GetBookmarksAsync().ConfigureAwait(false) : [];
        _sentBookmarks = shared.Length == 0 ? _bookmarks : new BookmarkSet(_bookmarks.Values.Concat(shared));
    }
}
