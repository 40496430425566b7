#nullable disable

namespace Neo4j.Driver;

/// <summary>An outcome or a notification in terms of GQL.</summary>
public interface IGqlStatusObject
{
    /// <summary>Gets the five characters of the status.</summary>
    string GqlStatus { get; }

    /// <summary>Gets its text.</summary>
    string StatusDescription { get; }

    /// <summary>Gets where in the query; null where it has no place.</summary>
    IInputPosition Position { get; }

    /// <summary>Gets what it is about.</summary>
    NotificationClassification Classification { get; }

    /// <summary>Gets what it is about as the server names it; null for none.</summary>
    string RawClassification { get; }

    /// <summary>Gets its severity.</summary>
    NotificationSeverity Severity { get; }

    /// <summary>Gets its severity as the server names it; null for none.</summary>
    string RawSeverity { get; }

    /// <summary>Gets further facts.</summary>
    IReadOnlyDictionary<string, object> DiagnosticRecord { get; }
}
