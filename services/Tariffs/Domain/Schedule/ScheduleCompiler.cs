using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Makes a <see cref="CompiledSchedule"/> of data. Data with mistakes never stops it: what cannot be used is left out,
/// reported with the reason, and named by every answer that it could touch.
/// </summary>
internal static class ScheduleCompiler
{
    /// <summary>Compiles a schedule.</summary>
    public static CompiledSchedule Compile(ScheduleSource source)
    {
        var problems = new List<CompileProblem>();
        var lists = GoodsListTable.Compile(source.GoodsLists, problems);
        var measures = Measures(source, lists, problems);
        var (rules, refused) = StackingRuleCheck.Sort(source.StackingRules, problems);
        PeriodContradictions.Find(measures, problems);
        var quotas = QuotaTable.Compile(source.Quotas, measures.Select(measure => measure.Measure.Id).ToHashSet(), lists, problems);
        var kinds = FactKindTable.Of(measures, quotas, problems);
        var origins = OriginRuleTable.Compile(source.OriginRules, lists, problems);
        return new CompiledSchedule
        {
            Measures = measures,
            Lists = lists.Spans,
            ByImposer = Index(measures, lists),
            Rules = rules.GroupBy(rule => rule.ImposedById).ToFrozenDictionary(
                group => group.Key,
                group => group.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToArray()),
            RefusedRules = refused,
            Memberships = new MembershipTable(source.Memberships),
            States = [.. source.States.OrderBy(state => state.Id)],
            Exchange = new ExchangeTable(Rates(source.ExchangeRates, problems)),
            OriginRules = origins,
            Quotas = quotas,
            FactKinds = kinds,
            Nomenclatures = source.Nomenclatures,
            Headings = measures.Select(measure => measure.Measure.Heading).Where(heading => heading.Length > 0).ToFrozenSet(StringComparer.Ordinal),
            Report = new CompileReport([.. problems
                .OrderBy(problem => problem.SubjectId, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal)]),
        };
    }

    private static CompiledMeasure[] Measures(ScheduleSource source, GoodsListTable lists, List<CompileProblem> problems)
    {
        var inOrder = new List<Measure>();
        foreach (var group in source.Measures.GroupBy(measure => measure.Id).OrderBy(group => group.Key))
        {
            inOrder.Add(group.First());
            if (group.Count() > 1)
                problems.Add(new CompileProblem(ProblemKind.Refused, group.Key.Value, $"{group.Count()} measures have this id; the first one given is used and the others are left out."));
        }
        return [.. inOrder.Select((measure, number) => MeasureCompiler.Compile(number, measure, lists, problems))];
    }

    private static FrozenDictionary<EntityId, GoodsIndex> Index(CompiledMeasure[] measures, GoodsListTable lists) =>
        measures.GroupBy(measure => measure.Measure.ImposedById).ToFrozenDictionary(
            group => group.Key,
            group => GoodsIndex.Of(
                group.SelectMany(measure => Spans(measure, lists).Select(span => (measure.Number, span))),
                group.Where(measure => measure.Goods.Everything).Select(measure => measure.Number)));

    private static IEnumerable<CodeSpan> Spans(CompiledMeasure measure, GoodsListTable lists) =>
        measure.Goods.Include.All.Concat(measure.Goods.IncludeLists.SelectMany(list => lists.Spans[list].All)).Select(dated => dated.Span);

    private static IEnumerable<ExchangeRate> Rates(IReadOnlyList<ExchangeRate> rates, List<CompileProblem> problems)
    {
        foreach (var rate in rates)
        {
            if (rate.Rate > 0m)
                yield return rate;
            else
                problems.Add(new CompileProblem(ProblemKind.Refused, rate.Id, $"the rate is {rate.Rate}; an exchange rate is more than 0."));
        }
    }
}
