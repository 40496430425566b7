using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class OriginComparisonTests
{
    private static readonly EntityId Club = EntityId.Parse("bloc:club");

    private static readonly ScheduleSource Source = new()
    {
        Measures =
        [
            World.Mfn("4%"),
            World.Extra("all-but-club", "10%", "a") with { Origins = new OriginScope([], [Club]) },
            World.Extra("china", "20%", "b") with { Origins = OriginScope.Of("state:CN", "state:HK") },
            World.Extra("from-vietnam", "5%", "c") with { Conditions = [new Condition([PreferenceTests.Test("export_country", "VN")], "not from there")] },
            World.Extra("over", "5%", "d") with { Origins = OriginScope.Of("state:IN"), Effective = World.From("2020-01-01", "2021-01-01") },
            World.Extra("other-goods", "5%", "e") with { Origins = OriginScope.Of("state:BR"), Goods = GoodsScope.Of("01") },
        ],
        Memberships = [new(EntityId.Parse("state:FR"), Club, World.From("2020-01-01")), new(EntityId.Parse("state:GB"), Club, World.From("2020-01-01", "2021-01-01"))],
    };

    [Fact]
    public void Every_state_that_a_measure_in_force_on_the_goods_tells_apart_is_compared_the_cheapest_first()
    {
        var schedule = ScheduleCompiler.Compile(Source);
        var entry = World.Entry();
        var origins = OriginComparison.ToldApart(schedule, entry, DutyQuestion.Settled);
        Assert.Equal(["state:CN", "state:FR", "state:HK", "state:TW", "state:VN"], origins.Select(origin => origin.Value));
        var duties = OriginComparison.Of(new DutyCalculator(schedule), entry, origins, DutyQuestion.Settled, CancellationToken.None);
        Assert.Equal(["state:FR 40", "state:TW 140", "state:VN 190", "state:CN 340", "state:HK 340"], duties.Select(duty => $"{duty.Entry.Origin} {duty.Total:0}"));
    }

    [Fact]
    public void A_problem_with_one_origin_does_not_stop_the_others()
    {
        var schedule = ScheduleCompiler.Compile(Source with { Measures = [.. Source.Measures.Skip(1), World.Mfn("4%") with { Origins = new OriginScope([], [EntityId.Parse("state:CN")]) }] });
        EntityId[] origins = [EntityId.Parse("state:CN"), EntityId.Parse("firm:x"), EntityId.Parse("state:FR")];
        var duties = OriginComparison.Of(new DutyCalculator(schedule), World.Entry(), origins, DutyQuestion.Settled, CancellationToken.None);
        Assert.Equal(["state:FR", "firm:x", "state:CN"], duties.Select(duty => duty.Entry.Origin.Value));
        Assert.Equal([null, ErrorReason.InvalidRequest, ErrorReason.DataMissing], duties.Select(duty => duty.Refusal?.Reason));
    }
}
