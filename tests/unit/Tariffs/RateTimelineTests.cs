using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class RateTimelineTests
{
    private const int Seed = 20250409;

    [Fact]
    public void Steps_are_what_pricing_every_day_gives()
    {
        for (var world = 0; world < 400; world++)
        {
            var make = new RandomWorld(new Random(Seed + world));
            var schedule = ScheduleCompiler.Compile(make.Source());
            var question = new TimelineQuestion(make.WithContents(make.Entry(allStated: world % 2 == 0)), World.Day("2025-03-28"), World.Day("2025-04-20"), make.Question(), world % 3 == 0);
            var steps = RateTimeline.Between(schedule, question);
            Assert.Equal(question.From, steps[0].From);
            Assert.Equal(question.To, steps[^1].To);
            var calculator = new DutyCalculator(schedule);
            for (var day = question.From; day < question.To; day = day.AddDays(1))
            {
                var view = question.AsKnownOnTheDay ? question.Question with { KnownAt = day } : question.Question;
                var daily = calculator.Calculate(question.Shape with { EntryDate = day }, view);
                var step = Assert.Single(steps, step => step.From <= day && day < step.To);
                Assert.True(Show(daily) == Show(step.Answer!), $"seed {Seed}, world {world}, {day}: {Show(daily)} but {Show(step.Answer!)}");
            }
        }
    }

    [Fact]
    public void Each_step_says_what_came_and_what_went()
    {
        var measures = new[]
        {
            World.Mfn("4.2%"),
            World.Extra("baseline", "10%", "reciprocal") with { Effective = World.From("2025-04-05"), LegalBasis = "EO 14257" },
            World.Extra("country", "32%", "reciprocal") with { Effective = World.From("2025-04-09", "2025-04-10"), Precedence = 1 },
        };
        var steps = RateTimeline.Between(World.Compile(measures), new(World.Entry(), World.Day("2025-04-01"), World.Day("2025-05-01"), DutyQuestion.Settled));
        Assert.Equal(
            ["2025-04-01 4.2 + -", "2025-04-05 14.2 + baseline: in force from 2025-04-05 by EO 14257 -", "2025-04-09 36.2 + country: in force from 2025-04-09 - baseline: superseded by country",
                "2025-04-10 14.2 + baseline: no longer kept out (superseded by country) - country: ended: the last day was 2025-04-09"],
            steps.Select(step => FormattableString.Invariant($"{step.From:yyyy-MM-dd} {step.RatePercent:0.#} + {Show(step.Came)} - {Show(step.Went)}").Replace("  ", " ", StringComparison.Ordinal).TrimEnd()));
    }

    [Fact]
    public void A_time_that_ends_before_it_begins_is_refused() =>
        Assert.Equal(ErrorReason.InvalidRequest, Assert.Throws<GeoGraphException>(() =>
            RateTimeline.Between(World.Compile([World.Mfn("Free")]), new(World.Entry(), World.Day("2025-05-01"), World.Day("2025-05-01"), DutyQuestion.Settled))).Reason);

    private static string Show(IReadOnlyList<TimelineChange> changes) => string.Join(", ", changes.Select(change => $"{change.Measure.Id.Name}: {change.Reason}"));

    private static string Show(DutyAnswer answer) =>
        $"{answer.Outcome} {answer.Lowest?.Total}..{answer.Highest?.Total} {string.Join(' ', answer.Lines.Concat(answer.Undecided).Select(line => line.Measure.Id.Name).Order())}";
}
