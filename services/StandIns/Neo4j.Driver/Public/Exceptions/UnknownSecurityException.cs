#nullable disable

namespace Neo4j.Driver;

/// <summary>The server refuses for a reason of security that has no type of its own.</summary>
public class UnknownSecurityException : SecurityException
{
    /// <summary>An error with a text.</summary>
    public UnknownSecurityException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal UnknownSecurityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
