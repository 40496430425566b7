using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Routing;

/// <summary>Which servers of a cluster do what for a database, as one of them said.</summary>
internal sealed class RoutingTable
{
    private readonly long _made = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _timeToLive;
    private ServerAddress[] _readers;
    private ServerAddress[] _writers;
    private int _turn;

    private RoutingTable(TimeSpan timeToLive, string? database, ServerAddress[] routers, ServerAddress[] readers, ServerAddress[] writers)
    {
        _timeToLive = timeToLive;
        Database = database;
        Routers = routers;
        _readers = readers;
        _writers = writers;
    }

    /// <summary>Gets the database: the user's own where none was asked for.</summary>
    public string? Database { get; }

    /// <summary>Gets the servers that can be asked for the next table.</summary>
    public ServerAddress[] Routers { get; }

    /// <summary>Reads what a server said.</summary>
    /// <exception cref="ProtocolException">It names no table, or one without routers or readers.</exception>
    public static RoutingTable From(Dictionary<string, object?> answer)
    {
        var table = answer.Map("rt") ?? throw new ProtocolException("The server's answer holds no routing table.");
        var servers = table.Items<Dictionary<string, object?>>("servers").ToArray();
        var routers = Of(servers, "ROUTE");
        var readers = Of(servers, "READ");
        if (routers.Length == 0 || readers.Length == 0)
        {
            throw new ProtocolException("The server's routing table names no server that routes, or none that reads.");
        }
        var seconds = Math.Clamp(table.Number("ttl") ?? 0, 0, int.MaxValue);
        return new RoutingTable(TimeSpan.FromSeconds(seconds), table.Text("db"), routers, readers, Of(servers, "WRITE"));
    }

    /// <summary>Whether it may still be used for this.</summary>
    public bool Serves(AccessMode mode) => TimeProvider.System.GetElapsedTime(_made) < _timeToLive && For(mode).Length > 0;

    /// <summary>The servers for this, a different one first each time.</summary>
    public IEnumerable<ServerAddress> InTurn(AccessMode mode)
    {
        var servers = For(mode);
        var first = (uint)Interlocked.Increment(ref _turn);
        return servers.Select((_, place) => servers[(first + (uint)place) % (uint)servers.Length]);
    }

    /// <summary>Leaves out a server that cannot be reached.</summary>
    public void Forget(ServerAddress server)
    {
        _readers = [.. _readers.Where(other => !other.Equals(server))];
        ForgetWriter(server);
    }

    /// <summary>Leaves out a server that does not write any more.</summary>
    public void ForgetWriter(ServerAddress server) => _writers = [.. _writers.Where(other => !other.Equals(server))];

    private static ServerAddress[] Of(Dictionary<string, object?>[] servers, string role) =>
    [
        .. servers.Where(server => server.Text("role") == role).SelectMany(server => server.Items<string>("addresses"))
            .Select(address => ServerAddress.From(new Uri($"bolt://{address}"))),
    ];

    private ServerAddress[] For(AccessMode mode) => mode == AccessMode.Write ? _writers : _readers;
}
