using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Core;

public sealed class ValidPeriodTests
{
    private static readonly Gen<DateOnly?> Dates = Gen.Choose(0, 12).Select(i => i == 0 ? (DateOnly?)null : new DateOnly(2025, 1, i));

    private static readonly Gen<ValidPeriod> Periods =
        Dates.Two().Where(pair => pair.Item1 is null || pair.Item2 is null || pair.Item1 < pair.Item2).Select(pair => new ValidPeriod(pair.Item1, pair.Item2));

    [Fact]
    public void Period_that_does_not_end_after_its_start_is_refused()
    {
        var day = new DateOnly(2025, 6, 1);
        Assert.Throws<ArgumentException>(() => new ValidPeriod(day, day));
        Assert.Contains("2025-05-31", Assert.Throws<ArgumentException>(() => new ValidPeriod(day, day.AddDays(-1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void First_date_is_in_and_last_is_out()
    {
        var period = new ValidPeriod(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 3));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(i => period.Contains(new DateOnly(2024, 12, 31).AddDays(i))));
    }

    [Fact]
    public void Always_contains_every_date()
    {
        Assert.True(ValidPeriod.Always.Contains(DateOnly.MinValue));
        Assert.True(ValidPeriod.Always.Contains(DateOnly.MaxValue));
        Assert.Equal(default, ValidPeriod.Always);
    }

    [Fact]
    public void Periods_that_only_touch_do_not_overlap()
    {
        var (start, middle, end) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1), new DateOnly(2025, 3, 1));
        Assert.False(new ValidPeriod(start, middle).Overlaps(new ValidPeriod(middle, end)));
        Assert.True(new ValidPeriod(start, middle.AddDays(1)).Overlaps(new ValidPeriod(middle, end)));
    }

    [Fact]
    public void Overlap_is_a_shared_date() => Properties.Holds(Periods.Two(), pair =>
        pair.Item1.Overlaps(pair.Item2) == Enumerable.Range(0, 20).Select(i => new DateOnly(2024, 12, 28).AddDays(i)).Any(day => pair.Item1.Contains(day) && pair.Item2.Contains(day)));

    [Fact]
    public void Overlap_goes_both_ways() => Properties.Holds(Periods.Two(), pair => pair.Item1.Overlaps(pair.Item2) == pair.Item2.Overlaps(pair.Item1));

    [Fact]
    public void Text_shows_both_bounds()
    {
        Assert.Equal("[2025-01-01, ..)", new ValidPeriod(new DateOnly(2025, 1, 1), null).ToString());
        Assert.Equal("[.., 2025-01-01)", new ValidPeriod(null, new DateOnly(2025, 1, 1)).ToString());
    }
}
