#nullable disable

namespace Neo4j.Driver;

/// <summary>What a query does to the graph.</summary>
public enum QueryType
{
    /// <summary>The server does not say.</summary>
    Unknown,

    /// <summary>It reads.</summary>
    ReadOnly,

    /// <summary>It reads and writes.</summary>
    ReadWrite,

    /// <summary>It writes.</summary>
    WriteOnly,

    /// <summary>It changes the schema.</summary>
    SchemaWrite,
}
