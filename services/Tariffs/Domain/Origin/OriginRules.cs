using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Chooses the rules of origin by which a bill is judged.</summary>
internal static class OriginRules
{
    /// <summary>The rules that cover the bill's good on its date, in order of id.</summary>
    /// <param name="schedule">Holds the rules.</param>
    /// <param name="bill">The bill.</param>
    /// <param name="agreements">Narrow the rules to these agreements; empty for all.</param>
    /// <param name="rules">Narrow them to these rules; empty for all.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DataMissing"/>: none does.</exception>
    public static List<OriginRuleMatch> Covering(CompiledSchedule schedule, OriginBill bill, IReadOnlyList<EntityId> agreements, IReadOnlyList<EntityId> rules)
    {
        var found = schedule.OriginRules.Find(schedule, HsCode.Parse(bill.Code), bill.On)
            .FindAll(match => (agreements.Count == 0 || (match.Rule.AgreementId is { } agreement && agreements.Contains(agreement)))
                && (rules.Count == 0 || rules.Contains(match.Rule.Id)));
        return found.Count > 0 ? found : throw Missing(schedule, bill, agreements, rules);
    }

    private static GeoGraphException Missing(CompiledSchedule schedule, OriginBill bill, IReadOnlyList<EntityId> agreements, IReadOnlyList<EntityId> rules)
    {
        var wanted = string.Concat(agreements.Select(id => $" of {id}")) + string.Concat(rules.Select(id => $" {id}"));
        var known = schedule.OriginRules.All.Where(rule => rules.Contains(rule.Id) || (rule.AgreementId is { } agreement && agreements.Contains(agreement)))
            .Select(rule => $"{rule.Id} {rule.Valid}").ToList();
        var others = known.Count == 0 ? "" : $"; in the data are {string.Join(", ", known)}";
        return new GeoGraphException(ErrorReason.DataMissing,
            $"no rule of origin{wanted} covers {bill.Code} on {bill.On:yyyy-MM-dd}{others}.",
            [new("missing", "origin_rule"), new("hs", bill.Code), new("as_of", $"{bill.On:yyyy-MM-dd}")]);
    }
}
