using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class RateTableTests
{
    private static readonly Measure Ten = World.Extra("ten", "10%", "us-extra") with { Origins = OriginScope.Of("bloc:club"), Goods = GoodsScope.Of("8457.10", "8457.20") };

    private static readonly CompiledSchedule Schedule = ScheduleCompiler.Compile(new ScheduleSource
    {
        Measures =
        [
            World.Mfn("4.2%", "84"), Ten,
            World.Extra("past", "99%", "us-past") with { Origins = OriginScope.Of("state:CC"), Effective = World.From("2025-01-01", "2025-02-01") },
            World.Extra("named", "5%", "us-named") with { Goods = GoodsScope.Of("8458"), Conditions = [Condition.Of("origin", FactOperator.EqualTo, "DD", WhenAbsent.Fails, "only from DD")] },
        ],
        Memberships = [new BlocMembership(EntityId.Parse("state:AA"), EntityId.Parse("bloc:club"), World.From("2025-01-01", "2025-10-01"))],
    });

    [Fact]
    public void Origins_are_parted_by_scopes_and_tests_of_the_date_and_each_set_of_measures_is_priced_once()
    {
        var table = Table("2025-09-01");
        Assert.Equal(["AA", "BB CC", "DD"], table.Classes.Select(row => string.Join(' ', row.Origins.Select(origin => origin.Name))));
        Assert.Equal([0, 0, 1, 2], table.Kinds.OfLine);
        // The ordinary duty alone; with the club's; and with the test that only DD passes, passed and failed.
        Assert.Equal(4, table.Priced);
        Assert.Equal([14.2m, 4.2m, 4.2m], Enumerable.Range(0, 3).Select(originClass => table.Of(0, originClass).Lowest));
        Assert.Equal([4.2m, 4.2m, 9.2m], Enumerable.Range(0, 3).Select(originClass => table.Of(1, originClass).Lowest));
    }

    [Fact]
    public void Membership_counts_on_the_date()
    {
        Assert.Equal(["AA BB CC", "DD"], Table("2025-10-01").Classes.Select(row => string.Join(' ', row.Origins.Select(origin => origin.Name))));
        Assert.Equal(["AA", "BB", "CC", "DD"], Table("2025-01-15").Classes.Select(row => string.Join(' ', row.Origins.Select(origin => origin.Name))));
    }

    [Fact]
    public void A_line_that_a_measure_covers_in_part_is_a_kind_of_its_own()
    {
        var kinds = Table("2025-09-01", "845710", "845720", "8457", "84").Kinds;
        Assert.Equal([0, 0, 1, 2], kinds.OfLine);
    }

    private static RateTable Table(string date, params string[] codes)
    {
        EntityId[] origins = [.. new[] { "DD", "CC", "BB", "AA" }.Select(name => EntityId.Parse("state:" + name))];
        var question = AverageWorld.Question(date) with { Origins = origins };
        var live = new LiveMeasures(Schedule, AverageWorld.Us, World.Day(date), DutyQuestion.Settled);
        return RateTable.Of(live, codes.Length > 0 ? codes : ["845710", "845720", "8458", "8459"], origins, Schedule.Memberships, new PairPricer(Schedule, question, live), CancellationToken.None);
    }
}
