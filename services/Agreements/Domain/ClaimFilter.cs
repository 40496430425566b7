using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Which claims to list; a filter that is empty or null keeps all.</summary>
internal sealed record ClaimFilter
{
    public IReadOnlyCollection<EntityId> SubjectIds { get; init; } = [];
    public IReadOnlyCollection<EntityId> ObjectIds { get; init; } = [];
    public string Predicate { get; init; } = "";
    public EntityId? SpeakerId { get; init; }
    public bool FlaggedOnly { get; init; }

    /// <summary>Keeps what had been said by the date, inclusive; a claim without a date was not said by any.</summary>
    public DateOnly? SaidBy { get; init; }

    /// <summary>Things, one of which every claim that fits speaks of; empty where that is not known.</summary>
    public IReadOnlyCollection<EntityId> About =>
        SubjectIds.Count > 0 ? SubjectIds : ObjectIds.Count > 0 ? ObjectIds : SpeakerId is { } speaker ? [speaker] : [];

    public bool Fits(Claim claim) =>
        (SubjectIds.Count == 0 || SubjectIds.Contains(claim.SubjectId))
        && (ObjectIds.Count == 0 || claim.ObjectIds.Any(ObjectIds.Contains))
        && (Predicate.Length == 0 || claim.Predicate == Predicate)
        && (SpeakerId is not { } speaker || claim.SpeakerId == speaker)
        && (!FlaggedOnly || claim.IsFlagged)
        && (SaidBy is not { } date || claim.SaidOn <= date);
}
