using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Where a quota stands.</summary>
internal enum QuotaStatus
{
    /// <summary>Volume is left.</summary>
    Open,

    /// <summary>It may be exhausted before an entry is settled, or the entry is larger than what is left.</summary>
    Critical,

    /// <summary>Nothing is left.</summary>
    Exhausted,
}

/// <summary>A published balance or change of status.</summary>
/// <param name="On">The date from which it counts.</param>
/// <param name="Status">The status from then on.</param>
/// <param name="Balance">What is left, not negative; null where not published.</param>
internal sealed record QuotaEvent(DateOnly On, QuotaStatus Status, decimal? Balance);

/// <summary>How a quota's volume follows capacity that its beneficiary builds in the importing state.</summary>
/// <param name="BuildingMultiple">How many times the planned capacity enters while it is being built; more than 0.</param>
/// <param name="CompletedMultiple">How many times the new capacity enters once it is completed; more than 0.</param>
/// <param name="CapacityFact">The fact that states the capacity, in the quota's unit.</param>
/// <param name="StatusFact">The fact that states <c>building</c> or <c>completed</c>.</param>
internal sealed record CapacityLink(decimal BuildingMultiple, decimal CompletedMultiple, string CapacityFact, string StatusFact)
{
    /// <summary>What the status fact says while capacity is planned and under construction.</summary>
    public const string Building = "building";

    /// <summary>What it says once capacity is in operation.</summary>
    public const string Completed = "completed";

    /// <summary>The multiple that a status stands for; null where it is neither.</summary>
    public decimal? MultipleOf(string status) => status.Trim() switch
    {
        Building => BuildingMultiple,
        Completed => CompletedMultiple,
        _ => null,
    };
}

/// <summary>A volume that enters at another rate. Fields as in <c>geograph.agreements.v1.Quota</c>.</summary>
internal sealed record Quota
{
    /// <summary>The id.</summary>
    public required EntityId Id { get; init; }

    /// <summary>The number that entries cite.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The state or bloc that grants it.</summary>
    public required EntityId ImposedById { get; init; }

    /// <summary>How much enters in the period, more than 0; null where <see cref="CapacityLink"/> gives it.</summary>
    public decimal? Volume { get; init; }

    /// <summary>The unit of the volume.</summary>
    public required string Unit { get; init; }

    /// <summary>When entries draw on it.</summary>
    public ValidPeriod Period { get; init; }

    /// <summary>The measure that applies within it.</summary>
    public required EntityId InQuotaMeasureId { get; init; }

    /// <summary>The measure that the one within it stands in place of; null where precedence alone says so.</summary>
    public EntityId? OutOfQuotaMeasureId { get; init; }

    /// <summary>Published balances, oldest first.</summary>
    public IReadOnlyList<QuotaEvent> Events { get; init; } = [];

    /// <summary>Gives the volume in place of <see cref="Volume"/>; null for none.</summary>
    public CapacityLink? CapacityLink { get; init; }

    /// <summary>The quota to whose volume is added what is left unused at the end; null for none.</summary>
    public EntityId? CarriesOverToId { get; init; }

    /// <summary>What draws on it; null means the goods of the measure within it.</summary>
    public GoodsScope? Goods { get; init; }

    /// <summary>The fact of an entry that states how much was entered already, in the quota's unit.</summary>
    public string UsedFact => FactNames.QuotaUsed + OrderNumber;
}
