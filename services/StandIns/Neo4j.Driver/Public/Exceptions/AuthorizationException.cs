#nullable disable

namespace Neo4j.Driver;

/// <summary>What the user may do has to be found out again, on a new connection.</summary>
public class AuthorizationException : SecurityException
{
    /// <inheritdoc/>
    public override bool IsRetriable => true;

    /// <summary>An error with a text.</summary>
    public AuthorizationException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal AuthorizationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
