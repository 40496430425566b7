using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A treaty, deal, law or regime: who is bound to what, and when.</summary>
internal sealed record Agreement : DatedRecord
{
    public IReadOnlyList<LocalName> Names { get; init; } = [];
    public AgreementKind Kind { get; init; }
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>Changes of status, on strictly growing dates.</summary>
    public IReadOnlyList<StatusStep> Steps { get; init; } = [];
    public IReadOnlyList<Clause> Clauses { get; init; } = [];
    public IReadOnlyList<EntityId> AmendsIds { get; init; } = [];

    /// <summary>The bloc that it founds; null where it founds none.</summary>
    public EntityId? BlocId { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>The step that counts on a date, or null before the first.</summary>
    public StatusStep? StepOn(DateOnly asOf) => Steps.LastOrDefault(step => step.On <= asOf);

    /// <summary>The status on a date; unspecified before the first step.</summary>
    public AgreementStatus StatusOn(DateOnly asOf) => StepOn(asOf)?.Status ?? AgreementStatus.Unspecified;

    /// <summary>The parties bound on a date: none unless the agreement is in force.</summary>
    public IEnumerable<EntityId> BoundOn(DateOnly asOf) =>
        StatusOn(asOf) == AgreementStatus.InForce
            ? Parties.Where(party => party.Bound.Contains(asOf)).Select(party => party.PartyId).Distinct().Order()
            : [];
}

internal enum AgreementKind { Unspecified, Treaty, TradeAgreement, Understanding, Law, Regime }

internal enum AgreementStatus { Unspecified, Proposed, Agreed, Signed, InForce, Suspended, Ended }

internal sealed record StatusStep(DateOnly On, AgreementStatus Status, Evidence Evidence);

internal sealed record Party(EntityId PartyId, ValidPeriod Bound);

internal enum ClauseKind
{
    Unspecified,
    Principle,
    MostFavoured,
    Cap,
    InclusiveRate,
    CapacityQuota,
    Defense,
    Consultation,
    Commitment,
    BoundRate,
    Nonaggression,
}

/// <summary>One promise of an agreement.</summary>
internal sealed record Clause
{
    /// <summary>Unique within the agreement.</summary>
    public string Id { get; init; } = "";
    public ClauseKind Kind { get; init; }
    public string Text { get; init; } = "";

    /// <summary>Measure families that it is about.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = [];

    /// <summary>Who gains from it; null where all parties do.</summary>
    public EntityId? BeneficiaryId { get; init; }
    public decimal? Value { get; init; }

    /// <summary>What the value is; empty exactly where there is none.</summary>
    public string Unit { get; init; } = "";
    public ValidPeriod Valid { get; init; }
    public string Condition { get; init; } = "";
    public Evidence Evidence { get; init; } = Evidence.None;
}
