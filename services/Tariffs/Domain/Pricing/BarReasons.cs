namespace GeoGraph.Tariffs;

/// <summary>Why a measure is out before its conditions are looked at, in words.</summary>
internal static class BarReasons
{
    /// <summary>The reason in a sentence without its end.</summary>
    public static string Of(Measure measure, NotAppliedKind kind, DateOnly entryDate, DutyQuestion question) => kind switch
    {
        NotAppliedKind.Date => Date(measure, entryDate, question.Clock),
        NotAppliedKind.NotKnown => Knowledge(measure, question.KnownAt),
        NotAppliedKind.Status => $"{Status(measure.Status)} but not law; it applies only in {Scenarios(measure.ScenarioIds)}",
        NotAppliedKind.Scenario => $"void in scenario {string.Join(", ", measure.VoidInScenarioIds.Where(id => question.AsksFor([id])))}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "this is decided later."),
    };

    private static string Date(Measure measure, DateOnly entryDate, DutyClock clock)
    {
        var (from, to) = MeasureDates.Of(measure, clock);
        var way = clock == DutyClock.Effective ? "" : $" by the {clock.ToString().ToLowerInvariant()} clock";
        if (from is { } start && entryDate < start)
            return $"not yet in force on {entryDate:yyyy-MM-dd}: from {start:yyyy-MM-dd}{way}";
        return $"ended: the last day was {to?.AddDays(-1):yyyy-MM-dd}{way}";
    }

    private static string Knowledge(Measure measure, DateOnly? knownAt)
    {
        if (measure.Known?.To is { } to && (knownAt is not { } on || on >= to))
            return $"this version of the law was replaced on {to:yyyy-MM-dd}";
        return $"not known on {knownAt:yyyy-MM-dd}: known from {measure.Known?.From ?? measure.AnnouncedOn:yyyy-MM-dd}";
    }

    private static string Status(MeasureStatus status) => status switch
    {
        MeasureStatus.Agreed => "agreed",
        MeasureStatus.Proposed => "proposed",
        _ => "threatened",
    };

    private static string Scenarios(IReadOnlyList<string> ids) => ids.Count == 0 ? "no scenario" : "scenario " + string.Join(" or ", ids);
}
