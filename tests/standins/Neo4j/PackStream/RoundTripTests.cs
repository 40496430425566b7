using FsCheck;
using FsCheck.Fluent;

namespace GeoGraph.Neo4jDriver.Tests.PackStream;

public sealed class RoundTripTests
{
    private static readonly FsCheck.Config Few = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Any_value_is_read_as_it_was_written() =>
        Prop.ForAll(Values.Any.ToArbitrary(), value => Assert.Equal(value, Wire.Read(Wire.Bytes(value)))).Check(Few);

    [Fact]
    public void Integers_take_the_shortest_form_that_holds_them() =>
        Prop.ForAll(Values.Integer().ToArbitrary(), number => Wire.Bytes(number).Length == number switch
        {
            >= -16 and <= 127 => 1,
            >= sbyte.MinValue and <= sbyte.MaxValue => 2,
            >= short.MinValue and <= short.MaxValue => 3,
            >= int.MinValue and <= int.MaxValue => 5,
            _ => 9,
        }).Check(Few);

    // Chunks and pieces of the network end anywhere, also within the size of a chunk.
    [Fact]
    public void Messages_are_the_same_however_the_bytes_arrive()
    {
        var values = Values.Any.ListOf(5);
        var pieces = Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 70_000)).ArrayOf(8);
        Prop.ForAll(values.Zip(pieces).ToArbitrary(), both =>
        {
            var (sent, sizes) = both;
            byte[] stream = [.. sent.SelectMany(value => Wire.Sent(writer => writer.Write(value)))];
            Assert.Equal(sent, Wire.Messages(stream, sizes).Select(message => Wire.Read(message[2..])));
        }).Check(Few);
    }

    [Theory]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(131_000)]
    [InlineData(131_068)]
    [InlineData(131_069)]
    [InlineData(20_000_000)]
    public void A_text_longer_than_a_chunk_is_whole(int length)
    {
        var text = string.Create(length, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + i % 23);
        });
        var stream = Wire.Sent(writer => writer.Write(text));
        Assert.Equal(text, Wire.Read(Wire.Messages(stream, 50_000).Single()[2..]));
    }

    [Fact]
    public void A_million_items_are_read_as_they_were_written()
    {
        var items = Enumerable.Range(0, 1_000_000).Select(number => (object?)(long)number).ToList();
        Assert.True(items.SequenceEqual(Assert.IsType<List<object?>>(Wire.Read(Wire.Bytes(items)))));
    }

    [Fact]
    public void Empty_chunks_between_messages_are_signs_of_life_and_no_messages()
    {
        byte[] stream = [0, 0, 0, 0, .. Wire.Sent(writer => writer.Write(1L)), 0, 0, .. Wire.Sent(writer => writer.Write(2L)), 0, 0];
        Assert.Equal([1L, 2L], Wire.Messages(stream, 1).Select(message => Wire.Read(message[2..])));
    }

    [Fact]
    public void Types_of_NET_become_those_of_Cypher()
    {
        Assert.Equal(new LocalDate(2026, 11, 22), Sent(new DateOnly(2026, 11, 22)));
        Assert.Equal(new LocalTime(1, 2, 3), Sent(new TimeOnly(1, 2, 3)));
        Assert.Equal(new LocalTime(1, 2, 3), Sent(new TimeSpan(1, 2, 3)));
        Assert.Equal(new LocalDateTime(2026, 11, 22, 1, 2, 3), Sent(new DateTime(2026, 11, 22, 1, 2, 3, DateTimeKind.Utc)));
        Assert.Equal(new ZonedDateTime(2026, 11, 22, 1, 2, 3, Zone.Of(28_800)), Sent(new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.FromHours(8))));
        Assert.Equal("x", Sent('x'));
        Assert.Equal(-5L, Sent((sbyte)-5));
        Assert.Equal(7L, Sent((short)7));
        Assert.Equal(1.5, Sent(1.5f));
        Assert.Equal(new object[] { 1L, 2L }, Sent(new[] { 1, 2 }));
        Assert.Equal(new object[] { "a", "b" }, Sent(new HashSet<string> { "a", "b" }));
        Assert.Equal(new object[] { 1L, 2L, 3L }, Sent(Enumerable.Range(1, 3)));
        Assert.Equal(new Dictionary<string, object?> { ["a"] = 1L }, Sent(new SortedList<string, int> { ["a"] = 1 }));
        Assert.Equal(
            new List<object?> { new Dictionary<string, object?> { ["a"] = "b" } },
            Sent(new List<Dictionary<string, string>> { new() { ["a"] = "b" } }));
    }

    private static object? Sent(object value) => Wire.Read(Wire.Bytes(value));
}
