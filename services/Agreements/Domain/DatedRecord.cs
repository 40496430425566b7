using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Anything that this service owns: an agreement, negotiation, event, claim, measure, rule, quota, rate, list or part of a tariff schedule.</summary>
internal abstract record DatedRecord
{
    /// <summary>The record's id; its kind says what the record is.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What the record rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;
}
