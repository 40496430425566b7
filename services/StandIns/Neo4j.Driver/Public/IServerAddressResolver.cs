#nullable disable

namespace Neo4j.Driver;

/// <summary>Turns the address of a routing driver into those of the servers to ask for the routing table.</summary>
public interface IServerAddressResolver
{
    /// <summary>The addresses to try, in order.</summary>
    ISet<ServerAddress> Resolve(ServerAddress address);
}
