#nullable disable

namespace Neo4j.Driver;

/// <summary>The records were dropped, or their transaction is over.</summary>
public class ResultConsumedException : ClientException
{
    /// <summary>An error with a text.</summary>
    public ResultConsumedException(string message)
        : base(message)
    {
    }
}
