using System.Diagnostics;
using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs.Overlay;

/// <summary>A schedule under an assumed change prices as one compiled from the changed measures.</summary>
public class ScheduleOverlayTests
{
    private static readonly string[] Codes = ["8457.10", "8457", "8542.31", "84", "2204.21"];
    private static readonly string[] Authorities = ["us-a", "us-b", "us-c"];
    private static readonly DutyQuestion Question = DutyQuestion.Settled;

    [Fact]
    public void Random_changes_price_as_compiling_the_changed_law_does()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var measures = Enumerable.Range(0, random.Next(1, 12)).Select(number => Any(random, number)).ToList();
            measures.Add(World.Mfn("4%", "84"));
            var removed = measures.Where(measure => measure.Type == MeasureType.AdditionalDuty && random.Next(4) == 0).Select(measure => measure.Id).ToList();
            var put = Enumerable.Range(0, random.Next(0, 4)).Select(_ => Any(random, random.Next(0, 16))).DistinctBy(measure => measure.Id).ToList();
            var standing = World.Compile(measures);
            var assumed = ScheduleOverlay.Apply(standing, new LawChange(removed, [], put));
            var written = World.Compile(measures.Where(measure => !removed.Contains(measure.Id) && put.TrueForAll(other => other.Id != measure.Id)).Concat(put));
            foreach (var code in new[] { "8457.10.00", "8457.20.00", "8401.10.00" })
            {
                var entry = World.Entry(code: code, date: random.Next(2) == 0 ? "2025-03-01" : "2025-09-01");
                Assert.Equal(Text(written, entry), Text(assumed, entry));
            }
            Assert.Equal(Text(World.Compile(measures), World.Entry()), Text(standing, World.Entry()));
        }
    }

    [Fact]
    public void An_agreement_ends_by_legal_basis_within_periods_and_clocks()
    {
        var deal = World.Extra("deal", "10%", "us-a") with { LegalBasisId = "agreement:deal", Effective = World.From("2025-01-01", "2026-01-01"), Collected = World.From("2025-02-01") };
        var later = World.Extra("later", "5%", "us-b") with { LegalBasisId = "agreement:deal", Effective = World.From("2025-10-01") };
        var assumed = ScheduleOverlay.Apply(World.Compile([World.Mfn("4%"), deal, later]), new LawChange([], [new LawEnd(EntityId.Parse("agreement:deal"), World.Day("2025-09-01"))], []));
        Assert.Equal(["measure:deal", "measure:mfn"], assumed.Measures.Select(measure => measure.Measure.Id.Value));
        Assert.Equal((World.From("2025-01-01", "2025-09-01"), World.From("2025-02-01", "2025-09-01")), (assumed.Measures[0].Measure.Effective, assumed.Measures[0].Measure.Collected));
    }

    [Fact]
    public void What_carries_out_a_deal_ends_with_it_and_the_law_beside_it_comes_back_by_inference()
    {
        var floor = World.Extra("deal", "floor 15%", "us-a") with { LegalBasisId = "agreement:act", ImplementsIds = [EntityId.Parse("agreement:deal")], Precedence = 10 };
        var standing = World.Compile([World.Mfn("4%"), World.Extra("general", "25%", "us-a") with { LegalBasisId = "agreement:act" }, floor]);
        var assumed = ScheduleOverlay.Apply(standing, Ends("2025-09-01"));
        Assert.Equal((150m, 150m), (Answer(standing, "2025-09-01").TotalDuty, Answer(assumed, "2025-08-31").TotalDuty));
        foreach (var detail in Enum.GetValues<AnswerDetail>())
        {
            var after = new DutyCalculator(assumed).Calculate(World.Entry(date: "2025-09-01"), Question, detail);
            Assert.Equal((DutyOutcome.Determined, 290m), (after.Outcome, after.TotalDuty));
            Assert.Equal(("measure:deal", "it ends with agreement:deal on 2025-09-01; in its place is taken what the law has beside it, measure:general; that no other rate takes its place is inferred, no source states it."),
                (Assert.Single(after.NotEvaluated).SubjectId, after.NotEvaluated[0].Reason));
        }
        Assert.Empty(Answer(assumed, "2025-08-31").NotEvaluated);
        Assert.Empty(Answer(ScheduleOverlay.Apply(standing, Ends("2025-09-01", "agreement:act")), "2025-09-01").NotEvaluated);
    }

    [Fact]
    public void Where_nothing_is_left_beside_a_deal_the_most_that_is_owed_is_open()
    {
        var deal = World.Extra("deal", "10%", "us-a") with { ImplementsIds = [EntityId.Parse("agreement:deal")] };
        var assumed = ScheduleOverlay.Apply(World.Compile([World.Mfn("4%"), deal, World.Extra("other", "5%", "us-b")]), Ends("2025-09-01"));
        foreach (var detail in Enum.GetValues<AnswerDetail>())
        {
            var after = new DutyCalculator(assumed).Calculate(World.Entry(date: "2025-09-01"), Question, detail);
            Assert.Equal((DutyOutcome.Conditional, null, 90m, null), (after.Outcome, after.TotalDuty, after.Lowest!.Total, after.Highest));
            Assert.Contains("what takes its place is not in the data", Assert.Single(after.NotEvaluated).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_preference_open_to_other_programmes_stays_open_to_them()
    {
        var test = new FactTest("special_program", FactOperator.OneOf, "S,KR", WhenAbsent.Fails);
        var shared = World.Mfn("Free", id: "measure:shared") with { Type = MeasureType.TariffPreference, Authority = "us-special", Conditions = [new Condition([test], "no programme is claimed")] };
        var rule = new OriginRule { Id = EntityId.Parse("origin-rule:s"), AgreementId = EntityId.Parse("agreement:s"), Programs = ["S"], AllOf = [], Goods = GoodsScope.All };
        var standing = ScheduleCompiler.Compile(new ScheduleSource { Measures = [World.Mfn("4%"), shared], OriginRules = [rule] });
        var assumed = ScheduleOverlay.Apply(standing, new LawChange([], [new LawEnd(EntityId.Parse("agreement:s"), World.Day("2025-09-01"))], []));
        Assert.Equal(["0.00", "40.00", "0.00"], new[] { ("S", "2025-08-31"), ("S", "2025-09-01"), ("KR", "2025-09-01") }.Select(asked =>
            new DutyCalculator(assumed).Calculate(World.Entry(date: asked.Item2, facts: ("special_program", asked.Item1)), Question).TotalDuty!.Value.ToString("0.00", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_overlay_of_a_large_schedule_costs_a_fraction_of_compiling_it()
    {
        var measures = Enumerable.Range(0, 6_000).Select(number => World.Mfn("4%", $"{1000 + number / 100:0000}.{number % 100:00}", $"measure:m{number}")).ToList();
        var change = new LawChange([measures[7].Id], [], [World.Extra("more", "25%", "us-a")]);
        var standing = World.Compile(measures);
        var (whole, overlay) = (Took(() => World.Compile(measures)), Took(() => ScheduleOverlay.Apply(standing, change)));
        Assert.True(overlay * 3 < whole, $"an overlay took {overlay}, compiling from nothing {whole}");
    }

    // The least of several runs, as others use the machine too.
    private static TimeSpan Took(Action work) => Enumerable.Range(0, 4).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    });

    private static Measure Any(Random random, int number) => World.Extra($"x{number}", $"{random.Next(1, 30)}%", Authorities[random.Next(Authorities.Length)]) with
    {
        Goods = random.Next(4) == 0 ? GoodsScope.All : GoodsScope.Of(Codes[random.Next(Codes.Length)]),
        Effective = random.Next(2) == 0 ? ValidPeriod.Always : World.From("2025-06-01"),
        Precedence = random.Next(2),
        Heading = random.Next(2) == 0 ? "" : $"9903.0{random.Next(10)}.01",
        Conditions = random.Next(3) > 0 ? [] : [new Condition([new FactTest("end_use", FactOperator.EqualTo, "spare", WhenAbsent.Unknown)], "another use")],
    };

    private static LawChange Ends(string on, string agreement = "agreement:deal") => new([], [new LawEnd(EntityId.Parse(agreement), World.Day(on))], []);

    private static DutyAnswer Answer(CompiledSchedule schedule, string on) => new DutyCalculator(schedule).Calculate(World.Entry(date: on), Question);

    private static string Text(CompiledSchedule schedule, Entry entry)
    {
        var answer = new DutyCalculator(schedule).Calculate(entry, Question);
        return $"{answer.Outcome} {answer.TotalDuty} {answer.Lowest?.Total} {answer.Highest?.Total} {answer.Lines()}";
    }
}
