using GeoGraph.Core;
using static GeoGraph.Agreements.RecordRules;

namespace GeoGraph.Agreements;

/// <summary>What must hold of a quota, whatever else is in the store.</summary>
internal static class QuotaRules
{
    // What is multiplied and added up stays exact within it.
    private const decimal Most = 1_000_000_000_000_000m;
    private const decimal MostMultiple = 1_000_000m;

    /// <summary>Notes every violation.</summary>
    public static void Check(Quota quota, string at, Violations violations)
    {
        Require(quota.Volume is null != quota.CapacityLink is null, $"{at}.volume", Print(quota.Volume), "either a volume or a capacity link is given", violations);
        Require(quota.Volume is null or (> 0m and <= Most), $"{at}.volume", Print(quota.Volume), "a quota's volume is more than zero and at most 10^15", violations);
        Require(quota.OrderNumber.Length > 0, $"{at}.order_number", "", "a quota has the number that entries cite", violations);
        Require(UnitOfMeasure.Find(quota.Unit) is not null, $"{at}.unit", quota.Unit, "a quota's unit is one that duties are charged by, as t, kg, liters or units", violations);
        Require(quota.OutOfQuotaMeasureId != quota.InQuotaMeasureId, $"{at}.out_of_quota_measure_id", quota.InQuotaMeasureId.Value, "what applies beyond a quota is another measure than what applies within it", violations);
        Require(quota.CarriesOverToId != quota.Id, $"{at}.carries_over_to_id", quota.Id.Value, "what a quota leaves is added to another quota", violations);
        Require(quota.CarriesOverToId is null || quota.Period.To is not null, $"{at}.period.to", "", "a quota that carries over has an end, at which what is left is known", violations);
        if (quota.CapacityLink is { } link)
            CheckLink(link, $"{at}.capacity_link", violations);
        if (quota.Goods is { } goods)
            Contradictions.CheckGoods(goods, $"{at}.goods", violations);
        for (var i = 0; i < quota.Events.Count; i++)
            CheckEvent(quota, i, $"{at}.events[{i}]", violations);
    }

    private static void CheckLink(CapacityLink link, string at, Violations violations)
    {
        Require(link.BuildingMultiple is > 0m and <= MostMultiple, $"{at}.building_multiple", Print(link.BuildingMultiple), "a multiple is more than zero and at most a million", violations);
        Require(link.CompletedMultiple is > 0m and <= MostMultiple, $"{at}.completed_multiple", Print(link.CompletedMultiple), "a multiple is more than zero and at most a million", violations);
        Require(link.CapacityFact.Length > 0, $"{at}.capacity_fact", "", "the fact that states the capacity is named", violations);
        Require(link.StatusFact.Length > 0 && link.StatusFact != link.CapacityFact, $"{at}.status_fact", link.StatusFact,
            "the fact that states how far the capacity has come is named, and is another than that of the capacity", violations);
    }

    private static void CheckEvent(Quota quota, int place, string at, Violations violations)
    {
        var happening = quota.Events[place];
        Require(place == 0 || happening.On >= quota.Events[place - 1].On, $"{at}.on", Iso(happening.On), "events are oldest first", violations);
        Require(happening.Status != QuotaStatus.Unspecified, $"{at}.status", "", "the status is given", violations);
        var fits = happening.Balance is not { } left || (happening.Status == QuotaStatus.Exhausted ? left == 0m : left is > 0m and <= Most);
        Require(fits, $"{at}.balance", Print(happening.Balance), "a balance is zero of an exhausted quota, and more than zero and at most 10^15 of any other", violations);
    }

    private static string Print(decimal? number) => number is { } value ? DecimalText.Print(value) : "";
}
