using System.Collections.Concurrent;
using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Routing;

/// <summary>Connections to the server that the routing table of a database names for reading or for writing.</summary>
internal sealed class RoutingSource(ServerAddress initial, ConnectionSettings settings) : IConnectionSource
{
    private readonly ConcurrentDictionary<ServerAddress, ConnectionPool> _pools = new();
    private readonly ConcurrentDictionary<(string? Database, string? User), RoutingTable> _tables = new();
    private readonly SemaphoreSlim _discovering = new(1, 1);
    private volatile bool _closed;

    public async Task<Lease> AcquireAsync(ConnectionRequest request, object holder, CancellationToken cancellationToken)
    {
        var table = await TableAsync(request, cancellationToken).ConfigureAwait(false);
        ServiceUnavailableException? last = null;
        foreach (var server in table.InTurn(request.Mode))
        {
            try
            {
                var pool = Pool(server);
                var connection = await pool.AcquireAsync(holder, request.Auth ?? settings.Auth, cancellationToken).ConfigureAwait(false);
                return new Lease(connection, pool, holder, request.Database ?? table.Database, error => Heed(table, server, error));
            }
            catch (ServiceUnavailableException error)
            {
                table.Forget(server);
                last = error;
            }
        }
        throw new SessionExpiredException($"No server of the routing table can be reached to {request.Mode}.", last);
    }

    public async Task CloseAsync()
    {
        _closed = true;
        foreach (var pool in _pools.Values) await pool.CloseAsync().ConfigureAwait(false);
    }

    private static void Heed(RoutingTable table, ServerAddress server, Exception error)
    {
        if (error is SessionExpiredException) table.ForgetWriter(server);
        if (error is ServiceUnavailableException) table.Forget(server);
    }

    private ConnectionPool Pool(ServerAddress server)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IDriver));
        return _pools.GetOrAdd(server, address => new ConnectionPool(address, settings));
    }

    private async Task<RoutingTable> TableAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        var key = (request.Database, request.ImpersonatedUser);
        if (_tables.TryGetValue(key, out var known) && known.Serves(request.Mode)) return known;
        await _discovering.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_tables.TryGetValue(key, out known) && known.Serves(request.Mode)) return known;
            return _tables[key] = await DiscoverAsync(request, known, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _discovering.Release();
        }
    }

    private async Task<RoutingTable> DiscoverAsync(ConnectionRequest request, RoutingTable? known, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var router in (known?.Routers ?? []).Concat(settings.Config.Resolver?.Resolve(initial).AsEnumerable() ?? []).Append(initial).Distinct())
        {
            try
            {
                var table = await Discovery.AskAsync(Pool(router), request, settings, cancellationToken).ConfigureAwait(false);
                if (table.Serves(request.Mode)) return table;
                last = new SessionExpiredException($"The routing table of {router} names no server to {request.Mode}.");
            }
            catch (Neo4jException error) when (error is ServiceUnavailableException or SessionExpiredException or TransientException or ProtocolException)
            {
                settings.Config.Logger.Warn(error, "{0} did not give a routing table", router);
                last = error;
            }
        }
        throw new ServiceUnavailableException($"No server gave a routing table that serves to {request.Mode}; the last: {last!.Message}", last);
    }
}
