#nullable disable

namespace Neo4j.Driver;

/// <summary>Whether a transaction may write.</summary>
public enum AccessMode
{
    /// <summary>Reading only: the server refuses writes.</summary>
    Read,

    /// <summary>Reading and writing.</summary>
    Write,
}
