#nullable disable

namespace Neo4j.Driver;

/// <summary>A value of the query has the wrong type.</summary>
public class TypeException : ClientException
{
    /// <summary>An error with a text.</summary>
    public TypeException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal TypeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
