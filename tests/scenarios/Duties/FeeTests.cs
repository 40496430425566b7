using System.Globalization;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>The fees of an entry into the United States beside its duty: merchandise processing and harbour maintenance.</summary>
[Collection(World.Collection)]
public class FeeTests(World world)
{
    /// <summary>Entries with their value, and the processing and harbour fees that they owe (19 CFR 24.23 and 24.24).</summary>
    public static readonly TheoryData<string, string, string, string, string, string, string> Entries = new()
    {
        { "F1", "2025-10-15", "10000", "ocean", "JP", "34.64", "12.50" },
        { "F2", "2025-10-15", "5000", "ocean", "JP", "33.58", "6.25" },
        { "F3", "2025-10-15", "1000000", "ocean", "JP", "651.50", "1250.00" },
        { "F4", "2025-09-30", "1000000", "air", "JP", "634.62", "0" },
        { "F5", "2025-10-15", "100000", "truck", "CA", "0", "0" },
        { "F6 rounds", "2025-10-15", "188077", "air", "JP", "651.50", "0" },
        { "F6 capped", "2025-10-15", "188078", "air", "JP", "651.50", "0" },
        { "F7 minimum", "2025-10-15", "9693", "air", "JP", "33.58", "0" },
        { "F7 above", "2025-10-15", "9700", "air", "JP", "33.60", "0" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public Task Charged(string id, string on, string value, string transport, string origin, string processing, string harbour) =>
        CheckAsync(world.Session, id, on, value, transport, origin, processing, harbour);

    /// <summary>Prices an entry and fails where its fees are others.</summary>
    internal static async Task CheckAsync(Session session, string id, string on, string value, string transport, string origin, string processing, string harbour)
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
        var result = (await session.Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = session.Read })).Result;
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
