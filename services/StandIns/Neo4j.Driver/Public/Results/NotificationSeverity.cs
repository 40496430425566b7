#nullable disable

namespace Neo4j.Driver;

/// <summary>How much a notification matters.</summary>
public enum NotificationSeverity
{
    /// <summary>Worth heeding.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>The server names another one.</summary>
    Unknown,
}
