namespace GeoGraph.Tariffs;

/// <summary>Where a quota stands on a date, as published or as an entry states it.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Volume">How much enters in the period, with what was carried over; null where facts that give it are not stated.</param>
/// <param name="Balance">What is left; null where nobody says.</param>
/// <param name="BalanceOn">The date of the event that the balance comes from; null where it comes from none.</param>
/// <param name="Text">How that was found, in a sentence without its end.</param>
internal sealed record QuotaStanding(CompiledQuota Quota, QuotaStatus Status, decimal? Volume, decimal? Balance, DateOnly? BalanceOn, string Text)
{
    /// <summary>True where the balance is the whole volume only because nothing is published or stated.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The standing seen from an entry of a quantity: critical where that is more than what is left.</summary>
    public QuotaStanding SeenFrom(decimal quantity) =>
        Balance is > 0m && quantity > Balance ? this with { Status = QuotaStatus.Critical, Text = $"{Text}; an entry of {Quota.Say(quantity)} is larger than that" } : this;
}
