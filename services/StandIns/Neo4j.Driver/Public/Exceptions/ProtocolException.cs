#nullable disable

namespace Neo4j.Driver;

/// <summary>One side broke the protocol.</summary>
public class ProtocolException : Neo4jException
{
    /// <summary>An error with a text.</summary>
    public ProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal ProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    internal ProtocolException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    internal ProtocolException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
