using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>The use of a connection by one holder, which ends once.</summary>
internal sealed class Lease(BoltConnection connection, ConnectionPool pool, object holder, string? database, Action<Exception>? onError)
{
    private int _ended;
    private int _calls;

    public BoltConnection Connection => connection;

    /// <summary>Gets the database to name; null for the user's own.</summary>
    public string? Database => database;

    /// <summary>Gets whether the holder is waiting for the server.</summary>
    public bool IsInUse => Volatile.Read(ref _calls) > 0;

    /// <summary>Writes messages one after the other and sends them together.</summary>
    public async ValueTask SendAsync(Action write)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            await connection.SendAsync(holder, write).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    /// <summary>Takes messages of the server until the one who waits has got what it waits for.</summary>
    public async ValueTask ReceiveAsync(IAwaiting waiting)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            await connection.ReceiveAsync(waiting).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    /// <summary>Tells whoever chose the server of an error that it answered with.</summary>
    public void Report(Exception error) => onError?.Invoke(error);

    /// <summary>Stops what runs; those who wait for an answer get to hear the reason.</summary>
    public Task StopAsync(Exception reason) => connection.ResetAsync(holder, holder, reason);

    /// <summary>Gives the connection back; what still runs is stopped. A second call does nothing.</summary>
    public Task EndAsync(bool isClean, Exception? reason = null) =>
        Interlocked.Exchange(ref _ended, 1) == 0 ? pool.ReleaseAsync(connection, holder, isClean, reason) : Task.CompletedTask;
}
