using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>What qualifies some goods for an agreement's preference.</summary>
internal sealed record OriginRule : DatedRecord
{
    /// <summary>The agreement; null for a rule that is claimed of no particular one.</summary>
    public EntityId? AgreementId { get; init; }
    public GoodsScope Goods { get; init; } = GoodsScope.All;

    /// <summary>All must hold.</summary>
    public IReadOnlyList<OriginCriterion> AllOf { get; init; } = [];

    /// <summary>Ways to qualify, each a list of requirements that all must hold; where there are any, one must hold beside <see cref="AllOf"/>.</summary>
    public IReadOnlyList<IReadOnlyList<OriginCriterion>> AnyOf { get; init; } = [];

    /// <summary>Share of the good's value up to which foreign inputs need not shift their code; null for none.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>What the tolerance is a share of; empty for the transaction value.</summary>
    public string ToleranceBase { get; init; } = "";

    /// <summary>States or blocs in which the good has to be made; empty for anywhere.</summary>
    public IReadOnlyList<EntityId> RegionIds { get; init; } = [];
    public IReadOnlyList<EntityId> CumulationIds { get; init; } = [];

    /// <summary>True where value added in the region counts also in inputs that do not originate there.</summary>
    public bool FullCumulation { get; init; }

    /// <summary>Letters by which entries claim the preference.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];
    public ValidPeriod Valid { get; init; }
}

internal enum OriginCriterionKind { Unspecified, WhollyObtained, RegionalValue, TariffShift, LabourValue, Material }

internal sealed record OriginCriterion
{
    public OriginCriterionKind Kind { get; init; }

    /// <summary>The least share, 0 to 1; null for kinds without one.</summary>
    public decimal? Threshold { get; init; }
    public string Formula { get; init; } = "";

    /// <summary>2, 4 or 6; 0 for kinds other than a tariff shift.</summary>
    public int ShiftDigits { get; init; }
    public string Material { get; init; } = "";

    /// <summary>Codes that foreign inputs of a tariff shift may not have.</summary>
    public IReadOnlyList<CodeRange> Except { get; init; } = [];

    /// <summary>Codes from which a tariff shift is not asked for.</summary>
    public IReadOnlyList<CodeRange> Allowed { get; init; } = [];

    /// <summary>Codes that a focused value counts.</summary>
    public IReadOnlyList<CodeRange> Counted { get; init; } = [];

    /// <summary>Places to which a percentage is rounded before it is compared; null where it is not.</summary>
    public int? RoundPercentPlaces { get; init; }
}
