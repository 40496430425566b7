using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Finds the dates on which what an entry owes can change.</summary>
internal static class TimelineDates
{
    /// <summary>The dates from the first one asked for, in order: no two days between two of them differ.</summary>
    public static IEnumerable<DateOnly> Of(CompiledSchedule schedule, TimelineQuestion question)
    {
        var dates = new SortedSet<DateOnly> { question.From };
        var memberships = schedule.Memberships.Of(question.Shape.Importer).Concat(schedule.Memberships.Of(question.Shape.Origin));
        foreach (var membership in memberships)
            Add(membership.Valid, dates);
        dates.UnionWith(schedule.Exchange.Boundaries());
        dates.UnionWith(schedule.Quotas.Boundaries());
        AddMeasures(schedule, question, dates);
        foreach (var rule in Imposers(schedule, question.Shape.Importer).SelectMany(id => schedule.Rules.GetValueOrDefault(id) ?? []))
        {
            Add(rule.Effective, dates);
            AddKnown(rule.Known, null, question, dates);
        }
        AddLoading(question, dates);
        return dates.Where(date => date >= question.From && date < question.To);
    }

    private static IEnumerable<EntityId> Imposers(CompiledSchedule schedule, EntityId importer) =>
        schedule.Memberships.Of(importer).Select(row => row.BlocId).Prepend(importer).Distinct();

    private static void AddMeasures(CompiledSchedule schedule, TimelineQuestion question, SortedSet<DateOnly> dates)
    {
        var digits = HsCode.Parse(question.Shape.Code).Digits;
        var met = new List<CompiledMeasure>();
        foreach (var imposer in Imposers(schedule, question.Shape.Importer))
            schedule.FindMeasures(imposer, digits, met);
        var code = CodeSpan.OfPrefix(digits);
        foreach (var compiled in met)
        {
            var (from, to) = MeasureDates.Of(compiled.Measure, question.Question.Clock);
            Add(from, dates);
            Add(to, dates);
            AddKnown(compiled.Measure.Known, compiled.Measure.AnnouncedOn, question, dates);
            foreach (var list in compiled.Goods.IncludeLists.Concat(compiled.Goods.ExcludeLists))
                schedule.Lists[list].Visit(code, span => AddSpan(span, question, dates));
            AddTests(compiled, dates);
        }
    }

    private static void AddSpan(DatedSpan span, TimelineQuestion question, SortedSet<DateOnly> dates)
    {
        Add(span.Valid, dates);
        AddKnown(span.Known, null, question, dates);
    }

    // A test of the entry date changes at its value or on the day after; one of another date (loading) can be met from then on.
    private static void AddTests(CompiledMeasure compiled, SortedSet<DateOnly> dates)
    {
        foreach (var test in compiled.Conditions.SelectMany(condition => condition.AnyOf))
        {
            foreach (var date in test.Values.Select(value => value.Date).OfType<DateOnly>())
                dates.UnionWith([date, date.AddDays(1)]);
        }
    }

    // Goods are not entered before they are loaded, so an answer begins on that day.
    private static void AddLoading(TimelineQuestion question, SortedSet<DateOnly> dates)
    {
        if (question.Shape.Facts.TryGetValue(FactNames.LoadedOn, out var loaded) && FactValue.Read(loaded).Date is { } loadedOn)
            dates.Add(loadedOn);
    }

    private static void AddKnown(ValidPeriod? known, DateOnly? since, TimelineQuestion question, SortedSet<DateOnly> dates)
    {
        if (!question.AsKnownOnTheDay)
            return;
        Add(known?.From ?? since, dates);
        Add(known?.To, dates);
    }

    private static void Add(ValidPeriod period, SortedSet<DateOnly> dates)
    {
        Add(period.From, dates);
        Add(period.To, dates);
    }

    private static void Add(DateOnly? date, SortedSet<DateOnly> dates)
    {
        if (date is { } day)
            dates.Add(day);
    }
}
