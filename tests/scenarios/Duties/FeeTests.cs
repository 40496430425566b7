using System.Globalization;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>The fees of an entry into the United States beside its duty: merchandise processing and harbour maintenance.</summary>
[Collection(World.Collection)]
public sealed class FeeTests(World world)
{
    [Theory]
    [InlineData("F1", "2025-10-15", "10000", "ocean", "JP", "34.64", "12.50")]
    [InlineData("F2", "2025-10-15", "5000", "ocean", "JP", "33.58", "6.25")]
    [InlineData("F3", "2025-10-15", "1000000", "ocean", "JP", "651.50", "1250.00")]
    [InlineData("F4", "2025-09-30", "1000000", "air", "JP", "634.62", "0")]
    [InlineData("F5", "2025-10-15", "100000", "truck", "CA", "0", "0")]
    [InlineData("F6 rounds", "2025-10-15", "188077", "air", "JP", "651.50", "0")]
    [InlineData("F6 capped", "2025-10-15", "188078", "air", "JP", "651.50", "0")]
    [InlineData("F7 minimum", "2025-10-15", "9693", "air", "JP", "33.58", "0")]
    [InlineData("F7 above", "2025-10-15", "9700", "air", "JP", "33.60", "0")]
    public async Task Charged(string id, string on, string value, string transport, string origin, string processing, string harbour)
    {
        var entry = new Entry
        {
            Id = id,
            ImporterId = "state:US",
            OriginId = "state:" + origin,
            Hs = "8457.10.00",
            CustomsValue = value,
            EntryDate = Facts.FactCheck.DayOf(on),
            Facts = { ["transport"] = transport, ["usmca_originating"] = origin == "CA" ? "true" : "false" },
        };
        var result = (await world.Session.Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = world.Session.Read })).Result;
        var (expectedProcessing, expectedHarbour) = (Decimal(processing), Decimal(harbour));
        Assert.Equal(expectedProcessing, Sum(result, "measure:us-mpf-"));
        Assert.Equal(expectedHarbour, Sum(result, "measure:us-hmf"));
        Assert.Equal(expectedProcessing + expectedHarbour, Decimal(result.TotalCharges));
        Assert.Equal(Decimal(value) + Decimal(result.TotalDuty) + Decimal(result.TotalCharges), Decimal(result.LandedCost));
    }

    private static decimal Sum(DutyResult result, string measure) =>
        result.Charges.Where(c => c.Measure.Id.StartsWith(measure, StringComparison.Ordinal)).Sum(c => Decimal(c.Amount));

    private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
