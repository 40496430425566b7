namespace Neo4j.Driver.Internal.Results;

/// <summary>An outcome or a notification, in the terms of GQL and, where it has a code of Neo4j, in those too.</summary>
internal sealed record ServerStatus(string GqlStatus, string StatusDescription) : IGqlStatusObject, INotification
{
    public string? Code { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public InputPosition? Position { get; init; }

    public string? RawSeverity { get; init; }

    public string? RawClassification { get; init; }

    public IReadOnlyDictionary<string, object?> DiagnosticRecord { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gets whether it is a notification and not the outcome.</summary>
    public bool IsNotification => Code is not null;

    /// <summary>Gets its place in the order of GQL: no data, warnings, success, information.</summary>
    public int Rank => GqlStatus[..2] switch { "02" => 0, "01" => 1, "00" => 2, "03" => 3, _ => 4 };

    public NotificationClassification Classification => Parsed(RawClassification, NotificationClassification.Unknown);

    public NotificationCategory Category => Parsed(RawClassification, NotificationCategory.Unknown);

    public NotificationSeverity SeverityLevel => Parsed(RawSeverity, NotificationSeverity.Unknown);

    NotificationSeverity IGqlStatusObject.Severity => SeverityLevel;

    string INotification.Severity => RawSeverity!;

    string INotification.RawSeverityLevel => RawSeverity!;

    string INotification.RawCategory => RawClassification!;

    string INotification.Code => Code!;

    string INotification.Title => Title!;

    string INotification.Description => Description!;

    IInputPosition INotification.Position => Position!;

    IInputPosition IGqlStatusObject.Position => Position!;

    string IGqlStatusObject.RawClassification => RawClassification!;

    string IGqlStatusObject.RawSeverity => RawSeverity!;

    IReadOnlyDictionary<string, object> IGqlStatusObject.DiagnosticRecord => DiagnosticRecord!;

    private static T Parsed<T>(string? name, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : otherwise;
}
