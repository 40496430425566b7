using Neo4j.Driver.Internal.Types;

namespace GeoGraph.Neo4jDriver.Tests.Types;

/// <summary>Dates and times. The farthest dates are those of java.time.LocalDate (MIN and MAX), which Neo4j keeps dates in.</summary>
public sealed class TemporalTests
{
    [Theory]
    [InlineData(-999_999_999, 1, 1, -365_243_219_162)]
    [InlineData(999_999_999, 12, 31, 365_241_780_471)]
    [InlineData(0, 1, 1, -719_528)]
    [InlineData(0, 2, 29, -719_469)]
    [InlineData(-1, 12, 31, -719_529)]
    public void Dates_beyond_those_of_NET_have_their_day(int year, int month, int day, long epochDay)
    {
        Assert.Equal(epochDay, new LocalDate(year, month, day).EpochDay);
        Assert.Equal(new LocalDate(year, month, day), Temporal.DateOfEpochDay(epochDay));
    }

    [Fact]
    public void Dates_of_NET_have_the_day_that_NET_gives_them()
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        for (var number = 0; number <= DateOnly.MaxValue.DayNumber; number += number % 97 + 1)
        {
            var date = DateOnly.FromDayNumber(number);
            Assert.Equal(number - epoch, new LocalDate(date).EpochDay);
            Assert.Equal(date, Temporal.DateOfEpochDay(number - epoch).ToDateOnly());
        }
    }

    [Theory]
    [InlineData(2025, 2, 29)]
    [InlineData(1900, 2, 29)]
    [InlineData(2026, 4, 31)]
    [InlineData(2026, 13, 1)]
    [InlineData(1_000_000_000, 1, 1)]
    public void Days_that_there_are_not_are_refused(int year, int month, int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalDate(year, month, day));

    [Fact]
    public void Values_are_written_as_ISO_8601_does()
    {
        Assert.Equal("2026-11-22", new LocalDate(2026, 11, 22).ToString());
        Assert.Equal("-000000044-03-15", new LocalDate(-44, 3, 15).ToString());
        Assert.Equal("01:02:03.000000004", new LocalTime(1, 2, 3, 4).ToString());
        Assert.Equal("01:02:03-05:30", new OffsetTime(1, 2, 3, -19_800).ToString());
        Assert.Equal("2026-11-22T01:02:03", new LocalDateTime(2026, 11, 22, 1, 2, 3).ToString());
        Assert.Equal("2026-11-22T01:02:03Z", new ZonedDateTime(2026, 11, 22, 1, 2, 3, Zone.Of(0)).ToString());
        Assert.Equal("2026-11-22T01:02:03+08:00[Asia/Taipei]", new ZonedDateTime(2026, 11, 22, 1, 2, 3, Zone.Of("Asia/Taipei")).ToString());
        Assert.Equal("P14M3DT-0.5S", new Duration(14, 3, -1, 500_000_000).ToString());
    }

    [Fact]
    public void A_moment_in_a_zone_is_that_of_its_clock()
    {
        var summer = new ZonedDateTime(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), "Europe/Berlin");
        Assert.Equal((14, 7_200), (summer.Hour, summer.OffsetSeconds));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 14, 0, 0, TimeSpan.FromHours(2)), summer.ToDateTimeOffset());
        var winter = new ZonedDateTime(2026, 1, 1, 12, 0, 0, Zone.Of("Europe/Berlin"));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 11, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), winter.UtcSeconds);
    }

    [Fact]
    public void A_zone_that_is_not_known_here_keeps_its_moment_and_name()
    {
        var moment = new ZonedDateTime(1_000, 5, Zone.Of("Mars/Olympus"));
        Assert.Equal((1_000, 5, "Mars/Olympus"), (moment.UtcSeconds, moment.Nanosecond, Assert.IsType<ZoneId>(moment.Zone).Id));
        Assert.Throws<TimeZoneNotFoundException>(() => moment.Hour);
    }

    [Fact]
    public void Moments_before_1970_keep_their_nanoseconds()
    {
        var moment = new ZonedDateTime(new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        Assert.Equal((-1, 999_000_000), (moment.UtcSeconds, moment.Nanosecond));
        Assert.Equal("1969-12-31T23:59:59.999000000Z", moment.ToString());
    }

    [Fact]
    public void What_NET_cannot_hold_is_refused_and_not_rounded()
    {
        Assert.Throws<ValueOverflowException>(() => new LocalDate(10_000, 1, 1).ToDateOnly());
        Assert.Throws<ValueTruncationException>(() => new LocalTime(1, 2, 3, 4).ToTimeSpan());
        Assert.Throws<ValueTruncationException>(() => new LocalDateTime(2026, 1, 1, 1, 2, 3, 4).ToDateTime());
        Assert.Throws<ValueTruncationException>(() => new ZonedDateTime(0, 0, Zone.Of(1)).ToDateTimeOffset());
    }

    [Fact]
    public void Values_are_in_the_order_of_time()
    {
        Assert.True(new LocalDate(2026, 11, 22) < new LocalDate(2026, 12, 1));
        Assert.True(new OffsetTime(1, 0, 0, 3_600) < new OffsetTime(1, 0, 0, 0));
        Assert.True(new ZonedDateTime(2026, 1, 1, 1, 0, 0, Zone.Of(3_600)) >= new ZonedDateTime(2026, 1, 1, 0, 0, 0, Zone.Of(0)));
        Assert.NotEqual(new ZonedDateTime(2026, 1, 1, 1, 0, 0, Zone.Of(3_600)), new ZonedDateTime(2026, 1, 1, 0, 0, 0, Zone.Of(0)));
        Assert.True(new Duration(1, 0, 0, 0) > new Duration(0, 30, 0, 0));
        Assert.True(new Duration(long.MaxValue, long.MaxValue, long.MaxValue, 0) > new Duration(0));
        Assert.Equal(1, new LocalDate(2026, 1, 1).CompareTo((object?)null));
        Assert.Throws<ArgumentException>(() => new LocalDate(2026, 1, 1).CompareTo("2026-01-01"));
    }
}
