using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using Common = GeoGraph.Contracts.Common.V1;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Questions from the contract, and timelines to it.</summary>
internal static class QuestionMapping
{
    private const int MaxYears = 20;
    private const int MaxScenarios = 100;
    private const int MaxScenarioLength = 256;

    /// <summary>In which view of the law.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>: more than 100 scenarios.</exception>
    public static DutyQuestion ToDomain(Wire.DutyQuestion? wire, RequestFields fields)
    {
        if (wire is null)
            return DutyQuestion.Settled;
        RequestFields.AtMost("question.scenario_ids", wire.ScenarioIds.Count, MaxScenarios);
        for (var i = 0; i < wire.ScenarioIds.Count; i++)
        {
            if (wire.ScenarioIds[i].Length > MaxScenarioLength)
                fields.Violations.Add(RequestFields.At("question.scenario_ids", i), wire.ScenarioIds[i], $"a scenario has at most {MaxScenarioLength} characters");
        }
        return new DutyQuestion(fields.Date("question.known_at", wire.KnownAt), ClockOf(wire.Clock, fields), [.. wire.ScenarioIds]);
    }

    /// <summary>How much of each answer is wanted.</summary>
    public static AnswerDetail ToDomain(Wire.DutyDetail detail, RequestFields fields)
    {
        switch (detail)
        {
            case Wire.DutyDetail.Unspecified or Wire.DutyDetail.Whole:
                return AnswerDetail.Whole;
            case Wire.DutyDetail.Lines:
                return AnswerDetail.Lines;
            case Wire.DutyDetail.Totals:
                return AnswerDetail.Totals;
            default:
                fields.Violations.Add("detail", detail.ToString(), "a detail is one of the contract's");
                return AnswerDetail.Whole;
        }
    }

    /// <summary>From which state.</summary>
    public static WantedState ToWanted(Common.ReadOptions? read, RequestFields fields)
    {
        if (read is null)
            return WantedState.Newest;
        if (read.AtLeast.Length > 0 && read.Exact.Length > 0)
            fields.Violations.Add("read.exact", read.Exact, "exact excludes at_least");
        return new WantedState(fields.Token("read.at_least", read.AtLeast), fields.Token("read.exact", read.Exact));
    }

    /// <summary>Notes where the dates of a timeline are in the wrong order or too far apart.</summary>
    public static void CheckSpan(DateOnly from, DateOnly to, RequestFields fields)
    {
        if (to < from || to == DateOnly.MaxValue || (from.Year <= 9999 - MaxYears && to > from.AddYears(MaxYears)))
            fields.Violations.Add("to", $"{to:yyyy-MM-dd}", $"a timeline ends on or after its first date and at most {MaxYears} years after it");
    }

    /// <summary>A stretch of a timeline; its end is inclusive in the contract.</summary>
    public static Wire.TimelineStep ToWire(TimelineStep step, Wire.Entry wire, Entry shape, CompiledSchedule schedule) => new()
    {
        From = step.From.ToWire(),
        To = step.To.AddDays(-1).ToWire(),
        Result = step.Answer is { } answer ? AnswerMapping.ToWire(answer, wire.Id, shape with { EntryDate = step.From }, schedule) : null,
        Came = { step.Came.Select(ToWire) },
        Went = { step.Went.Select(ToWire) },
        Problem = step.Problem,
    };

    private static Wire.RateChange ToWire(TimelineChange change) => new() { Measure = AnswerMapping.ToRef(change.Measure), Reason = change.Reason };

    private static DutyClock ClockOf(Wire.Clock clock, RequestFields fields)
    {
        switch (clock)
        {
            case Wire.Clock.Unspecified or Wire.Clock.Effective:
                return DutyClock.Effective;
            case Wire.Clock.Collected:
                return DutyClock.Collected;
            case Wire.Clock.Published:
                return DutyClock.Published;
            case Wire.Clock.Announced:
                return DutyClock.Announced;
            default:
                fields.Violations.Add("question.clock", clock.ToString(), "a clock is one of the contract's");
                return DutyClock.Effective;
        }
    }
}
