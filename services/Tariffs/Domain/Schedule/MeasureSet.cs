using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What became of the measures by a new source.</summary>
/// <param name="Gone">Those that are no more, or no more so.</param>
/// <param name="Come">Those that are new, or so now.</param>
internal sealed record MeasureChanges(IReadOnlyList<CompiledMeasure> Gone, IReadOnlyList<CompiledMeasure> Come)
{
    /// <summary>True where all is as before.</summary>
    public bool None => Gone.Count == 0 && Come.Count == 0;
}

/// <summary>
/// The measures of a source, compiled, and kept in step with it: a measure that is the same object as before is compiled again only where
/// a list that it names came or went. Not thread-safe; the arrays that it gave never change.
/// </summary>
internal sealed class MeasureSet(ListSet lists)
{
    private readonly Dictionary<EntityId, CompiledMeasure> _byId = [];
    private readonly Dictionary<EntityId, int> _repeated = [];
    private readonly HashSet<EntityId> _ids = [];
    private int _numbered;

    /// <summary>All measures, in ordinal order of id.</summary>
    public CompiledMeasure[] InOrder { get; private set; } = [];

    /// <summary>Their ids.</summary>
    public IReadOnlySet<EntityId> Ids => _ids;

    /// <summary>What is wrong with the measures, each by itself.</summary>
    public IEnumerable<CompileProblem> Problems => InOrder.Where(measure => measure.Refusal is not null)
        .Select(measure => new CompileProblem(ProblemKind.Refused, measure.Measure.Id.Value, measure.Refusal + "."))
        .Concat(_repeated.Select(pair => new CompileProblem(ProblemKind.Refused, pair.Key.Value,
            $"{pair.Value} measures have this id; the first one given is used and the others are left out.")));

    /// <summary>Takes the measures of a new source.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="changedLists">Ids of the lists that came or went.</param>
    public MeasureChanges Take(IReadOnlyList<Measure> measures, IReadOnlySet<string> changedLists)
    {
        var (gone, come) = (new List<CompiledMeasure>(), new List<CompiledMeasure>());
        var seen = new HashSet<EntityId>(measures.Count);
        var known = 0;
        _repeated.Clear();
        foreach (var measure in measures)
        {
            if (!seen.Add(measure.Id))
                _repeated[measure.Id] = _repeated.GetValueOrDefault(measure.Id, 1) + 1;
            else if (_byId.TryGetValue(measure.Id, out var before))
                known += Keep(before, measure, changedLists, gone, come);
            else
                come.Add(Compile(measure));
        }
        if (known < _byId.Count)
            gone.AddRange(_byId.Values.Where(measure => !seen.Contains(measure.Measure.Id)));
        Put(gone, come);
        return new MeasureChanges(gone, come);
    }

    private CompiledMeasure Compile(Measure measure) => MeasureCompiler.Compile(_numbered++, measure, lists.Numbers);

    // One more that was there before.
    private int Keep(CompiledMeasure before, Measure now, IReadOnlySet<string> changedLists, List<CompiledMeasure> gone, List<CompiledMeasure> come)
    {
        if (ReferenceEquals(before.Measure, now) && !Names(now.Goods, changedLists))
            return 1;
        gone.Add(before);
        come.Add(Compile(now));
        return 1;
    }

    private static bool Names(GoodsScope goods, IReadOnlySet<string> lists) =>
        lists.Count > 0 && (goods.IncludeListIds.Any(lists.Contains) || goods.ExcludeListIds.Any(lists.Contains));

    private void Put(List<CompiledMeasure> gone, List<CompiledMeasure> come)
    {
        if (gone.Count + come.Count == 0)
            return;
        foreach (var measure in gone)
        {
            _byId.Remove(measure.Measure.Id);
            _ids.Remove(measure.Measure.Id);
        }
        foreach (var measure in come)
        {
            _byId.Add(measure.Measure.Id, measure);
            _ids.Add(measure.Measure.Id);
        }
        come.Sort(CompiledMeasure.ById);
        var left = gone.ToHashSet();
        InOrder = Merge([.. InOrder.Where(measure => !left.Contains(measure))], come);
    }

    private static CompiledMeasure[] Merge(CompiledMeasure[] kept, List<CompiledMeasure> come)
    {
        var merged = new List<CompiledMeasure>(kept.Length + come.Count);
        var next = 0;
        foreach (var measure in come)
        {
            var place = ~Array.BinarySearch(kept, measure, CompiledMeasure.ById);
            merged.AddRange(kept.AsSpan(next, place - next));
            merged.Add(measure);
            next = place;
        }
        merged.AddRange(kept.AsSpan(next));
        return [.. merged];
    }
}
