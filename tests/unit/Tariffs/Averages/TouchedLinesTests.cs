using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class TouchedLinesTests
{
    private static readonly Measure Listed = World.Extra("listed", "10%", "a") with
    {
        Goods = new GoodsScope(["8457.10"], ["8457.10.00.15"], ["goods-list:x"], []),
        Effective = World.From("2025-03-01", "2026-01-01"),
    };

    private static readonly CompiledSchedule Schedule = ScheduleCompiler.Compile(new ScheduleSource
    {
        Measures = [Listed, World.Extra("abroad", "10%", "a") with { ImposedById = EntityId.Parse("state:CN") }, World.Extra("broken", "10% or so", "a")],
        GoodsLists = [new GoodsList("goods-list:x", "x", [new GoodsListEntry(["9101.11.40.20"], World.From("2025-06-01"), null)])],
        Nomenclatures = SmallNomenclature.Table,
    });

    [Theory]
    [InlineData("2025-02-28", "")]
    [InlineData("2025-05-01", "8457.10.00.05 whole")]
    [InlineData("2025-06-01", "8457.10.00.05 whole, 9101.11.40 partly")]
    [InlineData("2026-01-01", "")]
    public void Lines_are_those_that_the_goods_cover_on_the_date(string asOf, string lines) =>
        Assert.Equal(lines, string.Join(", ", Touched("listed", asOf).Select(touched => $"{touched.Line.Code} {(touched.IsPartly ? "partly" : "whole")}")));

    [Theory]
    [InlineData("abroad")]
    [InlineData("broken")]
    public void Without_a_schedule_or_goods_that_can_be_read_data_is_missing(string measure) =>
        Assert.Equal(ErrorReason.DataMissing, Assert.Throws<GeoGraphException>(() => Touched(measure, "2025-06-01")).Reason);

    private static IReadOnlyList<TouchedLine> Touched(string measure, string asOf) =>
        TouchedLines.Of(Schedule, Array.Find(Schedule.Measures, row => row.Measure.Id.Name == measure)!, World.Day(asOf));
}
