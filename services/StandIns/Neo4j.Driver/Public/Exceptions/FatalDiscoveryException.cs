#nullable disable

namespace Neo4j.Driver;

/// <summary>There is no such database.</summary>
public class FatalDiscoveryException : ClientException
{
    /// <summary>An error with a text.</summary>
    public FatalDiscoveryException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal FatalDiscoveryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    internal FatalDiscoveryException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    internal FatalDiscoveryException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
