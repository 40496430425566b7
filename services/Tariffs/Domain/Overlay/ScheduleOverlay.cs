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
        var deals = new Dictionary<EntityId, LawEnd>();
        foreach (var id in change.Removed)
        {
            if (Find(schedule, id) is null)
                throw GeoGraphException.NotFound(MeasureResource, id.Value);
            after[id] = null;
        }
        foreach (var end in change.Ended)
            End(schedule, end, after, deals);
        foreach (var measure in change.Put)
        {
            after[measure.Id] = measure;
            deals.Remove(measure.Id);
        }
        return With(schedule, after) with { EndedDeals = deals.Count == 0 ? null : new EndedDeals(schedule, deals.ToFrozenDictionary()) };
    }

    // An agreement on which only removed measures rest is there, and changes nothing more.
    private static void End(CompiledSchedule schedule, LawEnd end, Dictionary<EntityId, Measure?> after, Dictionary<EntityId, LawEnd> deals)
    {
        var ending = new AgreementEnding(schedule, end);
        var found = false;
        foreach (var compiled in schedule.Measures)
        {
            if (!ending.Touches(compiled.Measure))
                continue;
            found = true;
            if (after.GetValueOrDefault(compiled.Measure.Id, compiled.Measure) is not { } measure)
                continue;
            after[measure.Id] = ending.After(measure);
            if (EndedDeals.Concern(measure, end) && (!deals.TryGetValue(measure.Id, out var earlier) || end.EndedOn < earlier.EndedOn))
                deals[measure.Id] = end;
        }
        if (!found)
            throw GeoGraphException.NotFound(AgreementResource, end.AgreementId.Value);
    }

    private static CompiledSchedule With(CompiledSchedule schedule, Dictionary<EntityId, Measure?> after)
    {
        var gone = after.Keys.Select(id => Find(schedule, id)).OfType<CompiledMeasure>().ToArray();
        var next = schedule.Measures.Length == 0 ? 0 : schedule.Measures.Max(compiled => compiled.Number) + 1;
        var come = after.Values.OfType<Measure>().OrderBy(measure => measure.Id)
            .Select((measure, place) => MeasureCompiler.Compile(next + place, measure, schedule.ListNumbers)).ToArray();
        var measures = Merge(schedule.Measures, gone.ToHashSet(), come);
        var quotas = schedule.QuotaSource.Any(quota => after.ContainsKey(quota.InQuotaMeasureId) || (quota.OutOfQuotaMeasureId is { } beyond && after.ContainsKey(beyond)))
            ? QuotaTable.Compile(schedule.QuotaSource, measures.Select(compiled => compiled.Measure.Id).ToHashSet(), schedule.ListNumbers, [])
            : schedule.Quotas;
        return schedule with
        {
            Measures = measures,
            Index = schedule.Index.With(gone, come, []),
            Quotas = quotas,
            FactKinds = FactKindTable.Of(measures, quotas, []),
            Headings = gone.Concat(come).All(compiled => compiled.Measure.Heading.Length == 0) ? schedule.Headings : HeadingsOf(measures),
            Slices = new SliceCache(),
        };
    }

    private static FrozenSet<string> HeadingsOf(CompiledMeasure[] measures) =>
        measures.Select(compiled => compiled.Measure.Heading).Where(heading => heading.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    // Measures are in order of id.
    private static CompiledMeasure? Find(CompiledSchedule schedule, EntityId id)
    {
        var (low, high) = (0, schedule.Measures.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = schedule.Measures[middle].Measure.Id.CompareTo(id);
            if (order == 0)
                return schedule.Measures[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    private static CompiledMeasure[] Merge(CompiledMeasure[] standing, HashSet<CompiledMeasure> gone, CompiledMeasure[] come)
    {
        var kept = gone.Count == 0 ? standing : Array.FindAll(standing, compiled => !gone.Contains(compiled));
        var merged = new List<CompiledMeasure>(kept.Length + come.Length);
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
