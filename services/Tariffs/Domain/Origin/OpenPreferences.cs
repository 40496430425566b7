using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The preferences of an importer that are in force on an entry's date for its origin.</summary>
/// <param name="OnGoods">Those that cover the goods, in order of id.</param>
/// <param name="OnOthers">Those for named origins that cover other goods alone, in order of id: a claim of such a programme may spare other duties and fees.</param>
internal sealed record OpenPreferences(IReadOnlyList<CompiledMeasure> OnGoods, IReadOnlyList<CompiledMeasure> OnOthers)
{
    /// <summary>All of them.</summary>
    public IEnumerable<Measure> All => OnGoods.Concat(OnOthers).Select(compiled => compiled.Measure);

    /// <summary>Finds them.</summary>
    public static OpenPreferences Of(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        var importers = schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate);
        var origins = schedule.Memberships.GroupsOf(entry.Origin, entry.EntryDate);
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(HsCode.Parse(entry.Code).Digits), entry.EntryDate, question.KnownAt);
        var found = schedule.Measures.Where(compiled => compiled.Measure.Type == MeasureType.TariffPreference && compiled.Refusal is null
            && importers.Contains(compiled.Measure.ImposedById) && compiled.CoversOrigin(origins)
            && OriginComparison.IsInForce(compiled.Measure, entry.EntryDate, question)).ToLookup(compiled => cover.Of(compiled.Goods, out _) != Coverage.None);
        return new OpenPreferences([.. found[true]], [.. found[false].Where(compiled => compiled.Origins.Count > 0)]);
    }
}
