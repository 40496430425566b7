using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How goods come to originate.</summary>
internal enum OriginCriterionKind
{
    /// <summary>Grown, mined or made from such.</summary>
    WhollyObtained,

    /// <summary>At least a share of value from the region.</summary>
    RegionalValue,

    /// <summary>Every foreign input changes its chapter, heading or subheading.</summary>
    TariffShift,

    /// <summary>At least a share of value from labour at a wage.</summary>
    LabourValue,

    /// <summary>At least a share of a named material from the region.</summary>
    Material,
}

/// <summary>One requirement of a rule of origin.</summary>
internal sealed record OriginCriterion
{
    /// <summary>How goods come to originate.</summary>
    public required OriginCriterionKind Kind { get; init; }

    /// <summary>The least share, 0 to 1; 0 for kinds without one.</summary>
    public decimal Threshold { get; init; }

    /// <summary>How a share is reckoned.</summary>
    public OriginFormula Formula { get; init; }

    /// <summary>2, 4 or 6 for a tariff shift: the length at which codes must differ.</summary>
    public int ShiftDigits { get; init; }

    /// <summary>The named material; empty for other kinds.</summary>
    public string Material { get; init; } = "";

    /// <summary>Codes that foreign inputs of a tariff shift may not have.</summary>
    public IReadOnlyList<CodeSpan> Except { get; init; } = [];

    /// <summary>Codes from which a tariff shift is not asked for.</summary>
    public IReadOnlyList<CodeSpan> Allowed { get; init; } = [];

    /// <summary>The codes of foreign inputs that a focused value counts.</summary>
    public IReadOnlyList<CodeSpan> Counted { get; init; } = [];

    /// <summary>Places to which a percentage is rounded, half away from zero, before it is compared; null where it is not.</summary>
    public int? RoundPercentPlaces { get; init; }
}

/// <summary>What qualifies some goods for an agreement's preference. The same fields as the message <c>geograph.agreements.v1.OriginRule</c>.</summary>
internal sealed record OriginRule
{
    /// <summary>The id, as <c>origin-rule:usmca-autos</c>.</summary>
    public required EntityId Id { get; init; }

    /// <summary>The agreement; null for what is claimed of no particular one, which opens no preference.</summary>
    public EntityId? AgreementId { get; init; }

    /// <summary>What it is for.</summary>
    public GoodsScope Goods { get; init; } = GoodsScope.All;

    /// <summary>Requirements that all must hold.</summary>
    public IReadOnlyList<OriginCriterion> AllOf { get; init; } = [];

    /// <summary>Ways to qualify; where there are any, one must hold beside <see cref="AllOf"/>.</summary>
    public IReadOnlyList<IReadOnlyList<OriginCriterion>> AnyOf { get; init; } = [];

    /// <summary>The share of the good's value up to which foreign inputs need not shift their code; null for none.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>What the tolerance is a share of.</summary>
    public OriginValue ToleranceBase { get; init; }

    /// <summary>States or blocs in which the good has to be made; empty for anywhere.</summary>
    public IReadOnlyList<EntityId> RegionIds { get; init; } = [];

    /// <summary>States or blocs whose inputs count as the region's.</summary>
    public IReadOnlyList<EntityId> CumulationIds { get; init; } = [];

    /// <summary>True where value added in the region counts also in inputs that do not originate there.</summary>
    public bool FullCumulation { get; init; }

    /// <summary>Letters by which entries claim the preference.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];

    /// <summary>When it holds.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>Where it is stated.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];
}
