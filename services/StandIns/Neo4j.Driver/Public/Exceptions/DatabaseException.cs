#nullable disable

namespace Neo4j.Driver;

/// <summary>The database is at fault.</summary>
public class DatabaseException : Neo4jException
{
    /// <summary>An error without a text.</summary>
    public DatabaseException()
    {
    }

    /// <summary>An error with a text.</summary>
    public DatabaseException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public DatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    public DatabaseException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    public DatabaseException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
