#nullable disable

namespace Neo4j.Driver;

/// <summary>An earlier error ended the transaction.</summary>
public sealed class TransactionTerminatedException : ClientException
{
    internal TransactionTerminatedException(Exception inner)
        : base((inner as Neo4jException)?.Code, inner.Message, inner)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => (InnerException as Neo4jException)?.IsRetriable ?? false;
}
