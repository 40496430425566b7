using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What an assessment does not decide.</summary>
internal static class OriginCaveats
{
    private const int MostNamed = 5;

    /// <summary>The caveats in sentences without their ends.</summary>
    public static IReadOnlyList<string> Of(CompiledSchedule schedule, OriginRuleMatch match, OriginBill bill)
    {
        var caveats = new List<string>();
        if (match.Rule.AgreementId is null)
            caveats.Add("the rule is claimed of no particular agreement, so it opens no preference by itself");
        if (match.Coverage == Coverage.Partial)
            caveats.Add($"the rule covers only some codes beneath {bill.Code}; give more digits");
        if (Foreign(match.Rule, bill, schedule) is { Length: > 0 } foreign)
        {
            caveats.Add(
                $"the rule decides a preference alone: other duties go by the origin under non-preferential rules, which is not evaluated, and the good has inputs that originate elsewhere ({foreign})");
            caveats.AddRange(Transshipment(schedule, bill));
        }
        return caveats;
    }

    private static string Foreign(OriginRule rule, OriginBill bill, CompiledSchedule schedule)
    {
        var groups = new OriginInputs(rule, bill, schedule.Memberships).Foreign
            .GroupBy(input => input.Material.Origin?.Value ?? "unknown").OrderByDescending(group => group.Sum(input => input.ForeignValue)).ThenBy(group => group.Key).ToList();
        var named = groups.Take(MostNamed).Select(group => $"{group.Key} {OriginWords.Amount(group.Sum(input => input.ForeignValue))}");
        return string.Join(", ", groups.Count > MostNamed ? named.Append($"{groups.Count - MostNamed} more") : named);
    }

    // Measures in force, of any importer, that a finding of transshipment brings upon goods of this code made in this place.
    private static IEnumerable<string> Transshipment(CompiledSchedule schedule, OriginBill bill)
    {
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(HsCode.Parse(bill.Code).Digits), bill.On, null);
        var origins = schedule.Memberships.GroupsOf(bill.MadeIn, bill.On);
        return schedule.Measures.Where(compiled => compiled.Refusal is null && Asks(compiled) && compiled.CoversOrigin(origins)
                && OriginComparison.IsInForce(compiled.Measure, bill.On, DutyQuestion.Settled) && cover.Of(compiled.Goods, out _) != Coverage.None)
            .Take(MostNamed)
            .Select(compiled => $"where customs finds that the goods were transshipped to evade a duty, {compiled.Measure.Title} applies ({compiled.Measure.Duty})");
    }

    private static bool Asks(CompiledMeasure compiled) =>
        Array.Exists(compiled.Conditions, condition => Array.TrueForAll(condition.AnyOf, test => test.Test.Fact == FactNames.TransshipmentFound && test.Test.Value == "true"));
}
