#nullable disable

namespace Neo4j.Driver;

/// <summary>From which severity on notifications are asked for.</summary>
public enum Severity
{
    /// <summary>Warnings and information.</summary>
    Information,

    /// <summary>Warnings alone.</summary>
    Warning,
}
