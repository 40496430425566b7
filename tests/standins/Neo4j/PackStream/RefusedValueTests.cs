using System.Text;
using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace GeoGraph.Neo4jDriver.Tests.PackStream;

/// <summary>Values that cannot be sent, and bytes that are no values.</summary>
public sealed class RefusedValueTests
{
    public static TheoryData<object, string> Forbidden => new()
    {
        { 1.5m, "System.Decimal" },
        { 1UL, "System.UInt64" },
        { 1U, "System.UInt32" },
        { new object(), "System.Object" },
        { Guid.Empty, "System.Guid" },
        { new Uri("bolt://localhost"), "System.Uri" },
        { DayOfWeek.Monday, "System.DayOfWeek" },
        { new StringBuilder("text"), "System.Text.StringBuilder" },
        { new Node(1, [], [], "1"), "Neo4j.Driver.Internal.Types.Node" },
        { new Dictionary<int, string> { [1] = "a" }, "System.Int32" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_value_that_Cypher_has_no_type_for_is_refused_by_the_name_of_its_type(object value, string type)
    {
        Assert.Contains(type, Assert.Throws<ProtocolException>(() => Wire.Bytes(value)).Message, StringComparison.Ordinal);
        var nested = new Dictionary<string, object?> { ["rows"] = new List<object?> { 1L, new Dictionary<string, object?> { ["deep"] = value } } };
        Assert.Contains(type, Assert.Throws<ProtocolException>(() => Wire.Bytes(nested)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_holds_itself_is_refused()
    {
        var list = new List<object?>();
        list.Add(list);
        Assert.Contains("holds itself", Assert.Throws<ProtocolException>(() => Wire.Bytes(list)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_not_replaced()
    {
        foreach (var text in new[] { "ok\ud800", "ok\udc00!" })
            Assert.Contains("position 2", Assert.Throws<ProtocolException>(() => Wire.Bytes(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_before_a_refused_message_is_sent_as_it_was()
    {
        var writer = new PackStreamWriter();
        writer.BeginMessage(0x71, 1);
        writer.Write(1L);
        writer.EndMessage();
        writer.BeginMessage(0x71, 1);
        Assert.Throws<ProtocolException>(() => writer.Write(new List<object?> { 2L, 1m }));
        writer.AbandonMessage();
        writer.BeginMessage(0x71, 1);
        writer.Write(3L);
        writer.EndMessage();
        Assert.Equal([1L, 3L], Wire.Messages(writer.Pending.ToArray()).Select(message => Wire.Read(message[2..])));
    }

    // Sizes that the message has no room for must not make anything of that size.
    [Theory]
    [InlineData("")]
    [InlineData("C1")]
    [InlineData("CB0000")]
    [InlineData("D2FFFFFFFF41")]
    [InlineData("CE7FFFFFFF41")]
    [InlineData("D67FFFFFFF01")]
    [InlineData("DA7FFFFFFF8141")]
    [InlineData("A101")]
    [InlineData("A18141")]
    [InlineData("C4")]
    [InlineData("DF")]
    [InlineData("B0FF")]
    [InlineData("B24401")]
    [InlineData("B14481")]
    [InlineData("B144CB7FFFFFFFFFFFFFFF")]
    [InlineData("B174FF")]
    [InlineData("B25400CA7FFFFFFF")]
    [InlineData("B349CB7FFFFFFFFFFFFFFF0000")]
    [InlineData("B369000080")]
    [InlineData("B264CB7FFFFFFFFFFFFFFF00")]
    [InlineData("B445000000FF")]
    [InlineData("B358CB7FFFFFFFFFFFFFFFC10000000000000000C10000000000000000")]
    [InlineData("B34E0190A0")]
    [InlineData("B346000000")]
    public void Bytes_that_are_no_value_are_refused(string hexadecimal) =>
        Assert.Throws<ProtocolException>(() => Wire.Read(Convert.FromHexString(hexadecimal)));

    [Fact]
    public void Values_nested_too_deeply_are_refused_and_do_not_end_the_process() =>
        Assert.Throws<ProtocolException>(() => Wire.Read([.. Enumerable.Repeat((byte)0x91, 5_000_000), 1]));

    [Fact]
    public void A_value_cut_short_or_changed_in_any_byte_is_read_or_refused()
    {
        var random = new Random(20260722);
        foreach (var value in FsCheck.Fluent.Gen.Sample(Values.Any, 200))
        {
            var bytes = Wire.Bytes(value);
            for (var i = 0; i < 50 && bytes.Length > 0; i++)
            {
                var changed = bytes[..random.Next(bytes.Length + 1)];
                if (changed.Length > 0)
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                var failure = Record.Exception(() => Wire.Read(changed));
                Assert.True(failure is null or ProtocolException, failure?.ToString());
            }
        }
    }
}
