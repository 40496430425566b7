namespace GeoGraph.Neo4jDriver.Tests.PackStream;

/// <summary>
/// Bytes as the PackStream specification gives them (Neo4j Bolt protocol documentation, chapters "PackStream" and
/// "Structure semantics", version 1 of the format and structures of Bolt 5).
/// </summary>
public sealed class GoldenBytesTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "C0" },
        { false, "C2" },
        { true, "C3" },
        { 1L, "01" },
        { 42L, "2A" },
        { 127L, "7F" },
        { -1L, "FF" },
        { -16L, "F0" },
        { -17L, "C8EF" },
        { -128L, "C880" },
        { 128L, "C90080" },
        { -129L, "C9FF7F" },
        { 1234L, "C904D2" },
        { 32_767L, "C97FFF" },
        { -32_768L, "C98000" },
        { 32_768L, "CA00008000" },
        { -32_769L, "CAFFFF7FFF" },
        { 2_147_483_647L, "CA7FFFFFFF" },
        { -2_147_483_648L, "CA80000000" },
        { 2_147_483_648L, "CB0000000080000000" },
        { long.MinValue, "CB8000000000000000" },
        { long.MaxValue, "CB7FFFFFFFFFFFFFFF" },
        { 1.23, "C13FF3AE147AE147AE" },
        { 6.283185307179586, "C1401921FB54442D18" },
        { -1.1, "C1BFF199999999999A" },
        { "", "80" },
        { "A", "8141" },
        { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "D01A4142434445464748494A4B4C4D4E4F505152535455565758595A" },
        { "Größenmaßstäbe", "D0124772C3B6C39F656E6D61C39F7374C3A46265" },
        { Array.Empty<byte>(), "CC00" },
        { new byte[] { 1, 2, 3 }, "CC03010203" },
        { new List<object?>(), "90" },
        { new List<object?> { 1L, 2L, 3L }, "93010203" },
        { new List<object?> { 1L, 2.0, "three" }, "9301C14000000000000000857468726565" },
        { new Dictionary<string, object?>(), "A0" },
        { new Dictionary<string, object?> { ["one"] = "eins" }, "A1836F6E658465696E73" },
        { new LocalDate(1970, 1, 2), "B14401" },
        { new LocalDate(2026, 11, 22), "B144C9512B" },
        { new LocalTime(0, 0, 0, 127), "B1747F" },
        { new OffsetTime(1, 0, 0, 3600), "B254CB0000034630B8A000C90E10" },
        { new LocalDateTime(1970, 1, 1, 0, 1, 40, 5), "B2646405" },
        { new ZonedDateTime(1970, 1, 1, 1, 0, 0, 9, Zone.Of(3600)), "B3490009C90E10" },
        { new ZonedDateTime(0, 9, Zone.Of("Asia/Taipei")), "B36900098B417369612F546169706569" },
        { new Duration(14, 3, -1, 500_000_000), "B4450E03FFCA1DCD6500" },
        { new Point(7203, 1.0, 2.0), "B358C91C23C13FF0000000000000C14000000000000000" },
        { new Point(9157, 1.0, 2.0, 3.0), "B459C923C5C13FF0000000000000C14000000000000000C14008000000000000" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_written_as_these_bytes_and_read_from_them(object? value, string hexadecimal)
    {
        Assert.Equal(hexadecimal, Convert.ToHexString(Wire.Bytes(value)));
        Assert.Equal(value, Wire.Read(Convert.FromHexString(hexadecimal)));
    }

    [Fact]
    public void Sizes_of_more_than_fifteen_take_one_two_or_four_bytes()
    {
        Assert.Equal("D428", Head(new List<object?>(Enumerable.Repeat<object?>(1L, 40)), 2));
        Assert.Equal("D50100", Head(new List<object?>(Enumerable.Repeat<object?>(1L, 256)), 3));
        Assert.Equal("D600010000", Head(new List<object?>(Enumerable.Repeat<object?>(1L, 65_536)), 5));
        Assert.Equal("D5FFFF", Head(new List<object?>(Enumerable.Repeat<object?>(1L, 65_535)), 3));
        Assert.Equal("D1FFFF", Head(new string('x', 65_535), 3));
        Assert.Equal("D200010000", Head(new string('x', 65_536), 5));
        Assert.Equal("CD0100", Head(new byte[256], 3));
        Assert.Equal("CE00010000", Head(new byte[65_536], 5));
        Assert.Equal("D81A", Head(Enumerable.Range(0, 26).ToDictionary(i => $"{(char)('A' + i)}", i => (object?)(long)i), 2));
        Assert.Equal("D90100", Head(Enumerable.Range(0, 256).ToDictionary(i => $"{i}", i => (object?)(long)i), 3));
    }

    [Fact]
    public void An_integer_is_read_from_any_form_that_holds_it()
    {
        foreach (var form in new[] { "2A", "C82A", "C9002A", "CA0000002A", "CB000000000000002A" })
            Assert.Equal(42L, Wire.Read(Convert.FromHexString(form)));
    }

    [Fact]
    public void A_node_is_read()
    {
        var node = Assert.IsAssignableFrom<INode>(Wire.Read(Convert.FromHexString(
            "B44E0392874578616D706C65844E6F6465A1846E616D65876578616D706C6586616263313233")));
        Assert.Equal(["Example", "Node"], node.Labels);
        Assert.Equal("example", node["name"]);
        Assert.Equal("abc123", node.ElementId);
    }

    [Fact]
    public void A_relationship_is_read()
    {
        var relationship = Assert.IsAssignableFrom<IRelationship>(Wire.Read(Convert.FromHexString(
            "B8520B0203854B4E4F5753A1846E616D65876578616D706C65866162633132338664656634353686676869373839")));
        Assert.Equal("KNOWS", relationship.Type);
        Assert.Equal("example", relationship.Get<string>("name"));
        Assert.Equal(("abc123", "def456", "ghi789"), (relationship.ElementId, relationship.StartNodeElementId, relationship.EndNodeElementId));
    }

    [Fact]
    public void A_message_lies_in_a_chunk_behind_its_size_and_before_a_size_of_zero() =>
        Assert.Equal("0003B1712A0000", Convert.ToHexString(Wire.Sent(writer => writer.Write(42L))));

    private static string Head(object? value, int size) => Convert.ToHexString(Wire.Bytes(value).AsSpan(0, size));
}
