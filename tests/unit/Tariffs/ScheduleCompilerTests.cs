using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class ScheduleCompilerTests
{
    [Fact]
    public void Every_mistake_is_reported_and_answers_name_what_was_left_out()
    {
        var broken = World.Extra("broken", "25 percents", "x") with
        {
            Goods = new GoodsScope(["84-8"], [], ["goods-list:none"], []),
            Conditions = [Condition.Of("tpp", FactOperator.Less, "many", WhenAbsent.Unknown, "")],
        };
        var schedule = World.Compile([World.Mfn("Free"), broken]);
        var message = Assert.Single(schedule.Report.Refused).Message;
        Assert.All(["'84-8' is no code", "no goods list 'goods-list:none'", "at character 1", "neither a number nor a date"], part => Assert.Contains(part, message, StringComparison.Ordinal));
        var answer = new DutyCalculator(schedule).Calculate(World.Entry(), DutyQuestion.Settled);
        Assert.Equal("measure:broken", Assert.Single(answer.NotEvaluated).SubjectId);
    }

    [Fact]
    public void Rules_in_a_circle_are_refused_and_the_circle_is_shown()
    {
        StackingRule[] rules =
        [
            World.Rule("ab", StackingKind.Excludes, "a", "b"), World.Rule("bc", StackingKind.InLieu, "b", "c"), World.Rule("ca", StackingKind.Excludes, "c", "a"),
            World.Rule("da", StackingKind.Excludes, "d", "a"),
        ];
        var schedule = World.Compile([World.Mfn("Free")], rules);
        Assert.Equal(3, schedule.RefusedRules.Count);
        Assert.All(schedule.RefusedRules, entry => Assert.Contains("stacking-rule:ab → stacking-rule:bc → stacking-rule:ca → stacking-rule:ab", entry.Reason, StringComparison.Ordinal));
        Assert.Equal(3, new DutyCalculator(schedule).Calculate(World.Entry(), DutyQuestion.Settled).NotEvaluated.Count);
    }

    [Fact]
    public void Rules_of_other_orders_or_times_are_no_circle()
    {
        var early = World.Rule("ab", StackingKind.Excludes, "a", "b") with { Effective = World.From("2025-03-04", "2025-06-04") };
        var late = World.Rule("ba", StackingKind.Excludes, "b", "a") with { Effective = World.From("2025-06-04") };
        Assert.Empty(World.Compile([], early, late).RefusedRules);
        Assert.Empty(World.Compile([], early, World.Rule("ba", StackingKind.Excludes, "b", "a", order: 1)).RefusedRules);
    }

    [Fact]
    public void Ordinary_duties_that_contradict_one_another_are_doubtful()
    {
        var schedule = World.Compile([World.Mfn("1%", id: "measure:a"), World.Mfn("2%", id: "measure:b") with { Effective = World.From("2025-01-01") }]);
        Assert.Contains("contradicts '1%'", Assert.Single(schedule.Report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(20m, new DutyCalculator(schedule).Calculate(World.Entry(), DutyQuestion.Settled).TotalDuty);
    }

    [Fact]
    public void All_violations_of_an_entry_are_named_at_once()
    {
        var entry = World.Entry(-1m, "2025-04-09", "84571", facts: [("loaded_on", "2025-04-10"), ("origin", "TW"), ("usmca_originating", "yes"), ("metal_weight_share", "20"), ("tpp", "high")]) with
        {
            Currency = "usd",
            Quantities = new Dictionary<string, decimal> { ["kg"] = 5m, ["t"] = 1m, ["furlongs"] = 1m, ["liters"] = -1m },
        };
        var error = Assert.Throws<GeoGraphException>(() => World.Price(entry, [World.Mfn("Free")]));
        Assert.Equal(
            ["currency", "customs_value", "facts.loaded_on", "facts.metal_weight_share", "facts.origin", "facts.tpp", "facts.usmca_originating", "hts", "quantities.furlongs", "quantities.liters", "quantities.t"],
            error.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Contents_are_not_worth_more_than_the_goods()
    {
        var entry = World.Entry(100m, facts: [("content_value.steel", "60"), ("content_value.copper", "50")]);
        Assert.Equal("facts.content_value", Assert.Single(Assert.Throws<GeoGraphException>(() => World.Price(entry, [World.Mfn("Free")])).Violations).Field);
    }

    [Fact]
    public void Pricing_allocates_little()
    {
        var measures = Enumerable.Range(0, 2_000).Select(i => World.Extra($"x{i}", "10%", $"a{i}") with { Goods = GoodsScope.Of($"{1000 + i}") })
            .Append(World.Mfn("4.2%")).Append(World.Extra("reciprocal", "20%", "r"));
        var calculator = new DutyCalculator(World.Compile(measures));
        var entry = World.Entry();
        calculator.Calculate(entry, DutyQuestion.Settled);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            calculator.Calculate(entry, DutyQuestion.Settled);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 20_000);
    }
}
