using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Finds the measures that may cover a code without looking at all: by the codes that they name, by the lists that hold the code, and
/// those that cover all goods. Immutable; a change makes another index that shares what it does not touch.
/// </summary>
internal sealed class GoodsIndex
{
    /// <summary>An index of nothing.</summary>
    public static readonly GoodsIndex Empty = new();

    private SpanTree<CompiledMeasure> Named { get; init; } = SpanTree<CompiledMeasure>.Empty;

    private SpanTree<int> Lists { get; init; } = SpanTree<int>.Empty;

    private CompiledMeasure[][] ByList { get; init; } = [];

    private FrozenDictionary<EntityId, CompiledMeasure[]> Everywhere { get; init; } = FrozenDictionary<EntityId, CompiledMeasure[]>.Empty;

    /// <summary>Adds the measures that a state or bloc imposes and that may cover a code, each once, in no stated order.</summary>
    public void Find(EntityId imposer, CodeSpan code, List<CompiledMeasure> found)
    {
        var start = found.Count;
        Named.Find(code, found);
        var lists = new List<int>();
        Lists.Find(code, lists);
        foreach (var list in lists)
            found.AddRange(ByList[list]);
        KeepOnce(imposer, found, start);
        if (Everywhere.TryGetValue(imposer, out var everywhere))
            found.AddRange(everywhere);
    }

    /// <summary>The index after some measures and lists changed.</summary>
    /// <param name="gone">Measures that are no more, or no more so.</param>
    /// <param name="come">Measures that are new, or so now.</param>
    /// <param name="lists">The lists whose codes changed.</param>
    public GoodsIndex With(IReadOnlyCollection<CompiledMeasure> gone, IReadOnlyCollection<CompiledMeasure> come, IReadOnlyCollection<ListChange> lists) => new()
    {
        Named = gone.Count + come.Count == 0 ? Named : Named.With([.. gone.SelectMany(NamedSpans)], [.. come.SelectMany(NamedSpans)]),
        Lists = Lists.With([.. lists.SelectMany(change => change.Removed)], [.. lists.SelectMany(change => change.Added)]),
        ByList = ChangeByList(gone, come, lists),
        Everywhere = ChangeEverywhere(gone, come),
    };

    private static IEnumerable<OwnedSpan<CompiledMeasure>> NamedSpans(CompiledMeasure measure) =>
        measure.Goods.Include.All.Select(dated => new OwnedSpan<CompiledMeasure>(dated.Span, measure)).Distinct();

    private CompiledMeasure[][] ChangeByList(
        IReadOnlyCollection<CompiledMeasure> gone, IReadOnlyCollection<CompiledMeasure> come, IReadOnlyCollection<ListChange> lists)
    {
        var touched = gone.Concat(come).SelectMany(measure => measure.Goods.IncludeLists).Concat(lists.Select(change => change.Number)).ToHashSet();
        if (touched.Count == 0)
            return ByList;
        var byList = new CompiledMeasure[Math.Max(ByList.Length, touched.Max() + 1)][];
        for (var i = 0; i < byList.Length; i++)
            byList[i] = i < ByList.Length ? ByList[i] : [];
        var without = gone.ToHashSet();
        var with = come.SelectMany(measure => measure.Goods.IncludeLists.Distinct().Select(list => (list, measure))).ToLookup(row => row.list, row => row.measure);
        foreach (var list in touched)
            byList[list] = [.. byList[list].Where(measure => !without.Contains(measure)), .. with[list]];
        return byList;
    }

    private FrozenDictionary<EntityId, CompiledMeasure[]> ChangeEverywhere(IReadOnlyCollection<CompiledMeasure> gone, IReadOnlyCollection<CompiledMeasure> come)
    {
        var touched = gone.Concat(come).Where(measure => measure.Goods.Everything).Select(measure => measure.Measure.ImposedById).ToHashSet();
        if (touched.Count == 0)
            return Everywhere;
        var without = gone.ToHashSet();
        var byImposer = Everywhere.ToDictionary();
        foreach (var imposer in touched)
        {
            byImposer[imposer] =
            [
                .. Everywhere.GetValueOrDefault(imposer, []).Where(measure => !without.Contains(measure)),
                .. come.Where(measure => measure.Goods.Everything && measure.Measure.ImposedById == imposer),
            ];
        }
        return byImposer.ToFrozenDictionary();
    }

    private static void KeepOnce(EntityId imposer, List<CompiledMeasure> found, int start)
    {
        found.Sort(start, found.Count - start, CompiledMeasure.ByNumber);
        var kept = start;
        for (var i = start; i < found.Count; i++)
        {
            if (found[i].Measure.ImposedById == imposer && (kept == start || found[i] != found[kept - 1]))
                found[kept++] = found[i];
        }
        found.RemoveRange(kept, found.Count - kept);
    }
}
