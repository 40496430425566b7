using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Makes the schedule that a question assumes of the one that stands, compiling only the measures that differ. The standing schedule is unchanged, and the
/// new one prices as a schedule compiled from the changed measures does.
/// </summary>
internal static class ScheduleOverlay
{
    private const string MeasureResource = "measure";
    private const string AgreementResource = "agreement";

    /// <summary>The schedule with a change.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>: a measure to remove is not there, or nothing rests on an agreement to end.</exception>
    public static CompiledSchedule Apply(CompiledSchedule schedule, LawChange change)
    {
        if (change.None)
            return schedule;
        var after = new Dictionary<EntityId, Measure?>();
        var standing = schedule.Measures.Select(compiled => compiled.Measure).ToDictionary(measure => measure.Id);
        foreach (var id in change.Removed)
        {
            if (!standing.ContainsKey(id))
                throw GeoGraphException.NotFound(MeasureResource, id.Value);
            after[id] = null;
        }
        foreach (var end in change.Ended)
            End(schedule, end, after);
        foreach (var measure in change.Put)
            after[measure.Id] = measure;
        return With(schedule, after);
    }

    // An agreement on which only removed measures rest is there, and changes nothing more.
    private static void End(CompiledSchedule schedule, LawEnd end, Dictionary<EntityId, Measure?> after)
    {
        var ending = new AgreementEnding(schedule, end);
        var found = false;
        foreach (var compiled in schedule.Measures)
        {
            if (!ending.Touches(compiled.Measure))
                continue;
            found = true;
            if (after.GetValueOrDefault(compiled.Measure.Id, compiled.Measure) is { } measure)
                after[measure.Id] = ending.After(measure);
        }
        if (!found)
            throw GeoGraphException.NotFound(AgreementResource, end.AgreementId.Value);
    }

    private static CompiledSchedule With(CompiledSchedule schedule, Dictionary<EntityId, Measure?> after)
    {
        var gone = schedule.Measures.Where(compiled => after.ContainsKey(compiled.Measure.Id)).ToArray();
        var next = schedule.Measures.Length == 0 ? 0 : schedule.Measures.Max(compiled => compiled.Number) + 1;
        var come = after.Values.OfType<Measure>().OrderBy(measure => measure.Id)
            .Select((measure, place) => MeasureCompiler.Compile(next + place, measure, schedule.ListNumbers)).ToArray();
        CompiledMeasure[] measures = [.. schedule.Measures.Except(gone).Concat(come).Order(CompiledMeasure.ById)];
        var quotas = schedule.QuotaSource.Count == 0
            ? schedule.Quotas
            : QuotaTable.Compile(schedule.QuotaSource, measures.Select(compiled => compiled.Measure.Id).ToHashSet(), schedule.ListNumbers, []);
        return schedule with
        {
            Measures = measures,
            Index = schedule.Index.With(gone, come, []),
            Quotas = quotas,
            FactKinds = FactKindTable.Of(measures, quotas, []),
            Headings = measures.Select(compiled => compiled.Measure.Heading).Where(heading => heading.Length > 0).ToFrozenSet(StringComparer.Ordinal),
            Slices = new SliceCache(),
        };
    }
}
