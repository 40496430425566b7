using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Something that happened, or is announced, on a date.</summary>
internal sealed record Event : DatedRecord
{
    public IReadOnlyList<LocalName> Names { get; init; } = [];

    /// <summary>First day.</summary>
    public DateOnly On { get; init; }

    /// <summary>Last day, inclusive; null for one day.</summary>
    public DateOnly? Until { get; init; }
    public DatePrecision Precision { get; init; }
    public string Place { get; init; } = "";
    public IReadOnlyList<EntityId> ParticipantIds { get; init; } = [];
    public IReadOnlyList<EntityId> SubjectIds { get; init; } = [];
    public string Summary { get; init; } = "";
    public IReadOnlyList<string> Points { get; init; } = [];
}

internal enum DatePrecision { Unspecified, Day, PartOfMonth, Month, Year }
