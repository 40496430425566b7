using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Core;

public sealed class HsCodeTests
{
    private static readonly Gen<HsCode> Codes = Gen.Elements(2, 4, 6, 8, 10)
        .SelectMany(length => Gen.Choose(0, 9).ArrayOf(length)).Select(digits => HsCode.Parse(string.Concat(digits)));

    [Theory]
    [InlineData("85", "85", "85")]
    [InlineData("8542", "8542", "8542")]
    [InlineData("8542.31", "854231", "8542.31")]
    [InlineData("854231", "854231", "8542.31")]
    [InlineData("8542.31.00", "85423100", "8542.31.00")]
    [InlineData("8542.31.0001", "8542310001", "8542.31.00.01")]
    [InlineData("8542.31.00.01", "8542310001", "8542.31.00.01")]
    [InlineData("0101.21.00", "01012100", "0101.21.00")]
    public void Code_is_read_with_and_without_dots(string text, string digits, string printed)
    {
        var code = HsCode.Parse(text);
        Assert.Equal((digits, printed, digits.Length), (code.Digits, code.ToString(), code.Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("854")]
    [InlineData("85423")]
    [InlineData("85423100012")]
    [InlineData(".8542")]
    [InlineData("8542.")]
    [InlineData("8542..31")]
    [InlineData("8542 31")]
    [InlineData("85a2")]
    [InlineData("８５４２")]
    [InlineData("8.5.4.2.3.1.0.0.0.1")]
    public void Text_that_breaks_the_rule_is_no_code(string? text) => Assert.False(HsCode.TryParse(text, out _));

    [Fact]
    public void Heading_covers_what_lies_beneath_it()
    {
        Assert.True(HsCode.Parse("8542").Covers(HsCode.Parse("8542.31")));
        Assert.True(HsCode.Parse("8542").Covers(HsCode.Parse("8542")));
        Assert.False(HsCode.Parse("8542.31").Covers(HsCode.Parse("8542")));
        Assert.False(HsCode.Parse("8542").Covers(HsCode.Parse("8541.31")));
    }

    [Fact]
    public void Every_code_is_read_back_from_its_text() => Properties.Holds(Codes, code => HsCode.Parse(code.ToString()) == code && HsCode.Parse(code.Digits) == code);

    [Fact]
    public void What_covers_comes_first() => Properties.Holds(Codes.Two(), pair => !pair.Item1.Covers(pair.Item2) || pair.Item1.CompareTo(pair.Item2) <= 0);
}
