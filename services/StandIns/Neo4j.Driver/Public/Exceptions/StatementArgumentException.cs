#nullable disable

namespace Neo4j.Driver;

/// <summary>An argument of the query is at fault.</summary>
public class StatementArgumentException : ClientException
{
    /// <summary>An error with a text.</summary>
    public StatementArgumentException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal StatementArgumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
