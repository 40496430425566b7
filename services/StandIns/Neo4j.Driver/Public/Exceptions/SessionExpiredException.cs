#nullable disable

namespace Neo4j.Driver;

/// <summary>The server no longer does what the session needs; a new session may find another.</summary>
public class SessionExpiredException : Neo4jException
{
    /// <inheritdoc/>
    public override bool IsRetriable => true;

    /// <summary>An error with a text.</summary>
    public SessionExpiredException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public SessionExpiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
