#nullable disable

namespace Neo4j.Driver;

/// <summary>A type of .NET has no room for a value.</summary>
public class ValueOverflowException : ClientException
{
    /// <summary>An error with a text.</summary>
    public ValueOverflowException(string message)
        : base(message)
    {
    }
}
