using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Bounds of entries that do not state what they contain: a customs value of 1,000 has room for contents of 1,000 and no more.</summary>
public sealed class ContentBoundsTests
{
    private static readonly Measure[] TwoMetals = [World.Mfn("Free"), OnContent("steel", "50%"), OnContent("aluminum", "25%")];

    [Fact]
    public void Two_unknown_contents_share_one_value() => Assert.Equal((0m, 500m), Bounds(TwoMetals));

    [Fact]
    public void A_stated_content_leaves_the_rest() => Assert.Equal((0m, 300m), Bounds(TwoMetals, ("content_value.copper", "400")));

    [Fact]
    public void Where_nothing_is_left_nothing_is_missing()
    {
        var answer = World.Price(World.Entry(facts: ("content_value.copper", "1000")), TwoMetals);
        Assert.Equal((DutyOutcome.Determined, 0m), (answer.Outcome, answer.TotalDuty));
        Assert.Empty(answer.MissingFacts);
    }

    // Steel of 600 or more adds 300; most is owed where aluminium then has just what the 600 leave: 300 + 40% × 400.
    [Fact]
    public void A_content_may_take_just_what_another_leaves()
    {
        var heavy = World.Extra("heavy", "30%", "heavy") with { Conditions = [Condition.Of("content_value.steel", FactOperator.AtLeast, "600", WhenAbsent.Unknown, "light")] };
        Assert.Equal((0m, 460m), Bounds([World.Mfn("Free"), heavy, OnContent("steel", "Free"), OnContent("aluminum", "40%")]));
    }

    // The smallest content is owed something, and so shuts the other duty out though its own amount is next to nothing.
    [Fact]
    public void The_least_is_owed_by_a_content_next_to_nothing_that_shuts_more_out()
    {
        Measure[] measures = [World.Mfn("2%"), OnContent("steel", "25%"), World.Extra("reciprocal", "10%", "reciprocal")];
        var answer = World.Price(World.Entry(), measures, World.Rule("whole", StackingKind.Excludes, "steel", "reciprocal"));
        Assert.Equal((20m, 270m), (answer.Lowest!.Total, answer.Highest!.Total));
        Assert.Equal(["content_value.steel"], answer.MissingFacts);
    }

    private static Measure OnContent(string content, string duty) => World.Extra(content, duty, content) with
    {
        Base = DutyBase.OnContent(content),
        Conditions = [Condition.Of("content_value." + content, FactOperator.Greater, "0", WhenAbsent.Unknown, "none of it")],
    };

    private static (decimal, decimal) Bounds(Measure[] measures, params (string, string)[] facts)
    {
        var answer = World.Price(World.Entry(facts: facts), measures);
        Assert.Equal(DutyOutcome.Conditional, answer.Outcome);
        return (answer.Lowest!.Total, answer.Highest!.Total);
    }
}
