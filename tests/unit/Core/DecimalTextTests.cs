using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Core;

public sealed class DecimalTextTests
{
    private static readonly Gen<decimal> Decimals =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(0, 0x0FFF_FFFF)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 27)
        select new decimal(low, middle, high, negative, (byte)scale);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("0.30", "0.3")]
    [InlineData(".5", "0.5")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("0.0000000000000000000000000001", null)]
    [InlineData("0.000000000000000000000000001", "0.000000000000000000000000001")]
    public void Decimal_is_read_and_printed_in_its_shortest_form(string text, string? printed)
    {
        Assert.Equal(printed is not null, DecimalText.TryParse(text, out var value));
        if (printed is not null)
            Assert.Equal(printed, DecimalText.Print(value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    [InlineData("(1)")]
    [InlineData("NaN")]
    [InlineData("１")]
    [InlineData("99999999999999999999999999999")]
    public void Text_that_breaks_the_rule_is_no_decimal(string? text) => Assert.False(DecimalText.TryParse(text, out _));

    [Fact]
    public void Every_decimal_is_read_back_from_its_text() =>
        Properties.Holds(Decimals, value => DecimalText.TryParse(DecimalText.Print(value), out var back) && back == value);

    [Theory]
    [InlineData("42000", "42000.00")]
    [InlineData("0.1", "0.10")]
    [InlineData("-3.45", "-3.45")]
    public void Cents_have_two_places(string text, string printed)
    {
        Assert.True(DecimalText.TryParse(text, out var value));
        Assert.Equal(printed, DecimalText.PrintCents(value));
    }
}
