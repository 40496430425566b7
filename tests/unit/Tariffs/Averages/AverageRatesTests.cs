using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// Means over a schedule of five lines, worked by hand:
/// <code>
/// line           ordinary   from TW and JP also   in all
/// 8457.10.00     4.2%       10%                   14.2%
/// 8457.20.00     Free       10%                   10%
/// 8542.31.00     Free       (excluded)            0%
/// 9101.11.40     51¢ each   10%                   no rate in percent
/// 9403.20.00     no ordinary duty in the data
/// </code>
/// From FR nothing comes on top.
/// </summary>
public sealed class AverageRatesTests
{
    private static readonly ScheduleSource Source = new ScheduleSource
    {
        Measures =
        [
            World.Mfn("4.2%"), World.Mfn("Free", "8457.20", "measure:free") with { Goods = GoodsScope.Of("8457.20", "8542") },
            World.Mfn("51¢ each", "9101.11.40", "measure:watches"),
            World.Extra("ten", "10%", "us-extra") with { Goods = new GoodsScope([], ["8542"], [], []), Origins = OriginScope.Of("state:TW", "state:JP") },
        ],
    }.WithLines("8457", "8457.10.00", "8457.20.00", "8542.31.00", "9101.11.40", "9403.20.00", "9903.01.01").WithStates("US", "TW", "JP", "FR");

    private static readonly CompiledSchedule Schedule = ScheduleCompiler.Compile(Source);

    [Fact]
    public void Without_groups_a_date_has_one_row_over_all_pairs()
    {
        // (2 × (14.2 + 10 + 0) + (4.2 + 0 + 0)) ÷ 9.
        Assert.Equal(["5.844444% 9 6"], Tell(AverageWorld.Question()));
        Assert.Equal(["5.844444% 9 6", "5.844444% 9 6"], Tell(AverageWorld.Question("2025-09-02", "2025-09-01")));
    }

    [Fact]
    public void Origins_goods_and_authorities_are_told_apart_in_that_order()
    {
        var question = AverageWorld.Question() with { ByOrigin = true, ByAuthority = true, Goods = GoodsLevel.Chapter, Prefixes = ["84", "85"] };
        Assert.Equal(
            [
                "FR us-column-1 84 2.1% 2 0", "FR us-column-1 85 0% 1 0",
                "JP us-column-1 84 2.1% 2 0", "JP us-column-1 85 0% 1 0", "JP us-extra 84 10% 2 0",
                "TW us-column-1 84 2.1% 2 0", "TW us-column-1 85 0% 1 0", "TW us-extra 84 10% 2 0",
            ],
            Tell(question));
    }

    [Fact]
    public void What_has_no_rate_is_counted_and_told_by_its_reason()
    {
        var question = AverageWorld.Question() with { Goods = GoodsLevel.Line, Origins = [EntityId.Parse("state:TW")] };
        var (rows, notes) = AverageWorld.Ask(Schedule, question);
        Assert.Equal(["84571000 14.2% 1 0", "84572000 10% 1 0", "85423100 0% 1 0", "91011140 0 1", "94032000 0 1"], AverageWorld.Tell(rows));
        Assert.Equal(
            ["1 pair of line and origin owe duties by quantity, which are no rate in percent, and are left out of the means.",
                "1 pair of line and origin have no ordinary duty in the data and are left out of the means."],
            notes);
    }

    [Fact]
    public void Weights_are_spread_evenly_over_the_lines_beneath_and_by_origin()
    {
        var question = AverageWorld.Question() with { Origins = [EntityId.Parse("state:TW"), EntityId.Parse("state:FR")] };
        // TW 8457: 50 on each of two lines; FR 8457.10: 300 on its line. (50 × 14.2 + 50 × 10 + 300 × 4.2) ÷ 400.
        var (rows, notes) = AverageWorld.Ask(Schedule, question, AverageWorld.Weights(("TW", "8457", 100m), ("FR", "845710", 300m)));
        Assert.Equal(["4.733333% 6.175% 6 4"], AverageWorld.Tell(rows));
        Assert.Equal(400m, rows[0].Weight);
        Assert.DoesNotContain(notes, note => note.StartsWith("weights", StringComparison.Ordinal));
    }

    [Fact]
    public void Weight_of_goods_that_are_not_asked_for_does_not_count_and_other_lines_take_their_share()
    {
        // Of 100 on the whole schedule a fifth lies on each of the five lines, and one of them is asked for.
        var (rows, _) = AverageWorld.Ask(
            Schedule, AverageWorld.Question() with { Prefixes = ["8457.10".Replace(".", "", StringComparison.Ordinal)], ByOrigin = true }, AverageWorld.Weights(("TW", "", 100m)));
        Assert.Equal(["FR 4.2% 1 0", "JP 14.2% 1 0", "TW 14.2% 14.2% 1 0"], AverageWorld.Tell(rows));
        Assert.Equal([0m, 0m, 20m], rows.Select(row => row.Weight!.Value));
    }

