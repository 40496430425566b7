using GeoGraph.Core;

namespace GeoGraph.Exposure.Partners;

/// <summary>A number that an actor's record states.</summary>
/// <param name="Of">The actor whose record states it.</param>
/// <param name="Name">Its name, as <c>goods_balance</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit, as <c>USD</c> or <c>share</c>.</param>
/// <param name="About">The other thing that it is about; null where it is about none.</param>
/// <param name="Valid">The time that it describes.</param>
internal sealed record StatedNumber(EntityId Of, string Name, decimal Value, string Unit, EntityId? About, ValidPeriod Valid);

/// <summary>A partner by a stated number.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Rank">Its place, from 1; equal numbers share a place.</param>
/// <param name="Value">The number.</param>
/// <param name="Share">The number against the total of the same time; null where no source states one.</param>
/// <param name="StatedBy">The actor whose record states it.</param>
/// <param name="Period">The time that it describes.</param>
internal sealed record RankedPartner(EntityId Partner, int Rank, decimal Value, decimal? Share, EntityId StatedBy, ValidPeriod Period);

/// <summary>Ranks the partners of a state by numbers that sources state.</summary>
internal static class PartnerRanking
{
    /// <summary>What is ranked by where nothing is named: the deficit in goods.</summary>
    public const string Deficit = "goods_deficit";

    private const string Balance = "goods_balance";
    private const string TradeBalance = "goods_trade_balance";
    private const string TradeDeficit = "goods_trade_deficit";

    /// <summary>
    /// The partners in order of rank, then id. Of several numbers about one pair the newest that describes a time up to the date counts; of one time, what the state's own record says.
    /// The deficit is stated as such, or as a balance, whose sign is turned round where the state's own record states it.
    /// </summary>
    /// <param name="of">The state.</param>
    /// <param name="by">The number's name; null for the deficit in goods.</param>
    /// <param name="numbers">Every number that some record states.</param>
    /// <param name="asOf">The date.</param>
    public static List<RankedPartner> Rank(EntityId of, string? by, IEnumerable<StatedNumber> numbers, DateOnly asOf)
    {
        var candidates = numbers.Where(number => !(number.Valid.From > asOf)).Select(number => Read(of, by, number)).OfType<Reading>().ToList();
        var totals = candidates.Where(reading => reading.Partner is null).ToList();
        var found = candidates.Where(reading => reading.Partner is not null).GroupBy(reading => reading.Partner!.Value)
            .Select(group => Newest(group)).OrderByDescending(reading => reading.Value).ThenBy(reading => reading.Partner).ToList();
        var ranked = new List<RankedPartner>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var rank = i > 0 && found[i].Value == found[i - 1].Value ? ranked[^1].Rank : i + 1;
            var total = totals.Find(reading => reading.Number.Valid == found[i].Number.Valid && reading.Value != 0m && reading.Number.Unit == found[i].Number.Unit);
            ranked.Add(new RankedPartner(found[i].Partner!.Value, rank, found[i].Value, found[i].Value / total?.Value, found[i].Number.Of, found[i].Number.Valid));
        }
        return ranked;
    }

    private static Reading? Read(EntityId of, string? by, StatedNumber number)
    {
        var isOwn = number.Of == of;
        if (!isOwn && number.About != of)
            return null;
        EntityId? partner = isOwn ? number.About : number.Of;
        if (by is not null && by != Deficit)
            return number.Name == by ? new Reading(partner, number.Value, number, isOwn) : null;
        return number.Name switch
        {
            Deficit or TradeDeficit when isOwn => new Reading(partner, number.Value, number, isOwn),
            Deficit or TradeDeficit => new Reading(partner, -number.Value, number, isOwn),
            Balance or TradeBalance => new Reading(partner, isOwn ? -number.Value : number.Value, number, isOwn),
            _ => null,
        };
    }

    private static Reading Newest(IEnumerable<Reading> readings) => readings.OrderByDescending(reading => reading.Number.Valid.From ?? DateOnly.MinValue)
        .ThenByDescending(reading => reading.IsOwn).ThenBy(reading => reading.Number.Name, StringComparer.Ordinal).ThenBy(reading => reading.Value).First();

    private sealed record Reading(EntityId? Partner, decimal Value, StatedNumber Number, bool IsOwn);
}
