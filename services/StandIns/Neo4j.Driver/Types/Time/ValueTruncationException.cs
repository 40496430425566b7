#nullable disable

namespace Neo4j.Driver;

/// <summary>A type of .NET cannot hold a value as exactly as it is.</summary>
public class ValueTruncationException : ClientException
{
    /// <summary>An error with a text.</summary>
    public ValueTruncationException(string message)
        : base(message)
    {
    }
}
