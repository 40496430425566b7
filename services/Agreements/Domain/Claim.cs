using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>What a source asserts about a thing: subject, predicate, and objects, a value or a text.</summary>
internal sealed record Claim : DatedRecord
{
    public EntityId SubjectId { get; init; }

    /// <summary>Upper case with underscores, as HAS_PRINCIPLE.</summary>
    public string Predicate { get; init; } = "";
    public IReadOnlyList<EntityId> ObjectIds { get; init; } = [];
    public decimal? Value { get; init; }

    /// <summary>The upper end of an asserted range, whose lower end is the value.</summary>
    public decimal? ValueHigh { get; init; }
    public string Unit { get; init; } = "";
    public string Text { get; init; } = "";
    public ValidPeriod Valid { get; init; }

    /// <summary>Who says it; null for the source's own voice.</summary>
    public EntityId? SpeakerId { get; init; }
    public DateOnly? SaidOn { get; init; }
    public ClaimStatus Status { get; init; }
    public IReadOnlyList<EntityId> ClashesWithIds { get; init; } = [];

    /// <summary>What is wrong, vague or clashing; empty where nothing is.</summary>
    public string Flag { get; init; } = "";
    public string Formula { get; init; } = "";
    public string Assumption { get; init; } = "";

    /// <summary>True where the claim clashes, is doubtful, or carries a flag.</summary>
    public bool IsFlagged => Flag.Length > 0 || ClashesWithIds.Count > 0 || Status is ClaimStatus.Contested or ClaimStatus.Doubtful;
}

internal enum ClaimStatus { Unspecified, Asserted, Contested, Doubtful }
