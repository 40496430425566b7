#nullable disable

namespace Neo4j.Driver;

/// <summary>Which server answered.</summary>
public interface IServerInfo
{
    /// <summary>Gets host and port.</summary>
    string Address { get; }

    /// <summary>Gets the version of the protocol, such as 5.8.</summary>
    string ProtocolVersion { get; }

    /// <summary>Gets how the server calls itself, such as Neo4j/5.26.0.</summary>
    string Agent { get; }
}
