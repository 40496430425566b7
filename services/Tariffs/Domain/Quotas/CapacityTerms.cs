using System.Globalization;

namespace GeoGraph.Tariffs;

/// <summary>The terms of a quota that follows capacity built abroad, and a case.</summary>
/// <param name="BuildingMultiple">k while the capacity is being built; more than 0.</param>
/// <param name="CompletedMultiple">k once it is completed; more than 0.</param>
/// <param name="IsCompleted">How far the capacity has come.</param>
/// <param name="NewCapacity">What is built abroad, in units; not negative.</param>
/// <param name="Imports">What is imported, in the same units; not negative.</param>
/// <param name="UnitValue">The customs value of a unit; not negative.</param>
/// <param name="GeneralPercent">What everybody pays beyond a quota.</param>
/// <param name="CapPercent">The promised most; null for none.</param>
/// <param name="BestPartnerPercent">The lowest rate that any other partner has; null for none.</param>
/// <param name="MarketShare">The share of the firm's sales that goes to the market, 0 to 1.</param>
internal sealed record CapacityTerms(
    decimal BuildingMultiple,
    decimal CompletedMultiple,
    bool IsCompleted,
    decimal NewCapacity,
    decimal Imports,
    decimal UnitValue,
    decimal GeneralPercent,
    decimal? CapPercent,
    decimal? BestPartnerPercent,
    decimal MarketShare)
{
    /// <summary>What enters without duty for each unit of new capacity.</summary>
    public decimal Multiple => IsCompleted ? CompletedMultiple : BuildingMultiple;

    /// <summary>What enters without duty.</summary>
    public decimal Free => Multiple * NewCapacity;

    /// <summary>What exceeds it.</summary>
    public decimal Over => Math.Max(0m, Imports - Free);

    /// <summary>What is over pays the least of the general rate, the cap and the best partner's rate.</summary>
    public decimal RatePercent => Math.Min(ByClauseOnly, ByCapOnly);

    /// <summary>The rate under the most-favoured clause alone: it follows a lower rate and promises none.</summary>
    public decimal ByClauseOnly => Math.Min(GeneralPercent, BestPartnerPercent ?? GeneralPercent);

    /// <summary>The rate under the cap alone.</summary>
    public decimal ByCapOnly => Math.Min(GeneralPercent, CapPercent ?? GeneralPercent);

    /// <summary>What is owed, rounded half away from zero to cents.</summary>
    public decimal Duty => Settlement.ToCents(Over * UnitValue * RatePercent / 100m);

    /// <summary>The share x of supply to the market that has to be made there for all to enter free: x + k·x = 1.</summary>
    public decimal ShareToMove => 1m / (1m + Multiple);

    /// <summary>The share of the firm's whole capacity that this is.</summary>
    public decimal CapacityToMove => ShareToMove * MarketShare;

    /// <summary>Which of the three rates it is, in words; of equals the general rate, then the cap.</summary>
    public string DecidedBy =>
        RatePercent == GeneralPercent ? "the general rate"
        : RatePercent == CapPercent ? "the cap"
        : "the most-favoured clause, which follows the best partner's rate";

    /// <summary>The arithmetic in sentences.</summary>
    public IEnumerable<string> Sentences()
    {
        yield return $"free: {Say(Multiple)} × {Say(NewCapacity)} = {Say(Free)}";
        yield return $"over: {Say(Imports)} − {Say(Free)}, at least 0 = {Say(Over)}";
        if (Over > 0m)
        {
            yield return $"rate: the least of {Say(GeneralPercent)}% (general), {Percent(CapPercent)} (cap) and {Percent(BestPartnerPercent)} (best partner) = {Say(RatePercent)}%";
            yield return $"duty: {Say(Over)} × {Say(UnitValue)} × {Say(RatePercent)}% = {Say(Duty)}";
        }
        yield return $"share to move: 1 ÷ (1 + {Say(Multiple)}) = {Share(ShareToMove)}, as each unit made there is taken to displace one made here and the quota to be used in full";
        yield return $"capacity to move: {Share(ShareToMove)} × {Say(MarketShare)} = {Share(CapacityToMove)}; {Share(1m - CapacityToMove)} is left, relative to now";
    }

    private static string Percent(decimal? percent) => percent is { } given ? $"{Say(given)}%" : "none";

    private static string Say(decimal number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    private static string Share(decimal share) => Math.Round(share, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);
}
