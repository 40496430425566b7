#nullable disable

namespace Neo4j.Driver;

/// <summary>A bookmark is malformed.</summary>
public class InvalidBookmarkException : ClientException
{
    /// <summary>An error with a text.</summary>
    public InvalidBookmarkException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal InvalidBookmarkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
