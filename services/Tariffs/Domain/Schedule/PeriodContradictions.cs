using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Finds ordinary duties that contradict one another: same goods and origins, overlapping periods, different duties.</summary>
internal static class PeriodContradictions
{
    /// <summary>Notes every pair of neighbours that contradict one another.</summary>
    public static void Find(CompiledMeasure[] measures, List<CompileProblem> problems)
    {
        var groups = measures
            .Where(measure => measure.Refusal is null && measure.Measure.Status == MeasureStatus.Law && measure.Conditions.Length == 0
                && measure.Measure.Type is MeasureType.ThirdCountryDuty or MeasureType.PenalDuty)
            .SelectMany(measure => measure.Goods.Include.All.Select(span => (Key: Key(measure, span.Span), Measure: measure)))
            .GroupBy(row => row.Key, row => row.Measure);
        foreach (var group in groups.Where(group => group.Count() > 1))
            Check([.. group.OrderBy(measure => measure.Measure.Effective.From ?? DateOnly.MinValue).ThenBy(measure => measure.Number)], problems);
    }

    private static void Check(CompiledMeasure[] measures, List<CompileProblem> problems)
    {
        for (var i = 1; i < measures.Length; i++)
        {
            var (earlier, later) = (measures[i - 1].Measure, measures[i].Measure);
            if (measures[i - 1].Duty == measures[i].Duty || !earlier.Effective.Overlaps(later.Effective) || !KnownTogether(earlier, later))
                continue;
            problems.Add(new CompileProblem(ProblemKind.Doubtful, later.Id.Value,
                $"'{later.Duty}' {later.Effective} contradicts '{earlier.Duty}' {earlier.Effective} of {earlier.Id}: same goods and origins; the one that began last is used."));
        }
    }

    private static bool KnownTogether(Measure left, Measure right) =>
        left.Known is not { } known || right.Known is not { } other || known.Overlaps(other);

    private static (EntityId, MeasureType, string, int, CodeSpan, string) Key(CompiledMeasure measure, CodeSpan span) =>
        (measure.Measure.ImposedById, measure.Measure.Type, measure.Measure.Authority, measure.Measure.Precedence, span,
            $"{string.Join(',', measure.Measure.Origins.IncludeIds.Order())}!{string.Join(',', measure.Measure.Origins.ExcludeIds.Order())}");
}
