using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class EntryBoundsTests
{
    [Theory]
    [InlineData("Totals")]
    [InlineData("Lines")]
    [InlineData("Whole")]
    public void A_duty_that_cannot_be_told_in_percent_of_the_value_is_refused_however_much_is_told(string detail)
    {
        var calculator = new DutyCalculator(World.Compile([World.Mfn("$5/kg")]));
        var entry = World.Entry(0.000_000_000_000_000_000_000_000_001m) with { Quantities = new Dictionary<string, decimal> { ["kg"] = 1_000_000m } };
        var refused = Assert.Throws<GeoGraphException>(() => calculator.Calculate(entry, DutyQuestion.Settled, Enum.Parse<AnswerDetail>(detail)));
        Assert.Equal("customs_value", Assert.Single(refused.Violations).Field);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_fact_has_a_name_and_a_value_of_bounded_length(int length, bool isTaken)
    {
        var violations = new Violations();
        var text = new string('x', length);
        EntryRules.Check(World.Entry(facts: [("short", text), (text, "short")]), World.Compile([World.Mfn("5%")]), violations);
        Assert.Equal(isTaken ? 0 : 2, violations.Found.Count);
        Assert.All(violations.Found, violation => Assert.True(violation.Field.Length < 300));
    }
}