    [Fact]
    public void A_weight_of_a_code_that_the_schedule_does_not_divide_is_its_lines() =>
        Assert.Equal(["4.2% 4.2% 1 0"], AverageWorld.Tell(AverageWorld.Ask(
            Schedule, AverageWorld.Question() with { Origins = [EntityId.Parse("state:FR")], Prefixes = ["8457100015", "845710"] },
            AverageWorld.Weights(("FR", "8457100015", 7m))).Rows));

    [Fact]
    public void Weights_that_meet_no_line_no_origin_or_no_rate_are_told()
    {
        var question = AverageWorld.Question() with { Origins = [EntityId.Parse("state:TW")] };
        var (_, notes) = AverageWorld.Ask(
            Schedule, question, AverageWorld.Weights(("TW", "77", 5m), ("TW", "2203", 6m), ("CN", "84", 7m), ("TW", "9101", 8m), ("TW", "84", 9m)));
        Assert.Contains("2 weights of 11 in all meet no line of the schedule on 2025-09-01.", notes);
        Assert.Contains("weights of 7 in all are of origins that are not asked for or not known on 2025-09-01: state:CN.", notes);
        Assert.Contains("weights of 8 lie on pairs of line and origin without a rate on 2025-09-01.", notes);
    }

    [Fact]
    public void Prefixes_without_lines_dates_before_the_schedule_and_facts_that_nothing_reads_are_told()
    {
        var question = AverageWorld.Question("2024-12-31") with { Prefixes = ["77", "8457"], Facts = new Dictionary<string, string> { ["colour"] = "red" } };
        var (_, notes) = AverageWorld.Ask(Schedule, question);
        Assert.Contains("no line of the schedule lies beneath 77 on 2024-12-31.", notes);
        Assert.Contains("no measure in the data reads the fact colour.", notes);
        Assert.Contains(notes, note => note.StartsWith("tariff-schedule:us: the data holds this schedule from 2025-01-01 on", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_facts_make_a_lowest_and_a_highest_mean_and_are_named()
    {
        var extra = World.Extra("cars", "25%", "us-cars") with { Conditions = [Condition.Of("end_use", FactOperator.EqualTo, "resale", WhenAbsent.Unknown, "only for resale")] };
        var schedule = ScheduleCompiler.Compile(Source with { Measures = [.. Source.Measures, extra] });
        var question = AverageWorld.Question() with { Origins = [EntityId.Parse("state:FR")], Prefixes = ["845710"] };
        var (rows, notes) = AverageWorld.Ask(schedule, question);
        Assert.Equal(["4.2-29.2% 1 0"], AverageWorld.Tell(rows));
        Assert.Contains("rates turn on facts that the question does not state, so that a lowest and a highest mean are given: end_use.", notes);
        Assert.Equal(["29.2% 1 0"], AverageWorld.Tell(AverageWorld.Ask(schedule, question with { Facts = new Dictionary<string, string> { ["end_use"] = "resale" } }).Rows));
    }

    [Fact]
    public void An_importer_without_a_schedule_is_data_missing()
    {
        var question = AverageWorld.Question() with { Importer = EntityId.Parse("state:CN") };
        Assert.Equal(ErrorReason.DataMissing, Assert.Throws<GeoGraphException>(() => AverageWorld.Ask(Schedule, question)).Reason);
    }

    [Fact]
    public void Members_of_the_importing_union_are_no_origins()
    {
        var union = EntityId.Parse("bloc:union");
        var schedule = ScheduleCompiler.Compile(Source with { Memberships = [new BlocMembership(EntityId.Parse("state:FR"), union, ValidPeriod.Always), new BlocMembership(AverageWorld.Us, union, ValidPeriod.Always)] });
        var rows = AverageWorld.Ask(schedule, AverageWorld.Question() with { ByOrigin = true }).Rows;
        Assert.Equal(["FR", "JP", "TW"], rows.Select(row => row.Origin!.Value.Name));
        var lines = NomenclatureTable.Compile([new PublishedSchedule("tariff-schedule:union", "Schedule", union, [new PublishedRevision("first", World.Day("2025-01-01"))])],
            [new PublishedHeading("tariff-heading:union", union, [new NomenclatureLine { Digits = "845710" }])]);
        schedule = ScheduleCompiler.Compile(Source with { Nomenclatures = lines, Memberships = [new BlocMembership(EntityId.Parse("state:FR"), union, ValidPeriod.Always)] });
        rows = AverageWorld.Ask(schedule, AverageWorld.Question() with { Importer = union, ByOrigin = true }).Rows;
        Assert.Equal(["JP", "TW", "US"], rows.Select(row => row.Origin!.Value.Name));
    }

    [Fact]
    public void Work_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var rows = new AverageRates(Schedule, AverageWorld.Question("2025-09-01", "2025-09-02"), AverageWorld.Weights()).Rows(cancelled.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => rows.MoveNext());
    }

    private static IEnumerable<string> Tell(AverageQuestion question) => AverageWorld.Tell(AverageWorld.Ask(Schedule, question).Rows);
}
