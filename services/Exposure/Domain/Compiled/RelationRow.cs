using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>What a relation means. Flows are <see cref="Supplies"/> and <see cref="ExportsTo"/>.</summary>
internal enum RelationKind : byte
{
    /// <summary>State to bloc.</summary>
    MemberOf,

    /// <summary>Firm or facility to state.</summary>
    LocatedIn,

    /// <summary>Owner to asset; the share is the share of equity.</summary>
    Owns,

    /// <summary>Firm, facility or state to product; the share is the share of world output.</summary>
    Produces,

    /// <summary>Supplier to buyer, into an input group of the buyer.</summary>
    Supplies,

    /// <summary>Exporting to importing state, of a product; the share is the share of the importer's imports of it.</summary>
    ExportsTo,

    /// <summary>Product to product.</summary>
    Requires,

    /// <summary>State to product.</summary>
    Controls,
}

/// <summary>What a membership binds its member to.</summary>
[Flags]
internal enum Obligations : byte
{
    /// <summary>Nothing: a forum.</summary>
    None = 0,

    /// <summary>To defend the others.</summary>
    Defense = 1,

    /// <summary>To consult the others.</summary>
    Consultation = 2,

    /// <summary>Not to attack the others.</summary>
    Nonaggression = 4,
}

/// <summary>The passage of a flow through a chokepoint.</summary>
/// <param name="Chokepoint">Id of a node of kind chokepoint.</param>
/// <param name="Share">Share of the flow that passes it, 0 to 1; null where the source says that it passes but not how much.</param>
/// <param name="Inferred">True where worked out from the route and not stated by a source.</param>
internal sealed record TransitRow(EntityId Chokepoint, decimal? Share, bool Inferred = false);

/// <summary>A relation as the feed delivers it. <see cref="GraphBuilder"/> states which rows are refused.</summary>
internal sealed record RelationRow
{
    /// <summary>The relation's id; unique among relations.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What the relation means.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>The node it starts from.</summary>
    public required EntityId From { get; init; }

    /// <summary>The node it ends on.</summary>
    public required EntityId To { get; init; }

    /// <summary>The product that flows; need not be a node. Required on <see cref="RelationKind.ExportsTo"/>.</summary>
    public EntityId? Product { get; init; }

    /// <summary>The buyer's input group that a <see cref="RelationKind.Supplies"/> feeds; the product's id where null.</summary>
    public string? InputGroup { get; init; }

    /// <summary>Value in USD per year, not negative, kept to four decimals; null where no source states it.</summary>
    public decimal? ValueUsdPerYear { get; init; }

    /// <summary>The kind's share, 0 to 1, kept to nine decimals; on a flow, its share of the input group. Null where not stated.</summary>
    public decimal? Share { get; init; }

    /// <summary>The most that a flow can carry, in USD per year, not negative; null where no source states it.</summary>
    public decimal? CapacityUsdPerYear { get; init; }

    /// <summary>The chokepoints that a flow passes.</summary>
    public IReadOnlyList<TransitRow> Transits { get; init; } = [];

    /// <summary>The dates on which the relation holds.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>True where worked out and not observed.</summary>
    public bool Inferred { get; init; }

    /// <summary>How sure the sources are.</summary>
    public Confidence Confidence { get; init; } = Confidence.Reported;

    /// <summary>False where the buyer can do without the input group. A group is essential where one of its flows is.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>What a <see cref="RelationKind.MemberOf"/> binds the member to.</summary>
    public Obligations Obligations { get; init; }

    /// <summary>True where both rows state the same.</summary>
    public bool IsSame(RelationRow other) =>
        this with { Transits = [] } == other with { Transits = [] } && Transits.SequenceEqual(other.Transits);
}
