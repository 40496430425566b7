#nullable disable

namespace Neo4j.Driver;

/// <summary>The server cannot be reached, or the connection to it broke.</summary>
public class ServiceUnavailableException : Neo4jException
{
    /// <inheritdoc/>
    public override bool IsRetriable => true;

    /// <summary>An error with a text.</summary>
    public ServiceUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public ServiceUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
