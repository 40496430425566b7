#nullable disable

namespace Neo4j.Driver;

/// <summary>Which certificates of a server are trusted.</summary>
public enum CertificateTrustRule
{
    /// <summary>Those that the operating system trusts.</summary>
    TrustSystem,

    /// <summary>Those that a given certificate vouches for.</summary>
    TrustList,

    /// <summary>Every one, self-signed ones too.</summary>
    TrustAny,
}
