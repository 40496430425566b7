#nullable disable

namespace Neo4j.Driver;

/// <summary>The session has an open transaction.</summary>
public class TransactionNestingException : ClientException
{
    /// <summary>An error with a text.</summary>
    public TransactionNestingException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public TransactionNestingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
