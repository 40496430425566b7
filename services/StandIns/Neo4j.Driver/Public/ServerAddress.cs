#nullable disable

namespace Neo4j.Driver;

/// <summary>A host and a port.</summary>
public sealed class ServerAddress : IEquatable<ServerAddress>
{
    private ServerAddress(string host, int port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>Gets the name or number of the host.</summary>
    public string Host { get; }

    /// <summary>Gets the port.</summary>
    public int Port { get; }

    /// <summary>An address from its parts.</summary>
    public static ServerAddress From(string host, int port)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return new(host, port);
    }

    /// <summary>The address within a URI.</summary>
    public static ServerAddress From(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new(uri.Host, uri.Port == -1 ? 7687 : uri.Port);
    }

    /// <inheritdoc/>
    public bool Equals(ServerAddress other) =>
        other is not null && Port == other.Port && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as ServerAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(Host), Port);

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";
}
