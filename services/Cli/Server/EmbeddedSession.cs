using GeoGraph.Cli.Output;

namespace GeoGraph.Cli.Server;

/// <summary>Sessions over services that run in this process.</summary>
internal static class EmbeddedSession
{
    /// <summary>Over a database; the default folder gets the starter data where it is empty.</summary>
    /// <param name="store">The database.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="json">True for protobuf JSON in place of tables.</param>
    /// <param name="revision">The state that every read must come from; null for the latest.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<Session> OpenAsync(StoreChoice store, Terminal terminal, bool json, string? revision, CancellationToken cancellationToken)
    {
        var host = await EmbeddedHost.StartAsync(store, cancellationToken);
        var session = new Session(ServerAddresses.OfAll(host.Address), host, terminal, json, revision);
        return await ReadyAsync(session, host, terminal, store.GetsStarterData ? StarterData.LoadIfEmptyAsync : null, cancellationToken);
    }

    /// <summary>Over a database that gets the starter data where it is empty.</summary>
    public static async Task<Session> OpenWithStarterDataAsync(StoreChoice store, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var host = await EmbeddedHost.StartAsync(store, cancellationToken);
        var session = new Session(ServerAddresses.OfAll(host.Address), host, terminal, json);
        return await ReadyAsync(session, host, terminal, store == StoreChoice.InMemory ? StarterData.LoadAsync : StarterData.LoadIfEmptyAsync, cancellationToken);
    }

    private static async Task<Session> ReadyAsync(
        Session session, EmbeddedHost host, Terminal terminal, Func<Session, CancellationToken, Task>? load, CancellationToken cancellationToken)
    {
        try
        {
            if (load is not null)
                await load(session, cancellationToken);
            await host.WaitUntilReadyAsync(terminal.Time, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
