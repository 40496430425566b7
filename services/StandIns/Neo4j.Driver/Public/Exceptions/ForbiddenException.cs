#nullable disable

namespace Neo4j.Driver;

/// <summary>The user may not do this.</summary>
public class ForbiddenException : SecurityException
{
    /// <summary>An error with a text.</summary>
    public ForbiddenException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal ForbiddenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
