namespace GeoGraph.Tariffs;

/// <summary>Whether a measure stands for a question on a date, before goods, origins and conditions are looked at.</summary>
internal static class LawInForce
{
    /// <summary>True where it is in force by the question's clock, in the version of the law that the question sees, and law or of a scenario asked for.</summary>
    public static bool Holds(Measure measure, DutyQuestion question, DateOnly entryDate) =>
        MeasureDates.Contains(measure, question.Clock, entryDate)
        && Visibility.Sees(measure, question.KnownAt)
        && (measure.Status == MeasureStatus.Law || question.AsksFor(measure.ScenarioIds))
        && !question.AsksFor(measure.VoidInScenarioIds);
}
