#nullable disable

namespace Neo4j.Driver;

/// <summary>What a status is about.</summary>
public enum NotificationClassification
{
    /// <summary>A hint cannot be followed.</summary>
    Hint,

    /// <summary>The query names something that is not there.</summary>
    Unrecognized,

    /// <summary>The query uses something that is not supported.</summary>
    Unsupported,

    /// <summary>The query costs much.</summary>
    Performance,

    /// <summary>The query uses something that will go.</summary>
    Deprecation,

    /// <summary>The query risks security.</summary>
    Security,

    /// <summary>About the topology.</summary>
    Topology,

    /// <summary>Anything else.</summary>
    Generic,

    /// <summary>About the schema.</summary>
    Schema,

    /// <summary>The server names another one, or none.</summary>
    Unknown,
}
