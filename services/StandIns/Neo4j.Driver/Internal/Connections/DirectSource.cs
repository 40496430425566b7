namespace Neo4j.Driver.Internal.Connections;

/// <summary>Connections to one server, whatever they are for.</summary>
internal sealed class DirectSource(ServerAddress address, ConnectionSettings settings) : IConnectionSource
{
    private readonly ConnectionPool _pool = new(address, settings);

    public async Task<Lease> AcquireAsync(ConnectionRequest request, object holder, CancellationToken cancellationToken)
    {
        var connection = await _pool.AcquireAsync(holder, request.Auth ?? settings.Auth, cancellationToken).ConfigureAwait(false);
        return new Lease(connection, _pool, holder, request.Database, null);
    }

    public Task CloseAsync() => _pool.CloseAsync();
}
