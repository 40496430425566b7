using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Scenarios.Facts;

namespace GeoGraph.Scenarios.Duties;

/// <summary>Duties that several laws make up together.</summary>
[Collection(World.Collection)]
public class AlgebraTests(World world)
{
    [Fact]
    public async Task Steel_goods_from_china_pay_three_laws_and_are_left_out_of_a_fourth()
    {
        var result = await PriceAsync("CN", "7326.90.86.88", "14172.00", "2026-03-02");
        Assert.Equal(
            [("us-column-1", "410.99"), ("us-s232-steel", "7086.00"), ("us-s301", "3543.00")],
            result.Lines.Select(l => (Family(l), l.Amount)).Order());
        Assert.Equal("11039.99", result.TotalDuty);
        Assert.Equal(77.90m, decimal.Round(FactCheck.Decimal(result.EffectiveRatePercent), 2, MidpointRounding.AwayFromZero));
        Assert.Contains(result.NotApplied, n => n.Measure.Authority == "us-s122");
    }

    [Theory]
    [InlineData("8703.23.01", "12.5")]
    [InlineData("8703.80.00", "12.5")]
    public async Task A_floor_tops_the_ordinary_duty_up(string hs, string topUp)
    {
        var result = await PriceAsync("JP", hs, "100000", "2025-10-01");
        Assert.Contains(result.Lines, l => l.Expression == "floor 15%" && FactCheck.Decimal(l.RatePercent) == FactCheck.Decimal(topUp));
        Assert.Equal("15000.00", result.TotalDuty);
    }

    [Theory]
    [InlineData("7208.10", "2025-03-01", false, "0.00")]
    [InlineData("7208.10", "2025-04-10", false, "25000.00")]
    [InlineData("8703.23", "2025-04-08", true, "0.00")]
    [InlineData("8703.23", "2025-04-09", false, "31100.00")]
    [InlineData("8703.23", "2025-04-09", true, "21250.00")]
    public async Task Canada_answers_with_duties_of_its_own(string hs, string on, bool originating, string total)
    {
        var entry = new Entry { ImporterId = "state:CA", OriginId = "state:US", Hs = hs, CustomsValue = "100000", EntryDate = FactCheck.DayOf(on), Facts = { ["usmca_originating"] = originating ? "true" : "false" } };
        var result = (await world.Session.Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = world.Session.Read })).Result;
        Assert.Equal((Outcome.Determined, total), (result.Outcome, result.TotalDuty));
    }

    private static string Family(DutyLine line) =>
        line.Measure.Authority.StartsWith("us-s232-steel", StringComparison.Ordinal) ? "us-s232-steel" : line.Measure.Authority;

    private async Task<DutyResult> PriceAsync(string origin, string hs, string value, string on)
    {
        var entry = new Entry { ImporterId = "state:US", OriginId = "state:" + origin, Hs = hs, CustomsValue = value, EntryDate = FactCheck.DayOf(on) };
        return (await world.Session.Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = world.Session.Read })).Result;
    }
}
