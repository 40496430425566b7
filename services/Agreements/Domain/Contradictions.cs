using System.Globalization;
using GeoGraph.Core;
using static GeoGraph.Agreements.RecordRules;

namespace GeoGraph.Agreements;

/// <summary>What a measure says and takes back at once: a scope that nothing is left of, periods that cannot both be, conditions that nothing meets.</summary>
internal static class Contradictions
{
    /// <summary>Notes every contradiction of a measure.</summary>
    public static void Check(Measure measure, string at, Violations violations)
    {
        CheckGoods(measure.Goods, $"{at}.goods", violations);
        CheckOrigins(measure.Origins, $"{at}.origins", violations);
        CheckDates(measure, at, violations);
        for (var i = 0; i < measure.VoidInScenarioIds.Count; i++)
        {
            Require(!measure.ScenarioIds.Contains(measure.VoidInScenarioIds[i], StringComparer.Ordinal), $"{at}.void_in_scenario_ids[{i}]", measure.VoidInScenarioIds[i],
                "a measure does not both apply and lapse in one scenario", violations);
        }
        ConditionRanges.Check(measure.Conditions, $"{at}.conditions", violations);
    }

    /// <summary>Notes what is included by code and left out again whole.</summary>
    public static void CheckGoods(GoodsScope goods, string at, Violations violations)
    {
        for (var i = 0; i < goods.Include.Count; i++)
        {
            var included = goods.Include[i];
            var covering = goods.Exclude.Where(excluded => excluded.Covers(included.First) && excluded.Covers(included.Last)).Select(excluded => excluded.ToString()).FirstOrDefault();
            Require(covering is null, $"{at}.include[{i}]", included.ToString(), $"goods included are not left out whole again by {covering}", violations);
        }
        CheckDisjoint(goods.IncludeListIds, goods.ExcludeListIds, $"{at}.include_list_ids", "a list is not both included and left out", violations);
    }

    private static void CheckOrigins(OriginScope origins, string at, Violations violations) =>
        CheckDisjoint(origins.IncludeIds, origins.ExcludeIds, $"{at}.include_ids", "an origin is not both included and left out", violations);

    private static void CheckDates(Measure measure, string at, Violations violations)
    {
        Require(measure.Collected is not { } collected || collected.Overlaps(measure.Effective), $"{at}.collected", $"{measure.Collected}",
            $"a measure is collected in some of the time in which it is effective, {measure.Effective}", violations);
        Require(measure.AnnouncedOn is not { } announced || measure.PublishedOn is not { } published || announced <= published, $"{at}.published_on", Iso(measure.PublishedOn),
            $"an act is not published before it is announced, {Iso(measure.AnnouncedOn)}", violations);
        Require(measure.AnnouncedOn is not { } from || measure.Known.To is not { } to || from < to, $"{at}.known.to", Iso(measure.Known.To),
            $"a version of the law is known for a time after it is announced, {Iso(measure.AnnouncedOn)}", violations);
    }

    private static void CheckDisjoint(IReadOnlyList<EntityId> included, IReadOnlyList<EntityId> excluded, string field, string rule, Violations violations)
    {
        for (var i = 0; i < included.Count; i++)
            Require(!excluded.Contains(included[i]), string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), included[i].Value, rule, violations);
    }
}
