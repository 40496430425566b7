namespace Neo4j.Driver.Internal.Connections;

/// <summary>The connections to one server: those in use and those that wait for use. Safe for concurrent use.</summary>
internal sealed class ConnectionPool(ServerAddress address, ConnectionSettings settings)
{
    private readonly Lock _gate = new();
    private readonly Stack<PooledConnection> _idle = new();
    private readonly Dictionary<BoltConnection, PooledConnection> _leased = [];
    private readonly SemaphoreSlim _places = new(Places(settings.Config.MaxConnectionPoolSize));
    private int _generation;
    private bool _closed;

    private Config Config => settings.Config;

    /// <summary>A connection for a holder, signed in with the credentials: one that is idle, or else a new one.</summary>
    /// <exception cref="ClientException">None became free in time.</exception>
    /// <exception cref="ServiceUnavailableException">The server cannot be reached.</exception>
    public async Task<BoltConnection> AcquireAsync(object holder, AuthToken auth, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(Config.ConnectionAcquisitionTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw new ClientException(
                $"No connection to {address} became free within {Config.ConnectionAcquisitionTimeout}: all {Config.MaxConnectionPoolSize} are in use.");
        }
        try
        {
            while (TakeIdle() is { } idle)
            {
                if (await IsUsableAsync(idle, holder, auth).ConfigureAwait(false)) return idle.Connection;
                await RemoveAsync(idle.Connection).ConfigureAwait(false);
            }
            return await OpenAsync(holder, auth, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back; one that is not as new is reset first.</summary>
    /// <param name="connection">A connection of this pool.</param>
    /// <param name="holder">Who held it.</param>
    /// <param name="isClean">Whether nothing runs on it and no transaction is open.</param>
    /// <param name="reason">What those who still wait for an answer on it get to hear; null for the server's own words.</param>
    public async Task ReleaseAsync(BoltConnection connection, object holder, bool isClean, Exception? reason)
    {
        try
        {
            var usable = isClean && !connection.IsAwaiting && !connection.IsBroken;
            if (usable) await connection.HandOverAsync(null).ConfigureAwait(false);
            else usable = await connection.ResetAsync(holder, null, reason).ConfigureAwait(false);
            if (connection.SignInExpired is not null) Interlocked.Increment(ref _generation);
            if (!usable || !KeepIdle(connection)) await RemoveAsync(connection).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes every connection; those in use fail.</summary>
    public async Task CloseAsync()
    {
        PooledConnection[] idle;
        lock (_gate)
        {
            _closed = true;
            idle = [.. _idle];
            _idle.Clear();
            foreach (var leased in _leased.Keys) leased.Abort();
        }
        foreach (var pooled in idle) await pooled.Connection.DisposeAsync().ConfigureAwait(false);
    }

    private static int Places(int size) => size == Config.Infinite ? int.MaxValue : Math.Max(1, size);

    private async Task<BoltConnection> OpenAsync(object holder, AuthToken auth, CancellationToken cancellationToken)
    {
        var generation = Volatile.Read(ref _generation);
        var connection = await BoltConnection.OpenAsync(address, settings, auth, holder, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (!_closed)
            {
                _leased[connection] = new PooledConnection(connection, generation);
                return connection;
            }
        }
        await connection.DisposeAsync().ConfigureAwait(false);
        throw new ObjectDisposedException(nameof(IDriver), "The driver is closed.");
    }

    private PooledConnection? TakeIdle()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IDriver));
            if (!_idle.TryPop(out var idle)) return null;
            _leased[idle.Connection] = idle;
            return idle;
        }
    }

    private async Task<bool> IsUsableAsync(PooledConnection idle, object holder, AuthToken auth)
    {
        var connection = idle.Connection;
        if (idle.IsStale(Config, Volatile.Read(ref _generation)) || connection.IsClosedByServer) return false;
        if (idle.NeedsSignOfLife(Config) && !await connection.ResetAsync(null, null, null).ConfigureAwait(false)) return false;
        await connection.HandOverAsync(holder).ConfigureAwait(false);
        if (!connection.Auth.Same(auth)) await SignInAsync(connection, holder, auth).ConfigureAwait(false);
        return true;
    }

    private async Task SignInAsync(BoltConnection connection, object holder, AuthToken auth)
    {
        try
        {
            await connection.SignInAsync(auth, holder).ConfigureAwait(false);
        }
        catch
        {
            await RemoveAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    private bool KeepIdle(BoltConnection connection)
    {
        lock (_gate)
        {
            if (_closed || _idle.Count >= Config.MaxIdleConnectionPoolSize || !_leased.Remove(connection, out var pooled)) return false;
            pooled.Rest();
            _idle.Push(pooled);
            return true;
        }
    }

    private async Task RemoveAsync(BoltConnection connection)
    {
        lock (_gate) _leased.Remove(connection);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
