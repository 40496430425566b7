using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A part of an entry that a quota's balance divides.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Within">Whether the part enters within it.</param>
/// <param name="Quantity">How much of the entry it is, in the quota's unit.</param>
/// <param name="CustomsValue">The part's share of the value.</param>
/// <param name="Duty">What the part owes, the least where it is not decided; null where it is prohibited.</param>
internal sealed record QuotaPortion(CompiledQuota Quota, bool Within, decimal Quantity, decimal CustomsValue, decimal? Duty);

/// <summary>Puts the answers of parts, or of the ways in which an entry can lie to a quota, together.</summary>
internal static class QuotaAnswers
{
    /// <summary>The answer of an entry of several parts: lines one part after the other, sums of the totals. Each part's bounds are taken by themselves.</summary>
    /// <param name="parts">The answers of the parts.</param>
    /// <param name="whole">The whole entry, for its fees and taxes.</param>
    public static DutyAnswer Together(IReadOnlyList<DutyAnswer> parts, DutyAnswer whole)
    {
        var charged = parts.SelectMany(part => part.Lines.Concat(part.Undecided)).Select(line => line.Measure.Id).ToHashSet();
        var prohibited = parts.Any(part => part.Outcome == DutyOutcome.Prohibited);
        var conditional = parts.Any(part => part.Outcome == DutyOutcome.Conditional);
        var answer = new DutyAnswer
        {
            Outcome = prohibited ? DutyOutcome.Prohibited : conditional ? DutyOutcome.Conditional : DutyOutcome.Determined,
            Currency = whole.Currency,
            Lines = [],
            Prohibitions = [.. parts.SelectMany(part => part.Prohibitions).DistinctBy(measure => measure.Id)],
            NotEvaluated = [.. parts.SelectMany(part => part.NotEvaluated).Distinct()],
            ExportControls = whole.ExportControls,
        };
        if (prohibited)
            return answer;
        return answer with
        {
            Lines = [.. parts.SelectMany(part => part.Lines)],
            TotalDuty = conditional ? null : parts.Sum(part => part.TotalDuty),
            Lowest = Sum(parts.Select(part => part.Lowest)),
            Highest = Sum(parts.Select(part => part.Highest)),
            Undecided = [.. parts.SelectMany(part => part.Undecided)],
            MissingFacts = [.. parts.SelectMany(part => part.MissingFacts).Distinct(StringComparer.Ordinal)],
            MayBeProhibited = parts.Any(part => part.MayBeProhibited),
            NotApplied = [.. parts.SelectMany(part => part.NotApplied).Where(left => !charged.Contains(left.Measure.Id)).DistinctBy(left => left.Measure.Id).OrderBy(left => left.Measure.Id)],
            Charges = whole.Charges,
            TotalCharges = whole.TotalCharges,
            UndecidedCharges = whole.UndecidedCharges,
            MissingChargeFacts = whole.MissingChargeFacts,
            Assumptions = Merged(parts.SelectMany(part => part.Assumptions)),
        };
    }

    /// <summary>The answer of an entry of which it is not known how it lies to a quota: conditional, unless every way comes to the same.</summary>
    /// <param name="ways">The answer of each way; at least one.</param>
    /// <param name="missing">The facts and quantities that would tell the ways apart.</param>
    public static DutyAnswer Either(IReadOnlyList<DutyAnswer> ways, IReadOnlyList<string> missing)
    {
        var allowed = ways.Where(way => way.Outcome != DutyOutcome.Prohibited).ToArray();
        if (allowed.Length == 0 || ways.All(way => IsSame(way, ways[0])))
            return ways[0];
        var lowest = allowed.MinBy(way => way.Lowest!.Total)!;
        var common = lowest.Lines.Where(line => allowed.All(way => way.Lines.Contains(line))).ToArray();
        return lowest with
        {
            Outcome = DutyOutcome.Conditional,
            Lines = common,
            TotalDuty = null,
            Highest = allowed.Any(way => way.Highest is null) ? null : allowed.Select(way => way.Highest!).MaxBy(bound => bound.Total),
            Undecided = [.. allowed.SelectMany(way => way.Lines.Concat(way.Undecided)).Except(common).OrderByDescending(line => line.Amount).DistinctBy(line => line.Measure.Id).OrderBy(line => line.Measure.Id)],
            MissingFacts = [.. allowed.SelectMany(way => way.MissingFacts).Concat(missing).Distinct(StringComparer.Ordinal)],
            MayBeProhibited = allowed.Length < ways.Count || allowed.Any(way => way.MayBeProhibited),
            Assumptions = Merged(allowed.SelectMany(way => way.Assumptions)),
        };
    }

    /// <summary>The measures on both sides of the quotas that a missing fact or quantity belongs to.</summary>
    public static IEnumerable<EntityId> Readers(DutyAnswer answer, string fact) => answer.QuotaStandings.Select(standing => standing.Quota)
        .Where(quota => fact == quota.Quota.UsedFact || fact == FactNames.Quantities + quota.Unit.Name
            || fact == quota.Quota.CapacityLink?.CapacityFact || fact == quota.Quota.CapacityLink?.StatusFact)
        .SelectMany(quota => new[] { quota.Quota.InQuotaMeasureId, quota.Quota.OutOfQuotaMeasureId }).OfType<EntityId>();

    /// <summary>True where two answers come to the same lines and totals.</summary>
    public static bool IsSame(DutyAnswer left, DutyAnswer right) =>
        left.Outcome == right.Outcome && left.Lowest?.Total == right.Lowest?.Total && left.Highest?.Total == right.Highest?.Total
        && left.Lines.Select(line => (line.Measure.Id, line.Amount)).SequenceEqual(right.Lines.Select(line => (line.Measure.Id, line.Amount)));

    /// <summary>Assumptions with one for each fact.</summary>
    public static IReadOnlyList<DutyAssumption> Merged(IEnumerable<DutyAssumption> assumptions) =>
        [.. assumptions.GroupBy(assumption => assumption.Fact, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First() with { MeasureIds = [.. group.SelectMany(assumption => assumption.MeasureIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })];

    private static DutyBound? Sum(IEnumerable<DutyBound?> bounds)
    {
        var all = bounds.ToArray();
        if (Array.Exists(all, bound => bound is null))
            return null;
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in all.SelectMany(bound => bound!.Facts))
            facts.TryAdd(name, value);
        return new DutyBound(all.Sum(bound => bound!.Total), [.. all.SelectMany(bound => bound!.Lines)], facts);
    }
}
