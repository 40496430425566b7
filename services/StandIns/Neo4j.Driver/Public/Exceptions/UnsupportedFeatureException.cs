#nullable disable

namespace Neo4j.Driver;

/// <summary>The server is too old for what was asked of it.</summary>
public class UnsupportedFeatureException : ClientException
{
    /// <summary>An error with a text.</summary>
    public UnsupportedFeatureException(string message)
        : base(message)
    {
    }
}
