using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>An applied rate above the bound one breaches it: a > b.</summary>
public sealed class BoundRateTests : ClausesTest
{
    [Theory]
    [InlineData("3.9%", "the ordinary duty", "4", "1.00")]
    [InlineData("4%", null, null, null)]
    [InlineData("5%", null, null, null)]
    public async Task An_ordinary_duty_above_its_bound_is_said_to_breach_it(string bound, string? what, string? applied, string? excess)
    {
        var token = await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%"), Law("bound", MeasureType.BoundRate, bound, authority: "us-wto"));
        var result = await PriceAsync(Goods("1000"), token);
        Assert.Equal("40.00", result.TotalDuty);
        Assert.DoesNotContain(result.NotApplied, left => left.Measure.Id == "measure:bound");
        var breach = result.Breaches.SingleOrDefault();
        Assert.Equal((applied, excess), (breach?.AppliedPercent, breach?.Excess));
        if (what is not null)
            Assert.StartsWith(what, breach!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duties_in_all_are_told_apart_from_the_ordinary_duty()
    {
        var token = await WriteRecordsAsync(
            Law("mfn", MeasureType.ThirdCountryDuty, "4%"), Law("extra", MeasureType.AdditionalDuty, "10%", authority: "us-x"), Law("bound", MeasureType.BoundRate, "5%", authority: "us-wto"));
        var breach = Assert.Single((await PriceAsync(Goods("1000"), token)).Breaches);
        Assert.Equal(("measure:bound", "5", "14", "90.00"), (breach.Measure.Id, breach.BoundPercent, breach.AppliedPercent, breach.Excess));
        Assert.StartsWith("the duties in all", breach.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_by_quantity_that_the_entry_does_not_state_says_nothing()
    {
        var token = await WriteRecordsAsync(Law("mfn", MeasureType.ThirdCountryDuty, "4%"), Law("bound", MeasureType.BoundRate, "1¢/kg", authority: "us-wto"));
        Assert.Empty((await PriceAsync(Goods("1000"), token)).Breaches);
        Assert.Equal("39.90", Assert.Single((await PriceAsync(Goods("1000", quantities: ("kg", "10")), token)).Breaches).Excess);
    }
}
