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

    /// <summary>Share of foreign inputs that need not meet the rule; null for none.</summary>
    public decimal? Tolerance { get; init; }
    public IReadOnlyList<EntityId> CumulationIds { get; init; } = [];
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
}
