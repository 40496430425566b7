#nullable disable

namespace Neo4j.Driver;

/// <summary>The server said nothing for longer than it asked the driver to wait.</summary>
public class ConnectionReadTimeoutException : Neo4jException
{
    /// <inheritdoc/>
    public override bool IsRetriable => true;

    /// <summary>An error with a text.</summary>
    public ConnectionReadTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public ConnectionReadTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
