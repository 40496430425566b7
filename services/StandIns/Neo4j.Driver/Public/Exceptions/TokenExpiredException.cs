#nullable disable

namespace Neo4j.Driver;

/// <summary>The token is no longer valid.</summary>
public class TokenExpiredException : SecurityException
{
    /// <summary>An error with a text.</summary>
    public TokenExpiredException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal TokenExpiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
