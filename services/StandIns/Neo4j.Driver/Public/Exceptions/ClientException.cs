#nullable disable

namespace Neo4j.Driver;

/// <summary>The request is at fault: sent again as it is, it fails again.</summary>
public class ClientException : Neo4jException
{
    /// <summary>An error without a text.</summary>
    public ClientException()
    {
    }

    /// <summary>An error with a text.</summary>
    public ClientException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public ClientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    public ClientException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    public ClientException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
