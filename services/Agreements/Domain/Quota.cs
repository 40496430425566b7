using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A volume that enters at another rate.</summary>
internal sealed record Quota : DatedRecord
{
    public string OrderNumber { get; init; } = "";
    public EntityId ImposedById { get; init; }

    /// <summary>More than zero, in <see cref="Unit"/>.</summary>
    public decimal Volume { get; init; }
    public string Unit { get; init; } = "";
    public ValidPeriod Period { get; init; }
    public EntityId InQuotaMeasureId { get; init; }
    public EntityId? OutOfQuotaMeasureId { get; init; }

    /// <summary>Published balances, oldest first.</summary>
    public IReadOnlyList<QuotaEvent> Events { get; init; } = [];
}

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
