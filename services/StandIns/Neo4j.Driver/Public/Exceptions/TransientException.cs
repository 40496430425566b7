#nullable disable

namespace Neo4j.Driver;

/// <summary>The server could not do it now and may do it later.</summary>
public class TransientException : Neo4jException
{
    /// <summary>An error without a text.</summary>
    public TransientException()
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    public TransientException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    public TransientException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    /// <summary>Gets whether trying again makes sense: not where somebody ended the transaction.</summary>
    public override bool IsRetriable => Code is not
        ("Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped");
}
