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
}
