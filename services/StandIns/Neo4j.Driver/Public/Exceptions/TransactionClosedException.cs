#nullable disable

namespace Neo4j.Driver;

/// <summary>The transaction is over.</summary>
public class TransactionClosedException : ClientException
{
    /// <summary>An error with a text.</summary>
    public TransactionClosedException(string message)
        : base(message)
    {
    }
}
