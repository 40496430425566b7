#nullable disable

namespace Neo4j.Driver;

/// <summary>The server does not accept the credentials.</summary>
public class AuthenticationException : SecurityException
{
    /// <summary>An error with a text.</summary>
    public AuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal AuthenticationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
