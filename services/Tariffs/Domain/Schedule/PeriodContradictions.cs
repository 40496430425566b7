using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Finds ordinary duties that contradict one another: same goods and origins, overlapping periods, different duties. Looks only at what
/// shares goods with a change. Not thread-safe.
/// </summary>
internal sealed class PeriodContradictions
{
    private readonly Dictionary<GroupKey, List<CompiledMeasure>> _groups = [];
    private readonly SortedDictionary<(string Later, string Earlier, long First, long Last), CompileProblem> _found = [];

    /// <summary>Every pair of neighbours that contradict one another.</summary>
    public IEnumerable<CompileProblem> Problems => _found.Values;

    /// <summary>Takes a change of the measures in.</summary>
    public void Take(MeasureChanges changes)
    {
        var touched = new HashSet<GroupKey>();
        foreach (var (key, measure) in changes.Gone.SelectMany(Keys))
        {
            Forget(key);
            _groups[key].Remove(measure);
            touched.Add(key);
        }
        foreach (var (key, measure) in changes.Come.SelectMany(Keys))
        {
            if (!_groups.TryGetValue(key, out var group))
                _groups[key] = group = [];
            if (touched.Add(key))
                Forget(key);
            group.Add(measure);
        }
        foreach (var key in touched)
            Check(key);
    }

    private void Forget(GroupKey key)
    {
        foreach (var (later, earlier) in Neighbours(_groups[key]))
            _found.Remove(Name(later, earlier, key));
    }

    private void Check(GroupKey key)
    {
        foreach (var (later, earlier) in Neighbours(_groups[key]))
        {
            if (Contradict(earlier, later))
                _found[Name(later, earlier, key)] = Problem(earlier.Measure, later.Measure);
        }
        if (_groups[key].Count == 0)
            _groups.Remove(key);
    }

    private static (string, string, long, long) Name(CompiledMeasure later, CompiledMeasure earlier, GroupKey key) =>
        (later.Measure.Id.Value, earlier.Measure.Id.Value, key.Span.First, key.Span.Last);

    private static IEnumerable<(CompiledMeasure Later, CompiledMeasure Earlier)> Neighbours(List<CompiledMeasure> group)
    {
        var inOrder = group.OrderBy(measure => measure.Measure.Effective.From ?? DateOnly.MinValue).ThenBy(measure => measure.Measure.Id).ToArray();
        return inOrder.Skip(1).Zip(inOrder);
    }

    private static bool Contradict(CompiledMeasure earlier, CompiledMeasure later) =>
        earlier.Duty != later.Duty && earlier.Measure.Effective.Overlaps(later.Measure.Effective)
        && (earlier.Measure.Known is not { } known || later.Measure.Known is not { } other || known.Overlaps(other));

    private static CompileProblem Problem(Measure earlier, Measure later) => new(ProblemKind.Doubtful, later.Id.Value,
        $"'{later.Duty}' {later.Effective} contradicts '{earlier.Duty}' {earlier.Effective} of {earlier.Id}: same goods and origins; the one that began last is used.");

    private static IEnumerable<(GroupKey Key, CompiledMeasure Measure)> Keys(CompiledMeasure compiled)
    {
        var measure = compiled.Measure;
        if (compiled.Refusal is not null || measure.Status != MeasureStatus.Law || measure.Conditions.Count > 0
            || measure.Type is not (MeasureType.ThirdCountryDuty or MeasureType.PenalDuty))
        {
            return [];
        }
        var origins = $"{string.Join(',', measure.Origins.IncludeIds.Order())}!{string.Join(',', measure.Origins.ExcludeIds.Order())}";
        return compiled.Goods.Include.All.Select(dated => dated.Span).Distinct()
            .Select(span => (new GroupKey(measure.ImposedById, measure.Type, measure.Authority, measure.Precedence, span, origins), compiled));
    }

    private readonly record struct GroupKey(EntityId ImposedById, MeasureType Type, string Authority, int Precedence, CodeSpan Span, string Origins);
}
