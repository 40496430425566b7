using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class DutyCalculatorTests
{
    // EO 14257: goods loaded before the country rate began and entered in time keep the baseline.
    [Theory]
    [InlineData("2025-04-09", "mfn 4.2% of 1000 = 42.00; country 32% of 1000 = 320.00")]
    [InlineData("2025-04-06", "mfn 4.2% of 1000 = 42.00; baseline 10% of 1000 = 100.00")]
    public void Goods_in_transit_keep_the_rate_of_before(string loaded, string lines) =>
        Assert.Equal(lines, World.Price(World.Entry(date: "2025-04-09", facts: ("loaded_on", loaded)), InTransit()).Lines());

    [Fact]
    public void A_missing_fact_leaves_the_entry_conditional_with_both_totals()
    {
        var answer = World.Price(World.Entry(date: "2025-04-09"), InTransit());
        Assert.Equal(DutyOutcome.Conditional, answer.Outcome);
        Assert.Null(answer.TotalDuty);
        Assert.Equal((142m, 362m), (answer.Lowest!.Total, answer.Highest!.Total));
        Assert.Equal(["loaded_on"], answer.MissingFacts);
        Assert.Equal("mfn 4.2% of 1000 = 42.00", answer.Lines());
        Assert.Equal(["baseline", "country"], answer.Undecided.Select(line => line.Measure.Title));
        Assert.Equal("2025-04-08", answer.Lowest.Facts["loaded_on"]);
    }

    [Fact]
    public void A_missing_fact_that_changes_nothing_leaves_the_entry_determined()
    {
        var measures = new[] { World.Mfn("4.2%"), Asking("a", "10%", "true"), Asking("b", "10%", "true") with { Precedence = 0, Duty = "Free" } };
        Assert.Equal(DutyOutcome.Determined, World.Price(World.Entry(), [measures[0], measures[2]]).Outcome);
        Assert.Equal(DutyOutcome.Conditional, World.Price(World.Entry(), measures).Outcome);
    }

    [Fact]
    public void An_exclusion_that_follows_from_a_missing_fact_is_open_too()
    {
        var answer = World.Price(World.Entry(), [World.Mfn("Free"), Asking("canada", "25%", "false"), World.Extra("steel", "10%", "steel")],
            World.Rule("canada beats steel", StackingKind.Excludes, "asking", "steel"));
        Assert.Equal((100m, 250m), (answer.Lowest!.Total, answer.Highest!.Total));
        Assert.Equal(["usmca_originating"], answer.MissingFacts);
    }

    [Fact]
    public void An_assumption_that_decides_is_listed()
    {
        var measure = World.Extra("quota", "7.5%", "autos") with
        {
            Conditions = [Condition.Of("quota_used.9903.94.31", FactOperator.Less, "65205", WhenAbsent.Holds, "the quota is full")],
        };
        Assert.Equal("quota_used.9903.94.31", Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), measure]).Assumptions).Fact);
        var stated = World.Price(World.Entry(facts: ("quota_used.9903.94.31", "65205")), [World.Mfn("Free"), measure]);
        Assert.Empty(stated.Assumptions);
        Assert.Equal("the quota is full", Assert.Single(stated.NotApplied).Reason);
    }

    // 90 FR 44638: the inclusive rate for Japan was made retroactive on 2025-09-16.
    [Theory]
    [InlineData("2025-08-20", 260)]
    [InlineData("2025-09-17", 150)]
    [InlineData(null, 150)]
    public void Retroactive_law_counts_once_it_is_known(string? knownAt, int total)
    {
        var measures = new[]
        {
            World.Mfn("11%"),
            World.Extra("additive", "15%", "reciprocal") with { Effective = World.From("2025-08-07"), Known = World.From("2025-07-31", "2025-09-16") },
            World.Extra("floor", "floor 15%", "reciprocal") with { Effective = World.From("2025-08-07"), Known = World.From("2025-09-16") },
        };
        var question = new DutyQuestion(knownAt is null ? null : World.Day(knownAt));
        Assert.Equal(total, new DutyCalculator(World.Compile(measures)).Calculate(World.Entry(date: "2025-08-20"), question).TotalDuty);
    }

    // EO 14326 was announced on 2025-07-31: nobody knew it before.
    [Theory]
    [InlineData("2025-07-30", 0)]
    [InlineData("2025-07-31", 200)]
    [InlineData(null, 200)]
    public void What_was_not_yet_announced_was_not_known(string? knownAt, int total)
    {
        var country = World.Extra("country", "20%", "reciprocal") with { Effective = World.From("2025-08-07"), AnnouncedOn = World.Day("2025-07-31") };
        var question = new DutyQuestion(knownAt is null ? null : World.Day(knownAt));
        Assert.Equal(total, new DutyCalculator(World.Compile([World.Mfn("Free"), country])).Calculate(World.Entry(), question).TotalDuty);
    }

    // FR 2025-15819: steel derivatives owe on the steel content, and the reciprocal duty on the rest.
    [Theory]
    [InlineData("300", "mfn 4.2% of 1000 = 42.00; reciprocal 20% of 700 = 140.00; steel 50% of 300 = 150.00")]
    [InlineData("0", "mfn 4.2% of 1000 = 42.00; reciprocal 20% of 1000 = 200.00")]
    [InlineData(null, "mfn 4.2% of 1000 = 42.00; steel 50% of 1000 = 500.00")]
    public void A_content_is_split_off(string? steel, string lines)
    {
        var measures = new[] { World.Mfn("4.2%"), World.Extra("steel", "50%", "s232") with { Base = DutyBase.OnContent("steel") }, World.Extra("reciprocal", "20%", "reciprocal") };
        var entry = World.Entry(facts: steel is null ? [] : [("content_value.steel", steel)]);
        Assert.Equal(lines, World.Price(entry, measures, World.Rule("metals on content", StackingKind.SplitsContent, "s232", "reciprocal")).Lines());
    }

    [Fact]
    public void A_measure_excluded_early_excludes_nothing_later()
    {
        var measures = new[] { World.Mfn("Free"), World.Extra("autos", "25%", "autos"), World.Extra("canada", "25%", "canada"), World.Extra("steel", "50%", "steel") };
        StackingRule[] rules = [World.Rule("r1", StackingKind.Excludes, "autos", "canada", 1), World.Rule("r2", StackingKind.Excludes, "canada", "steel", 2)];
        Assert.Equal(750m, World.Price(World.Entry(), measures, rules).TotalDuty);
    }

    [Fact]
    public void In_lieu_replaces_even_at_zero_and_exclusion_does_not()
    {
        var measures = new[] { World.Mfn("Free"), World.Extra("a", "Free", "a"), World.Extra("b", "10%", "b") };
        Assert.Equal(0m, World.Price(World.Entry(), measures, World.Rule("r", StackingKind.InLieu, "a", "b")).TotalDuty);
        Assert.Equal(100m, World.Price(World.Entry(), measures, World.Rule("r", StackingKind.Excludes, "a", "b")).TotalDuty);
    }

    [Fact]
    public void A_preference_replaces_the_ordinary_duty_and_is_what_a_floor_tops_up()
    {
        var korus = World.Extra("korus", "Free", "us-special") with
        {
            Type = MeasureType.TariffPreference,
            Conditions = [Condition.Of("special_program", FactOperator.EqualTo, "KR", WhenAbsent.Fails, "the program is not claimed")],
        };
        var answer = World.Price(World.Entry(facts: ("special_program", "KR")), [World.Mfn("2.5%"), korus, World.Extra("autos", "floor 15%", "autos")]);
        Assert.Equal("korus 0% of 1000 = 0.00; autos 15% of 1000 = 150.00", answer.Lines());
    }

    [Fact]
    public void A_cap_limits_what_it_supersedes()
    {
        var measures = new[] { World.Mfn("2%"), World.Extra("general", "25%", "chips"), World.Extra("cap", "cap 15%", "chips") with { Precedence = 1 } };
        Assert.Equal("mfn 2% of 1000 = 20.00; cap 15% of 1000 = 150.00", World.Price(World.Entry(), measures).Lines());
        measures[1] = measures[1] with { Duty = "10%" };
        Assert.Equal("mfn 2% of 1000 = 20.00; cap 10% of 1000 = 100.00", World.Price(World.Entry(), measures).Lines());
    }

    [Fact]
    public void A_prohibition_leaves_no_total()
    {
        var answer = World.Price(World.Entry(), [World.Mfn("Free"), World.Extra("ban", "", "ban") with { Type = MeasureType.Prohibition }]);
        Assert.Equal(DutyOutcome.Prohibited, answer.Outcome);
        Assert.Null(answer.TotalDuty);
        Assert.Equal("ban", Assert.Single(answer.Prohibitions).Title);
    }

    [Fact]
    public void A_scenario_turns_agreed_terms_on_and_law_off()
    {
        var measures = new[]
        {
            World.Mfn("11%"),
            World.Extra("law", "20%", "reciprocal") with { VoidInScenarioIds = ["void"] },
            World.Extra("agreed", "floor 15%", "reciprocal") with { Status = MeasureStatus.Agreed, ScenarioIds = ["TW_ART_15"], Precedence = 1 },
        };
        var calculator = new DutyCalculator(World.Compile(measures));
        Assert.Equal(310m, calculator.Calculate(World.Entry(), DutyQuestion.Settled).TotalDuty);
        Assert.Equal(150m, calculator.Calculate(World.Entry(), new DutyQuestion(ScenarioIds: ["TW_ART_15"])).TotalDuty);
        Assert.Equal(110m, calculator.Calculate(World.Entry(), new DutyQuestion(ScenarioIds: ["void"])).TotalDuty);
        Assert.StartsWith("agreed but not law", calculator.Calculate(World.Entry(), DutyQuestion.Settled).NotApplied.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_quantity_is_named_and_leaves_no_upper_bound()
    {
        var answer = World.Price(World.Entry(), [World.Mfn("6.3¢/liter + 2%"), World.Extra("extra", "10%", "x")]);
        Assert.Equal(DutyOutcome.Conditional, answer.Outcome);
        Assert.Equal(["quantities.liter"], answer.MissingFacts);
        Assert.Equal(120m, answer.Lowest!.Total);
        Assert.Null(answer.Highest);
    }

    [Fact]
    public void No_ordinary_duty_is_missing_data_and_never_zero()
    {
        var error = Assert.Throws<GeoGraphException>(() => World.Price(World.Entry(code: "9999.10.00"), [World.Mfn("Free")]));
        Assert.Equal(ErrorReason.DataMissing, error.Reason);
        Assert.Contains("state:US covers 9999.10.00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_above_several_rates_is_too_short_and_the_nearest_are_named()
    {
        Measure[] measures = [World.Mfn("1%", "8457.10.10", "measure:a"), World.Mfn("2%", "8457.10.20", "measure:b")];
        var error = Assert.Throws<GeoGraphException>(() => World.Price(World.Entry(code: "8457.10"), measures));
        Assert.Contains("8457.10.10 (1%), 8457.10.20 (2%)", error.Message, StringComparison.Ordinal);
        Assert.Equal(20m, World.Price(World.Entry(code: "8457.10.20.05"), measures).TotalDuty);
        Assert.Equal(10m, World.Price(World.Entry(code: "8457"), [measures[0], measures[1] with { Duty = "1%" }]).TotalDuty);
    }

    [Fact]
    public void A_code_that_a_list_covers_in_part_needs_more_digits()
    {
        var part = World.Extra("part", "25%", "parts") with { Goods = GoodsScope.Of("8457.10.00.60") };
        var answer = World.Price(World.Entry(code: "8457.10.00"), [World.Mfn("2.5%"), part]);
        Assert.Equal((25m, 275m), (answer.Lowest!.Total, answer.Highest!.Total));
        Assert.Equal(["hts"], answer.MissingFacts);
        Assert.Equal(275m, World.Price(World.Entry(code: "8457.10.00.60"), [World.Mfn("2.5%"), part]).TotalDuty);
    }

    [Fact]
    public void More_digits_are_not_asked_for_where_they_change_only_the_heading()
    {
        var part = World.Extra("part", "25%", "parts") with { Goods = GoodsScope.Of("8457.10.00.60"), Heading = "9903.00.01" };
        var rest = World.Extra("rest", "25%", "parts") with { Goods = GoodsScope.Of("8457.10") with { Exclude = ["8457.10.00.60"] }, Heading = "9903.00.02" };
        var answer = World.Price(World.Entry(code: "8457.10.00"), [World.Mfn("2.5%"), part, rest]);
        Assert.Equal((DutyOutcome.Determined, 275m), (answer.Outcome, answer.TotalDuty));
        Assert.Equal(("hts", "measure:part measure:rest"), (answer.Assumptions.Single().Fact, string.Join(' ', answer.Assumptions[0].MeasureIds)));
        Assert.Equal(DutyOutcome.Conditional, World.Price(World.Entry(code: "8457.10.00"), [World.Mfn("2.5%"), part, rest with { Authority = "others" }]).Outcome);
    }

    [Fact]
    public void A_quantity_that_only_one_case_needs_leaves_the_highest_total_open()
    {
        var used = World.Extra("used", "$5/kg", "used") with { Conditions = [new([new("end_use", FactOperator.EqualTo, "used", WhenAbsent.Unknown)], "not used")] };
        var answer = World.Price(World.Entry(), [World.Mfn("2.5%"), used]);
        Assert.Equal((DutyOutcome.Conditional, 25m, null), (answer.Outcome, answer.Lowest!.Total, answer.Highest));
        Assert.Equal(["end_use", "quantities.kg"], answer.MissingFacts);
    }

    [Fact]
    public void An_importer_without_data_is_told_with_those_that_have_some()
    {
        Measure[] measures = [World.Mfn("2.5%"), World.Mfn("4%", id: "measure:other") with { ImposedById = EntityId.Parse("bloc:union") }];
        var error = Assert.Throws<GeoGraphException>(() => World.Price(World.Entry() with { Importer = EntityId.Parse("state:JP") }, measures));
        Assert.Equal(ErrorReason.DataMissing, error.Reason);
        Assert.Contains("no ordinary duties of this importer at all, only of bloc:union, state:US", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("at all", Assert.Throws<GeoGraphException>(() => World.Price(World.Entry(code: "0101.21"), measures)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_in_words_is_named_where_it_is_in_force_and_not_otherwise()
    {
        Measure[] measures = [World.Mfn("2.5%"), World.Extra("unknown", "\"a rate that nobody states\"", "new") with { Effective = World.From("2026-07-24") }];
        var after = World.Price(World.Entry(date: "2026-08-01"), measures);
        Assert.Equal((25m, "measure:unknown"), (after.TotalDuty, Assert.Single(after.NotEvaluated).SubjectId));
        var before = World.Price(World.Entry(date: "2026-07-23"), measures);
        Assert.Empty(before.NotEvaluated);
        Assert.Empty(before.NotApplied);
    }

    [Theory]
    [InlineData("Effective", 100)]
    [InlineData("Announced", 100)]
    [InlineData("Published", 0)]
    [InlineData("Collected", 0)]
    public void The_clock_decides_which_date_counts(string clock, int total)
    {
        var measure = World.Extra("x", "10%", "x") with
        {
            Effective = World.From("2025-08-01"),
            AnnouncedOn = World.Day("2025-07-01"),
            PublishedOn = World.Day("2025-09-16"),
            Collected = World.From("2025-09-16", "2026-02-24"),
        };
        Assert.Equal(total, new DutyCalculator(World.Compile([World.Mfn("Free"), measure])).Calculate(World.Entry(date: "2025-08-20"), new DutyQuestion(Clock: Enum.Parse<DutyClock>(clock))).TotalDuty);
    }

    [Fact]
    public void What_ended_and_what_begins_next_is_named_once_per_authority()
    {
        var measures = new[]
        {
            World.Mfn("Free"),
            World.Extra("old", "5%", "x") with { Effective = World.From("2024-01-01", "2025-01-01") },
            World.Extra("older", "4%", "x") with { Effective = World.From("2023-01-01", "2024-01-01") },
            World.Extra("next", "9%", "x") with { Effective = World.From("2026-01-01") },
        };
        Assert.Equal(["not yet in force on 2025-09-01: from 2026-01-01", "ended: the last day was 2024-12-31"], World.Price(World.Entry(), measures).NotApplied.Select(entry => entry.Reason));
    }

    [Fact]
    public void What_a_heading_charged_in_another_year_is_not_told_beside_what_it_charges()
    {
        var measures = new[]
        {
            World.Mfn("Free"),
            World.Extra("fee-2025", "$32.71", "fees") with { Type = MeasureType.Fee, Heading = "24.23", Effective = World.From("2024-10-01", "2025-10-01") },
            World.Extra("fee-2026", "$33.58", "fees") with { Type = MeasureType.Fee, Heading = "24.23", Effective = World.From("2025-10-01") },
            World.Extra("other", "1%", "fees") with { Type = MeasureType.Fee, Heading = "24.24", Effective = World.From("2026-10-01") },
        };
        Assert.Equal(["other"], World.Price(World.Entry(), measures).NotApplied.Select(entry => entry.Measure.Title));
    }

    [Fact]
    public void What_the_entry_itself_keeps_out_is_not_told_to_have_ended()
    {
        var small = World.Extra("small", "5%", "x") with
        {
            Effective = World.From("2024-01-01", "2025-01-01"),
            Conditions = [Condition.Of("customs_value", FactOperator.AtMost, "800", WhenAbsent.Unknown, "value above 800")],
        };
        Assert.Empty(World.Price(World.Entry(801m), [World.Mfn("Free"), small]).NotApplied);
        Assert.Single(World.Price(World.Entry(800m), [World.Mfn("Free"), small]).NotApplied);
    }

    private static Measure[] InTransit() =>
    [
        World.Mfn("4.2%"),
        World.Extra("baseline", "10%", "reciprocal"),
        World.Extra("country", "32%", "reciprocal") with
        {
            Precedence = 1, Conditions = [Condition.Of("loaded_on", FactOperator.AtLeast, "2025-04-09", WhenAbsent.Unknown, "goods in transit before 2025-04-09")],
        },
    ];

    private static Measure Asking(string name, string duty, string usmca) => World.Extra(name, duty, "asking") with
    {
        Conditions = [Condition.Of("usmca_originating", FactOperator.EqualTo, usmca, WhenAbsent.Unknown, "USMCA")],
    };
}
