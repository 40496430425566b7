using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Talks between parties.</summary>
internal sealed record Negotiation : DatedRecord
{
    public IReadOnlyList<LocalName> Names { get; init; } = [];
    public IReadOnlyList<EntityId> PartyIds { get; init; } = [];

    /// <summary>Meetings, oldest first.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];
    public IReadOnlyList<string> Issues { get; init; } = [];
    public IReadOnlyList<IssueLink> Links { get; init; } = [];
    public IReadOnlyList<Offer> Offers { get; init; } = [];
    public IReadOnlyList<EntityId> SupporterIds { get; init; } = [];
    public EntityId? OutcomeId { get; init; }
    public string Outcome { get; init; } = "";
}

/// <summary>One meeting; the last day is inclusive, and null for one day.</summary>
internal sealed record Round
{
    /// <summary>Counts from 1; 0 where the source does not number it.</summary>
    public int Number { get; init; }
    public DateOnly On { get; init; }
    public DateOnly? Until { get; init; }
    public string Place { get; init; } = "";
    public IReadOnlyList<Negotiator> Negotiators { get; init; } = [];

    /// <summary>Negotiators that the source counts without naming.</summary>
    public int Unnamed { get; init; }
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>The days of the meeting.</summary>
    public ValidPeriod Days => Agreements.Days.Of(On, Until);
}

internal sealed record Negotiator(EntityId PersonId, EntityId PartyId, string Role);

internal sealed record IssueLink(string Issue, string LinkedIssue, EntityId ById, Evidence Evidence);

/// <summary>What a party puts forward, with the band in which it would move.</summary>
internal sealed record Offer
{
    public EntityId ById { get; init; }
    public EntityId? ToId { get; init; }
    public DateOnly? On { get; init; }
    public string Text { get; init; } = "";
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public string Unit { get; init; } = "";
    public Evidence Evidence { get; init; } = Evidence.None;
}
