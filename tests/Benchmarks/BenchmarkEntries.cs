using System.Globalization;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Benchmarks;

/// <summary>The entries that are priced. No two that follow one another have the same value.</summary>
internal static class BenchmarkEntries
{
    private static readonly string[] Codes = ["8457.10.00", "8542.31.00", "8703.23.01", "8471.30.01", "6109.10.00", "7208.10.15", "8507.60.00", "9403.60.80"];
    private static readonly string[] Origins = ["state:TW", "state:CN", "state:JP", "state:DE", "state:MX", "state:KR", "state:VN", "state:GB"];

    /// <summary>One kind of goods from one origin on one date.</summary>
    public static Entry One(int number) => Of("8457.10.00", "state:TW", number);

    /// <summary>64 kinds of goods and origins, 28 dates of one month.</summary>
    public static Entry Mixed(int number) => Of(Codes[number % 8], Origins[number / 8 % 8], number, 1 + (number / 64 % 28));

    private static Entry Of(string code, string origin, int number, int day = 15) => new()
    {
        ImporterId = "state:US",
        OriginId = origin,
        Hs = code,
        CustomsValue = (1_000_000 + number).ToString(CultureInfo.InvariantCulture),
        EntryDate = new Google.Type.Date { Year = 2025, Month = 8, Day = day },
    };
}
