using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A volume that enters at another rate.</summary>
internal sealed record Quota : DatedRecord
{
    public string OrderNumber { get; init; } = "";
    public EntityId ImposedById { get; init; }

    /// <summary>More than zero, in <see cref="Unit"/>; null where <see cref="CapacityLink"/> gives it.</summary>
    public decimal? Volume { get; init; }
    public string Unit { get; init; } = "";
    public ValidPeriod Period { get; init; }
    public EntityId InQuotaMeasureId { get; init; }
    public EntityId? OutOfQuotaMeasureId { get; init; }

    /// <summary>Published balances, oldest first.</summary>
    public IReadOnlyList<QuotaEvent> Events { get; init; } = [];

    /// <summary>Makes the volume follow capacity that is built in the importing state; null where <see cref="Volume"/> is given.</summary>
    public CapacityLink? CapacityLink { get; init; }

    /// <summary>The quota to whose volume is added what is left unused at the end of the period; null for none.</summary>
    public EntityId? CarriesOverToId { get; init; }

    /// <summary>What draws on it; null means the goods of the measure within it.</summary>
    public GoodsScope? Goods { get; init; }
}

/// <summary>How a quota's volume follows capacity: so many times the planned or the new capacity, which facts of the entry state.</summary>
internal sealed record CapacityLink(decimal BuildingMultiple, decimal CompletedMultiple, string CapacityFact, string StatusFact);

internal enum QuotaStatus { Unspecified, Open, Critical, Exhausted }

internal sealed record QuotaEvent(DateOnly On, QuotaStatus Status, decimal? Balance);

/// <summary>A customs exchange rate: one unit of the first currency is worth so much of the second.</summary>
internal sealed record ExchangeRate : DatedRecord
{
    public string FromCurrency { get; init; } = "";
    public string ToCurrency { get; init; } = "";
    public decimal Rate { get; init; }
    public ValidPeriod Valid { get; init; }
}
