using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>How two groups of measures meet on one entry; dated law, as measures are.</summary>
internal sealed record StackingRule : DatedRecord
{
    public string Title { get; init; } = "";
    public EntityId ImposedById { get; init; }
    public StackingKind Kind { get; init; }
    public IReadOnlyList<string> First { get; init; } = [];
    public IReadOnlyList<string> Second { get; init; } = [];
    public IReadOnlyList<string> FirstHeadings { get; init; } = [];
    public IReadOnlyList<string> SecondHeadings { get; init; } = [];

    /// <summary>Lower numbers are applied first.</summary>
    public int Order { get; init; }
    public ValidPeriod Effective { get; init; }
    public ValidPeriod Known { get; init; }
    public string LegalBasis { get; init; } = "";
}

internal enum StackingKind { Unspecified, Excludes, SplitsContent, HighestOnly, InLieu }
