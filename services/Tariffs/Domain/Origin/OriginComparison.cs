using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What an entry would pay from one origin.</summary>
/// <param name="Entry">The entry as if it originated there.</param>
/// <param name="Answer">The duty; null where it cannot be said.</param>
/// <param name="Refusal">Why it cannot be said; null where it can.</param>
internal sealed record OriginDuty(Entry Entry, DutyAnswer? Answer, GeoGraphException? Refusal)
{
    /// <summary>The total duty, the lowest where it is open; null where there is none.</summary>
    public decimal? Total => Answer?.TotalDuty ?? Answer?.Lowest?.Total;
}

/// <summary>Prices one entry as if it originated in each of several states. Pure.</summary>
internal static class OriginComparison
{
    /// <summary>The duties, the lowest first, then by origin; those that cannot be said come last.</summary>
    public static List<OriginDuty> Of(DutyCalculator calculator, Entry entry, IReadOnlyList<EntityId> origins, DutyQuestion question, CancellationToken cancellationToken)
    {
        var duties = new List<OriginDuty>(origins.Count);
        foreach (var origin in origins)
        {
            cancellationToken.ThrowIfCancellationRequested();
            duties.Add(Price(calculator, entry with { Origin = origin }, question));
        }
        return [.. duties.OrderBy(duty => duty.Total is null).ThenBy(duty => duty.Total).ThenBy(duty => duty.Entry.Origin)];
    }

    /// <summary>What an entry pays from its own origin.</summary>
    public static OriginDuty Price(DutyCalculator calculator, Entry entry, DutyQuestion question)
    {
        try
        {
            return new OriginDuty(entry, calculator.Calculate(entry, question), null);
        }
        catch (GeoGraphException refused)
        {
            return new OriginDuty(entry, null, refused);
        }
    }

    /// <summary>
    /// The entry's origin and every state that some measure of the importer on such goods tells apart on the entry date: by its origins, blocs by their members, or by a
    /// condition on the origin or the country of export. In order of id, without the importer.
    /// </summary>
    public static List<EntityId> ToldApart(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        var digits = HsCode.Parse(entry.Code).Digits;
        var met = new List<CompiledMeasure>();
        foreach (var imposer in schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate))
            schedule.FindMeasures(imposer, digits, met);
        var named = new HashSet<EntityId>();
        foreach (var compiled in met)
        {
            if (!IsInForce(compiled.Measure, entry.EntryDate, question))
                continue;
            named.UnionWith(compiled.Origins);
            named.UnionWith(compiled.NotOrigins);
            named.UnionWith(Tested(compiled));
        }
        var states = new SortedSet<EntityId> { entry.Origin };
        states.UnionWith(named.Where(id => id.Kind != "bloc"));
        foreach (var bloc in named.Where(id => id.Kind == "bloc"))
            states.UnionWith(schedule.Memberships.MembersOf(bloc, entry.EntryDate));
        states.Remove(entry.Importer);
        return [.. states];
    }

    /// <summary>True where a measure is in force on a date, in a view of the law.</summary>
    public static bool IsInForce(Measure measure, DateOnly on, DutyQuestion question) =>
        MeasureDates.Contains(measure, question.Clock, on) && Visibility.Sees(measure, question.KnownAt) && !question.AsksFor(measure.VoidInScenarioIds)
        && (measure.Status == MeasureStatus.Law || question.AsksFor(measure.ScenarioIds));

    private static IEnumerable<EntityId> Tested(CompiledMeasure compiled)
    {
        foreach (var test in compiled.Conditions.SelectMany(condition => condition.AnyOf))
        {
            if (test.Test.Fact is not (FactNames.Origin or FactNames.ExportCountry))
                continue;
            foreach (var value in test.Values)
            {
                if (EntityId.TryParse("state:" + value.Text, out var id))
                    yield return id;
            }
        }
    }
}
