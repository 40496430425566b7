namespace GeoGraph.Neo4jDriver.Tests.Types;

/// <summary>Values of records as the types that a caller asks for.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Numbers_texts_and_flags_become_one_another()
    {
        Assert.Equal(42, ((object)42L).As<int>());
        Assert.Equal((short)42, ((object)42L).As<short>());
        Assert.Equal(42.0, ((object)42L).As<double>());
        Assert.Equal(42m, ((object)42L).As<decimal>());
        Assert.Equal("42", ((object)42L).As<string>());
        Assert.Equal("1.5", ((object)1.5).As<string>());
        Assert.Equal(42L, ((object)"42").As<long>());
        Assert.Equal(1.5f, ((object)1.5).As<float>());
        Assert.True(((object)true).As<bool>());
    }

    [Fact]
    public void Null_becomes_null_or_the_default_and_no_number()
    {
        object? nothing = null;
        Assert.Null(nothing.As<string>());
        Assert.Null(nothing.As<int?>());
        Assert.Null(nothing.As<List<int>>());
        Assert.Equal(7, nothing.As(7));
        Assert.Equal(5, ((object)5L).As(7));
        Assert.Throws<InvalidCastException>(() => nothing.As<int>());
    }

    [Fact]
    public void A_number_too_large_and_a_text_that_is_none_are_refused()
    {
        Assert.Throws<OverflowException>(() => ((object)long.MaxValue).As<int>());
        Assert.Throws<FormatException>(() => ((object)"x").As<int>());
        Assert.Throws<InvalidCastException>(() => ((object)new List<object> { 1L }).As<int>());
        Assert.Throws<InvalidCastException>(() => ((object)1L).As<List<int>>());
    }

    [Fact]
    public void Lists_and_maps_are_converted_with_all_that_they_hold()
    {
        object list = new List<object?> { 1L, 2L };
        Assert.Equal([1, 2], list.As<List<int>>());
        Assert.Equal([1, 2], list.As<IReadOnlyList<int>>());
        Assert.Equal([1, 2], list.As<IEnumerable<int>>());
        Assert.Equal(["1", "2"], list.As<string[]>());
        Assert.Same(list, list.As<List<object>>());
        object map = new Dictionary<string, object?> { ["a"] = new List<object?> { 1L }, ["b"] = new List<object?>() };
        Assert.Equal([1], map.As<Dictionary<string, List<int>>>()["a"]);
        Assert.Empty(map.As<IReadOnlyDictionary<string, IList<int>>>()["b"]);
    }

    [Fact]
    public void Dates_and_times_become_those_of_NET()
    {
        Assert.Equal(new DateOnly(2026, 11, 22), ((object)new LocalDate(2026, 11, 22)).As<DateOnly>());
        Assert.Equal(new DateTime(2026, 11, 22), ((object)new LocalDate(2026, 11, 22)).As<DateTime?>());
        Assert.Equal(new TimeOnly(1, 2, 3), ((object)new LocalTime(1, 2, 3)).As<TimeOnly>());
        Assert.Equal(new TimeSpan(1, 2, 3), ((object)new LocalTime(1, 2, 3)).As<TimeSpan>());
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5), ((object)new LocalDateTime(2026, 1, 2, 3, 4, 5)).As<DateTime>());
        Assert.Equal(DateTimeOffset.UnixEpoch, ((object)new ZonedDateTime(0, 0, Zone.Of(0))).As<DateTimeOffset>());
        Assert.Equal("2026-11-22", ((object)new LocalDate(2026, 11, 22)).As<string>());
        Assert.Throws<InvalidCastException>(() => ((object)new LocalDate(2026, 11, 22)).As<int>());
    }
}
