using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class AssumptionTests
{
    private static readonly Measure Found = World.Extra("found", "40%", "reciprocal") with
    {
        Precedence = 50,
        Conditions = [Condition.Of("transshipment_found", FactOperator.EqualTo, "true", WhenAbsent.Fails, "not found")],
    };

    [Fact]
    public void A_fact_that_many_tests_read_is_one_assumption()
    {
        string[] letters = ["AU", "KR", "P"];
        var fee = World.Extra("fee", "0.3464%", "fees") with
        {
            Type = MeasureType.Fee,
            Conditions = [.. letters.Select(letter => Condition.Of("special_program", FactOperator.NotEqualTo, letter, WhenAbsent.Holds, "exempt"))],
        };
        var assumption = Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), fee]).Assumptions);
        Assert.Equal("special_program is not stated: it is taken not to be AU, KR or P", assumption.Text);
        Assert.Equal(["measure:fee"], assumption.MeasureIds);
    }

    [Fact]
    public void An_assumption_names_every_measure_that_turns_on_it()
    {
        var loaded = Condition.Of("loaded_on", FactOperator.AtLeast, "2025-08-07", WhenAbsent.Holds, "in transit");
        Measure[] measures = [World.Mfn("Free"), World.Extra("a", "20%", "a") with { Conditions = [loaded] }, World.Extra("b", "40%", "b") with { Conditions = [loaded] }];
        var assumption = Assert.Single(World.Price(World.Entry(), measures).Assumptions);
        Assert.Equal("loaded_on is not stated: it is taken to be at least 2025-08-07", assumption.Text);
        Assert.Equal(["measure:a", "measure:b"], assumption.MeasureIds);
    }

    [Fact]
    public void Of_several_bounds_the_narrowest_is_said()
    {
        var measures = new[] { "2025-04-05", "2025-08-07" }.Select(day => World.Extra("from-" + day, "10%", day) with
        {
            Conditions = [Condition.Of("loaded_on", FactOperator.AtLeast, day, WhenAbsent.Holds, "in transit")],
        });
        Assert.Equal("loaded_on is not stated: it is taken to be at least 2025-08-07", Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), .. measures]).Assumptions).Text);
    }

    [Fact]
    public void What_would_change_nothing_owed_is_not_an_assumption()
    {
        Assert.Equal("transshipment_found", Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), Found]).Assumptions).Fact);
        Assert.Empty(World.Price(World.Entry(), [World.Mfn("Free"), Found with { Duty = "Free" }]).Assumptions);
        var exempt = World.Extra("exempt", "Free", "reciprocal") with { Precedence = 90 };
        Assert.Empty(World.Price(World.Entry(), [World.Mfn("Free"), Found, exempt]).Assumptions);
    }

    [Fact]
    public void A_fact_that_is_stated_or_tried_out_is_not_assumed()
    {
        Assert.Empty(World.Price(World.Entry(facts: ("transshipment_found", "false")), [World.Mfn("Free"), Found]).Assumptions);
        var asking = World.Extra("asking", "1%", "x") with { Conditions = [Condition.Of("transshipment_found", FactOperator.EqualTo, "true", WhenAbsent.Unknown, "not found")] };
        var answer = World.Price(World.Entry(), [World.Mfn("Free"), Found, asking]);
        Assert.Empty(answer.Assumptions);
        Assert.Equal((0m, 410m), (answer.Lowest!.Total, answer.Highest!.Total));
    }

    [Fact]
    public void A_share_and_a_content_that_amounts_rest_on_are_named_with_their_measure()
    {
        var content = World.Extra("steel", "50%", "s232") with { Base = DutyBase.OnContent("steel") };
        var assumption = Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), content]).Assumptions);
        Assert.Equal(("content_value.steel is not stated: the whole value is taken to be that content", "measure:steel"), (assumption.Text, Assert.Single(assumption.MeasureIds)));
        var share = World.Extra("cars", "25%", "autos") with { Base = new DutyBase(DutyBaseKind.ValueLessShare, "us_content_share") };
        Assert.Equal("us_content_share is not stated: it is taken to be 0", Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), share]).Assumptions).Text);
    }

    [Theory]
    [InlineData("Less", "Holds", "to be below 0.15")]
    [InlineData("Less", "Fails", "to be at least 0.15")]
    [InlineData("AtMost", "Holds", "to be at most 0.15")]
    [InlineData("AtMost", "Fails", "to be above 0.15")]
    [InlineData("Greater", "Holds", "to be above 0.15")]
    [InlineData("Greater", "Fails", "to be at most 0.15")]
    [InlineData("AtLeast", "Holds", "to be at least 0.15")]
    [InlineData("AtLeast", "Fails", "to be below 0.15")]
    [InlineData("EqualTo", "Holds", "to be 0.15")]
    [InlineData("NotEqualTo", "Fails", "to be 0.15")]
    [InlineData("EqualTo", "Fails", "not to be 0.15")]
    public void A_test_is_said_the_way_it_is_taken(string comparison, string absent, string words)
    {
        var measure = World.Extra("x", "10%", "x") with
        {
            Conditions = [Condition.Of("metal_weight_share", Enum.Parse<FactOperator>(comparison), "0.15", Enum.Parse<WhenAbsent>(absent), "weight")],
        };
        Assert.Equal("metal_weight_share is not stated: it is taken " + words, Assert.Single(World.Price(World.Entry(), [World.Mfn("Free"), measure]).Assumptions).Text);
    }
}
