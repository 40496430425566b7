using Neo4j.Driver.Internal.Transport;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>What all connections of a driver have in common.</summary>
/// <param name="Config">Timeouts, limits and names.</param>
/// <param name="Auth">The credentials of the driver.</param>
/// <param name="RoutingContext">What a routing driver says of itself; null for one that talks to one server.</param>
/// <param name="Tls">How connections to a host are encrypted; null for not at all.</param>
internal sealed record ConnectionSettings(
    Config Config, AuthToken Auth, IReadOnlyDictionary<string, string>? RoutingContext, Func<ServerAddress, TlsSettings>? Tls);
