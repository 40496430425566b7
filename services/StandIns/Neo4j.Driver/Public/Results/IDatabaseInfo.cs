#nullable disable

namespace Neo4j.Driver;

/// <summary>Which database a query ran on.</summary>
public interface IDatabaseInfo
{
    /// <summary>Gets the name; null where the server does not say.</summary>
    string Name { get; }
}
