#nullable disable

namespace Neo4j.Driver;

/// <summary>Whether connections use TLS.</summary>
public enum EncryptionLevel
{
    /// <summary>Without TLS.</summary>
    None,

    /// <summary>With TLS.</summary>
    Encrypted,
}
