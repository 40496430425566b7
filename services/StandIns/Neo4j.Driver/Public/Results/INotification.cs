#nullable disable

namespace Neo4j.Driver;

/// <summary>What a server notes about a query.</summary>
public interface INotification
{
    /// <summary>Gets its code.</summary>
    string Code { get; }

    /// <summary>Gets its title.</summary>
    string Title { get; }

    /// <summary>Gets its text.</summary>
    string Description { get; }

    /// <summary>Gets where in the query; null where it has no place.</summary>
    IInputPosition Position { get; }

    /// <summary>Gets its severity as the server names it.</summary>
    [Obsolete("Deprecated, Replaced by RawSeverityLevel. Will be removed in 6.0")]
    string Severity { get; }

    /// <summary>Gets its severity as the server names it.</summary>
    string RawSeverityLevel { get; }

    /// <summary>Gets its severity.</summary>
    NotificationSeverity SeverityLevel { get; }

    /// <summary>Gets its category as the server names it.</summary>
    string RawCategory { get; }

    /// <summary>Gets its category.</summary>
    NotificationCategory Category { get; }
}
