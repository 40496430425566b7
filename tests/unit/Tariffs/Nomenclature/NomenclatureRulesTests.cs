using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class NomenclatureRulesTests
{
    [Theory]
    [InlineData("8457.10.00.25", "2025-06-01",
        "it is no code of the Schedule of the United States on 2025-06-01; the nearest are 8457.10.00.05, 8457.10.00.15, 8457.20.00")]
    [InlineData("8457.10.00.05", "2026-06-01",
        "it is no code of the Schedule of the United States on 2026-06-01; it was one before 2026-01-01; the nearest are 8457.10.00.15, 8457.20.00, 8457.30.00.00")]
    [InlineData("9903.88.01", "2025-06-01", "headings of chapter 99 are duties and exemptions, not goods; give the code of the goods, in chapters 1 to 97")]
    [InlineData("9813.00.05", "2025-06-01", "a heading of chapter 98 can be entered only where it bears a rate of its own; give the code of the goods, in chapters 1 to 97")]
    public void A_code_that_is_none_of_goods_is_refused(string code, string date, string rule)
    {
        var refused = Assert.Throws<GeoGraphException>(() => Price(World.Entry(code: code, date: date)));
        Assert.Equal(ErrorReason.InvalidRequest, refused.Reason);
        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("hts", code, rule), (violation.Field, violation.Value, violation.Rule));
    }

    [Theory]
    [InlineData("8457.10", "2025-06-01")]
    [InlineData("9801.00.10", "2025-06-01")]
    public void A_code_of_goods_and_its_beginning_are_priced(string code, string date) =>
        Assert.Equal(DutyOutcome.Determined, Price(World.Entry(code: code, date: date)).Outcome);

    [Fact]
    public void Another_importer_is_not_held_to_it() =>
        Assert.Equal(ErrorReason.DataMissing, Assert.Throws<GeoGraphException>(() => Price(World.Entry(code: "8458.11") with { Importer = EntityId.Parse("state:CN") })).Reason);

    [Fact]
    public void A_date_before_the_first_revision_is_answered_from_it_and_said()
    {
        var remark = Price(World.Entry(code: "8457.20.00", date: "2024-12-31")).NotEvaluated[0];
        Assert.Equal(("tariff-schedule:us", "the data holds this schedule from 2025-01-01 on; an earlier date is answered from that revision, 2025_basic."), (remark.SubjectId, remark.Reason));
        Assert.Empty(Price(World.Entry(code: "8457.20.00", date: "2025-01-01")).NotEvaluated);
    }

    [Fact]
    public void Chapter_99_headings_in_notes_without_a_measure_are_told()
    {
        var remark = Assert.Single(Price(World.Entry(code: "8457.10.00.15")).NotEvaluated);
        Assert.Equal("notes to 8457.10.00.15 name 9902.15.35, of which the data has no measure.", remark.Reason);
    }

    private static DutyAnswer Price(Entry entry)
    {
        var source = new ScheduleSource
        {
            Measures = [World.Mfn("4%") with { Goods = GoodsScope.All }, World.Extra("s301", "25%", "us-s301") with { Heading = "9903.88.01", Origins = new OriginScope([EntityId.Parse("state:CN")], []) }],
            Nomenclatures = SmallNomenclature.Table,
        };
        return new DutyCalculator(ScheduleCompiler.Compile(source)).Calculate(entry, DutyQuestion.Settled);
    }
}
