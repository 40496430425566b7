using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Compiles one schedule after the other, each time only what is another object than in the source before. What comes out is what
/// compiling the source from nothing gives. Not thread-safe; the schedules that it gave never change.
/// </summary>
internal sealed class LiveSchedule
{
    private readonly ListSet _lists = new();
    private readonly MeasureSet _measures;
    private readonly PeriodContradictions _contradictions = new();
    private ScheduleSource _source = new();
    private CompiledSchedule? _schedule;
    private GoodsIndex _index = GoodsIndex.Empty;
    private FrozenDictionary<string, FactKind> _kinds = FrozenDictionary<string, FactKind>.Empty;
    private FrozenSet<string> _headings = [];
    private FrozenDictionary<EntityId, StackingRule[]> _rules = FrozenDictionary<EntityId, StackingRule[]>.Empty;
    private IReadOnlyList<RefusedRule> _refusedRules = [];
    private QuotaTable _quotas;
    private OriginRuleTable _origins;
    private MembershipTable _memberships = new([]);
    private IReadOnlyList<KnownState> _states = [];
    private ExchangeTable _exchange = new([]);
    private List<CompileProblem> _kindProblems = [];
    private List<CompileProblem> _ruleProblems = [];
    private List<CompileProblem> _rateProblems = [];
    private List<CompileProblem> _quotaProblems = [];
    private List<CompileProblem> _originProblems = [];

    /// <summary>Prepares to compile.</summary>
    public LiveSchedule()
    {
        _measures = new MeasureSet(_lists);
        _quotas = QuotaTable.Compile([], _measures.Ids, _lists.Numbers, _quotaProblems);
        _origins = OriginRuleTable.Compile([], _lists, _originProblems);
    }

    /// <summary>The schedule of a source; the same one as before where nothing is new.</summary>
    public CompiledSchedule Take(ScheduleSource source)
    {
        var lists = _lists.Take(source.GoodsLists);
        var measures = _measures.Take(source.Measures, lists.Ids);
        var isNew = _schedule is null || !measures.None || lists.Lists.Count > 0 || source.Nomenclatures != _source.Nomenclatures;
        _index = _index.With(measures.Gone, measures.Come, lists.Lists);
        isNew |= TakeQuotas(source, measures, lists) | TakeOrigins(source.OriginRules, lists);
        if (isNew)
            TakeFacts(measures);
        isNew |= TakeRules(source.StackingRules) | TakeRates(source.ExchangeRates) | TakeMemberships(source.Memberships) | TakeStates(source.States);
        _source = source;
        return isNew ? _schedule = Make(source) : _schedule!;
    }

    private void TakeFacts(MeasureChanges changes)
    {
        _contradictions.Take(changes);
        _kindProblems = [];
        _kinds = FactKindTable.Of(_measures.InOrder, _quotas, _kindProblems);
        if (!changes.Come.All(measure => measure.Measure.Heading.Length == 0 || _headings.Contains(measure.Measure.Heading)) || changes.Gone.Any(LeavesHeading))
            _headings = _measures.InOrder.Select(measure => measure.Measure.Heading).Where(heading => heading.Length > 0).ToFrozenSet(StringComparer.Ordinal);
    }

    private bool LeavesHeading(CompiledMeasure gone) =>
        gone.Measure.Heading.Length > 0 && !Array.Exists(_measures.InOrder, measure => measure.Measure.Heading == gone.Measure.Heading);

    // Quotas name measures and lists, which may come and go.
    private bool TakeQuotas(ScheduleSource source, MeasureChanges measures, ListChanges lists)
    {
        if (IsSame(source.Quotas, _source.Quotas) && (source.Quotas.Count == 0 || (measures.None && lists.Ids.Count == 0)))
            return false;
        _quotaProblems = [];
        _quotas = QuotaTable.Compile(source.Quotas, _measures.Ids, _lists.Numbers, _quotaProblems);
        return true;
    }

    private bool TakeOrigins(IReadOnlyList<OriginRule> rules, ListChanges lists)
    {
        var changed = lists.Lists.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        if (IsSame(rules, _source.OriginRules) && (changed.Count == 0 || !rules.Any(rule => rule.Goods.IncludeListIds.Concat(rule.Goods.ExcludeListIds).Any(changed.Contains))))
            return false;
        _originProblems = [];
        _origins = OriginRuleTable.Compile(rules, _lists, _originProblems);
        return true;
    }

    private bool TakeRules(IReadOnlyList<StackingRule> rules)
    {
        if (IsSame(rules, _source.StackingRules))
            return false;
        _ruleProblems = [];
        (var usable, _refusedRules) = StackingRuleCheck.Sort(rules, _ruleProblems);
        _rules = usable.GroupBy(rule => rule.ImposedById)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToArray());
        return true;
    }

    private bool TakeRates(IReadOnlyList<ExchangeRate> rates)
    {
        if (IsSame(rates, _source.ExchangeRates))
            return false;
        _rateProblems = [.. rates.Where(rate => rate.Rate <= 0m)
            .Select(rate => new CompileProblem(ProblemKind.Refused, rate.Id, $"the rate is {rate.Rate}; an exchange rate is more than 0."))];
        _exchange = new ExchangeTable(rates.Where(rate => rate.Rate > 0m));
        return true;
    }

    private bool TakeMemberships(IReadOnlyList<BlocMembership> memberships)
    {
        if (IsSame(memberships, _source.Memberships))
            return false;
        _memberships = new MembershipTable(memberships);
        return true;
    }

    private bool TakeStates(IReadOnlyList<KnownState> states)
    {
        if (IsSame(states, _source.States))
            return false;
        _states = [.. states.OrderBy(state => state.Id)];
        return true;
    }

    private CompiledSchedule Make(ScheduleSource source) => new()
    {
        Measures = _measures.InOrder,
        Lists = _lists.Spans,
        ListNumbers = _lists.Numbers,
        Index = _index,
        Rules = _rules,
        RefusedRules = _refusedRules,
        Memberships = _memberships,
        States = _states,
        Exchange = _exchange,
        OriginRules = _origins,
        Quotas = _quotas,
        QuotaSource = source.Quotas,
        FactKinds = _kinds,
        Nomenclatures = source.Nomenclatures,
        Headings = _headings,
        Report = new CompileReport([.. _lists.Problems.Concat(_measures.Problems).Concat(_contradictions.Problems).Concat(_kindProblems).Concat(_ruleProblems).Concat(_rateProblems)
            .Concat(_quotaProblems).Concat(_originProblems)
            .OrderBy(problem => problem.SubjectId, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal)]),
    };

    private static bool IsSame<T>(IReadOnlyList<T> now, IReadOnlyList<T> before)
        where T : class
    {
        if (ReferenceEquals(now, before))
            return true;
        if (now.Count != before.Count)
            return false;
        for (var i = 0; i < now.Count; i++)
        {
            if (!ReferenceEquals(now[i], before[i]))
                return false;
        }
        return true;
    }
}
