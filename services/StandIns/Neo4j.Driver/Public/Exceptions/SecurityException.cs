#nullable disable

namespace Neo4j.Driver;

/// <summary>The server refuses for reasons of security.</summary>
public class SecurityException : Neo4jException
{
    /// <summary>An error with a text.</summary>
    public SecurityException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public SecurityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    public SecurityException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    public SecurityException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
