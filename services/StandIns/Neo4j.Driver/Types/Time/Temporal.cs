using System.Globalization;
using System.Numerics;

namespace Neo4j.Driver.Internal.Types;

/// <summary>Arithmetic on dates and times of the proleptic Gregorian calendar, years −999 999 999 to 999 999 999.</summary>
internal static class Temporal
{
    public const int YearMax = 999_999_999;
    public const long NanosPerSecond = 1_000_000_000;
    public const long SecondsPerDay = 86_400;
    public const long NanosPerDay = NanosPerSecond * SecondsPerDay;

    /// <summary>The largest distance of a zone from UTC, in seconds.</summary>
    public const int OffsetMax = 64_800;

    private const int NanosPerTick = 100;
    private const long DaysPerEra = 146_097;
    private const long DaysToEpoch = 719_468;

    /// <summary>Days from 1970-01-01. Years are counted from March, so that the leap day is the last of its year.</summary>
    public static long EpochDay(int year, int month, int day)
    {
        var marchYear = month > 2 ? (long)year : year - 1L;
        var era = FloorDiv(marchYear, 400);
        var yearOfEra = marchYear - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * DaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DaysToEpoch;
    }

    public static LocalDate DateOfEpochDay(long epochDay)
    {
        if (epochDay is > 400_000_000_000 or < -400_000_000_000)
            throw new ProtocolException($"A date lies {epochDay} days from 1970-01-01, which is beyond the range of dates");
        var shifted = epochDay + DaysToEpoch;
        var era = FloorDiv(shifted, DaysPerEra);
        var dayOfEra = shifted - era * DaysPerEra;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new LocalDate((int)year, month, (int)(dayOfYear - (153 * marchMonth + 2) / 5 + 1));
    }

    public static long NanoOfDay(int hour, int minute, int second, int nanosecond) =>
        ((hour * 60L + minute) * 60 + second) * NanosPerSecond + nanosecond;

    public static LocalTime TimeOfNanoOfDay(long nanos)
    {
        if (nanos is < 0 or >= NanosPerDay)
            throw new ProtocolException($"A time lies {nanos} ns after midnight, which is beyond the day");
        var seconds = (int)(nanos / NanosPerSecond);
        return new LocalTime(seconds / 3600, seconds / 60 % 60, seconds % 60, (int)(nanos % NanosPerSecond));
    }

    public static OffsetTime OffsetTimeOf(long nanoOfDay, long offsetSeconds)
    {
        var time = TimeOfNanoOfDay(nanoOfDay);
        return new OffsetTime(time.Hour, time.Minute, time.Second, time.Nanosecond, Offset(offsetSeconds));
    }

    public static LocalDateTime LocalOf(long epochSecond, long nanosecond)
    {
        var day = FloorDiv(epochSecond, SecondsPerDay);
        var date = DateOfEpochDay(day);
        var second = (int)(epochSecond - day * SecondsPerDay);
        return new LocalDateTime(date.Year, date.Month, date.Day, second / 3600, second / 60 % 60, second % 60, Nanos(nanosecond));
    }

    public static ZonedDateTime Zoned(long utcSecond, long nanosecond, long offsetSeconds) =>
        new(utcSecond, Nanos(nanosecond), Zone.Of(Offset(offsetSeconds)));

    public static ZonedDateTime Zoned(long utcSecond, long nanosecond, string zoneId) =>
        new(utcSecond, Nanos(nanosecond), Zone.Of(zoneId));

    public static Duration DurationOf(long months, long days, long seconds, long nanos) => new(months, days, seconds, Nanos(nanos));

    /// <summary>The nanosecond of the second that the ticks of .NET say.</summary>
    public static int NanosOfTicks(long ticks) => (int)(ticks % TimeSpan.TicksPerSecond) * NanosPerTick;

    /// <summary>The ticks of .NET for a nanosecond.</summary>
    /// <exception cref="ValueTruncationException">The nanosecond is no whole number of ticks.</exception>
    public static long TicksOfNanos(int nanosecond, string target) => nanosecond % NanosPerTick == 0 ? nanosecond / NanosPerTick
        : throw new ValueTruncationException($"Cannot truncate {nanosecond} ns: {target} has steps of {NanosPerTick} ns.");

    public static void Check(long value, long least, long most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Value must be {least} to {most}."));
    }

    public static void CheckDate(int year, int month, int day)
    {
        Check(year, -YearMax, YearMax, nameof(year));
        Check(month, 1, 12, nameof(month));
        Check(day, 1, DaysIn(year, month), nameof(day));
    }

    public static void CheckTime(int hour, int minute, int second, int nanosecond)
    {
        Check(hour, 0, 23, nameof(hour));
        Check(minute, 0, 59, nameof(minute));
        Check(second, 0, 59, nameof(second));
        Check(nanosecond, 0, NanosPerSecond - 1, nameof(nanosecond));
    }

    public static T FloorDiv<T>(T dividend, T divisor)
        where T : IBinaryInteger<T>
    {
        var quotient = dividend / divisor;
        return dividend % divisor < T.Zero ? quotient - T.One : quotient;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int Nanos(long value) => value is >= 0 and < NanosPerSecond ? (int)value
        : throw new ProtocolException($"A nanosecond of the second is {value}, which is beyond the second");

    private static int Offset(long value) => value is >= -OffsetMax and <= OffsetMax ? (int)value
        : throw new ProtocolException($"A time lies {value} s from UTC, which is beyond the range of zones");
}
