using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>What a membership binds to.</summary>
internal enum Obligation { Unspecified, Defense, Consultation, Nonaggression }

/// <summary>The passage of a flow through a chokepoint.</summary>
internal sealed record Transit
{
    public EntityId ChokepointId { get; init; }

    /// <summary>The part of the flow that passes, 0 to 1.</summary>
    public decimal Share { get; init; }
    public bool Inferred { get; init; }
    public string Inference { get; init; } = "";
}

/// <summary>A directed fact between two actors, with its own time and evidence.</summary>
internal sealed record Relation
{
    public EntityId Id { get; init; }
    public RelationType Type { get; init; }
    public EntityId From { get; init; }
    public EntityId To { get; init; }

    /// <summary>When it holds.</summary>
    public ValidPeriod Valid { get; init; }
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>0 to 1; what it is a share of stands at the type.</summary>
    public decimal? Share { get; init; }
    public decimal? ValueUsdPerYear { get; init; }
    public EntityId? ProductId { get; init; }

    /// <summary>The group of the buyer's inputs: groups are ANDed, members of a group are alternatives.</summary>
    public string InputGroup { get; init; } = "";

    /// <summary>True where the buyer can go on without the group.</summary>
    public bool Inessential { get; init; }
    public IReadOnlyList<Transit> Transits { get; init; } = [];
    public IReadOnlyList<Obligation> Obligations { get; init; } = [];
    public decimal? RequirementPerUnit { get; init; }
    public decimal? CapacityUsdPerYear { get; init; }
    public string Threshold { get; init; } = "";
    public IReadOnlyList<EntityId> ControlledTowardsIds { get; init; } = [];
    public string Title { get; init; } = "";
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>When this version was written; zero on one that is to be written.</summary>
    public Revision ChangedAt { get; init; }
}
