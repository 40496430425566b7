using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What is asked of a timeline.</summary>
/// <param name="Shape">The entry; its date is set to each date in turn.</param>
/// <param name="From">The first date, inclusive.</param>
/// <param name="To">The end, exclusive; after <paramref name="From"/>.</param>
/// <param name="Question">In which view of the law.</param>
/// <param name="AsKnownOnTheDay">True to see on each date the law as known on it, instead of as known on the question's one date.</param>
internal sealed record TimelineQuestion(Entry Shape, DateOnly From, DateOnly To, DutyQuestion Question, bool AsKnownOnTheDay = false);

/// <summary>A measure that a step brought or took away.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Reason">Why it came or went, in a sentence without its end.</param>
internal sealed record TimelineChange(Measure Measure, string Reason);

/// <summary>A stretch of dates with one rate.</summary>
/// <param name="From">The first date, inclusive.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="Answer">What an entry on the first date owes; null where it cannot be said.</param>
/// <param name="RatePercent">Total duty in percent of customs value, to ten places; null where not determined.</param>
/// <param name="Came">Measures charged now and not in the step before.</param>
/// <param name="Went">Measures charged in the step before and not now.</param>
/// <param name="Problem">Why there is no answer; empty where there is one.</param>
internal sealed record TimelineStep(
    DateOnly From, DateOnly To, DutyAnswer? Answer, decimal? RatePercent, IReadOnlyList<TimelineChange> Came, IReadOnlyList<TimelineChange> Went, string Problem);

/// <summary>
/// The steps in which the total rate of an entry changes. Priced only on the dates on which anything that could touch the
/// entry begins, ends or is told apart by a condition; between two of them nothing changes.
/// </summary>
internal static class RateTimeline
{
    /// <summary>The longest time, in days.</summary>
    public const int MostDays = 36_600;

    /// <summary>The steps in order of date; together they are the whole time asked for.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/>: the entry or the dates break rules.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits; asked between two dates.</exception>
    public static IReadOnlyList<TimelineStep> Between(CompiledSchedule schedule, TimelineQuestion question, CancellationToken cancellationToken = default)
    {
        Check(schedule, question);
        var calculator = new DutyCalculator(schedule);
        var steps = new List<TimelineStep>();
        foreach (var date in TimelineDates.Of(schedule, question))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = StepOn(calculator, question, date);
            if (steps.Count > 0 && IsSame(steps[^1], step))
                continue;
            if (steps.Count > 0)
                steps[^1] = steps[^1] with { To = date };
            steps.Add(steps.Count == 0 ? step : TimelineChanges.Explain(steps[^1], step));
        }
        return steps;
    }

    private static void Check(CompiledSchedule schedule, TimelineQuestion question)
    {
        var violations = new Violations();
        if (question.To <= question.From || question.To.DayNumber - question.From.DayNumber > MostDays)
            violations.Add("to", $"{question.To:yyyy-MM-dd}", $"a timeline ends after it begins, and at most {MostDays} days after");
        EntryRules.Check(question.Shape with { EntryDate = question.To.AddDays(-1) }, schedule, violations);
        violations.ThrowIfAny();
    }

    private static TimelineStep StepOn(DutyCalculator calculator, TimelineQuestion question, DateOnly date)
    {
        var view = question.AsKnownOnTheDay ? question.Question with { KnownAt = date } : question.Question;
        try
        {
            var answer = calculator.Calculate(question.Shape with { EntryDate = date }, view);
            var rate = answer.TotalDuty is { } total ? Math.Round(total / question.Shape.CustomsValue * 100m, 10, MidpointRounding.AwayFromZero) : (decimal?)null;
            return new TimelineStep(date, question.To, answer, rate, [], [], "");
        }
        catch (GeoGraphException problem) when (problem.Reason is ErrorReason.DataMissing or ErrorReason.InvalidRequest)
        {
            return new TimelineStep(date, question.To, null, null, [], [], problem.Message);
        }
    }

    private static bool IsSame(TimelineStep left, TimelineStep right) =>
        left.Answer?.Outcome == right.Answer?.Outcome
        && left.RatePercent == right.RatePercent
        && left.Answer is null == right.Answer is null
        && left.Answer?.Lowest?.Total == right.Answer?.Lowest?.Total
        && left.Answer?.Highest?.Total == right.Answer?.Highest?.Total
        && TimelineChanges.Charged(left).SequenceEqual(TimelineChanges.Charged(right), MeasureIds.Comparer);
}
