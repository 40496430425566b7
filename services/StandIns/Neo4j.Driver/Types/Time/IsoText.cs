using System.Globalization;

namespace Neo4j.Driver.Internal.Types;

/// <summary>Dates and times as ISO 8601 writes them.</summary>
internal static class IsoText
{
    public static string Date(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}-{day:00}");

    public static string Time(int hour, int minute, int second, int nanosecond)
    {
        var fraction = nanosecond == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{nanosecond:000000000}");
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}{fraction}");
    }

    public static string Offset(int seconds)
    {
        if (seconds == 0)
            return "Z";
        var size = Math.Abs(seconds);
        var rest = size % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}{rest}");
    }

    public static string Duration(long months, long days, long seconds, int nanos)
    {
        // A negative second with nanoseconds lies between two whole seconds: -1 s and 500 ms is -0.5 s.
        var total = new decimal(seconds) + nanos / 1_000_000_000m;
        return string.Create(CultureInfo.InvariantCulture, $"P{months}M{days}DT{total:0.#########}S");
    }

    private static string Year(int year) => year is >= 0 and <= 9999
        ? year.ToString("0000", CultureInfo.InvariantCulture)
        : year.ToString("+000000000;-000000000", CultureInfo.InvariantCulture);
}
