using GeoGraph.Agreements;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

public sealed class CodeRangeTests
{
    [Theory]
    [InlineData("8703.23", "8703.23.01", true)]
    [InlineData("8703.23", "8703", false)]
    [InlineData("8703.21-8703.24", "8703.24.01.90", true)]
    [InlineData("8703.21-8703.24", "8703.31", false)]
    [InlineData("72-73", "7317.00.30", true)]
    public void A_range_covers_what_lies_beneath_its_prefixes(string range, string code, bool covers) =>
        Assert.Equal(covers, Parse(range).Covers(HsCode.Parse(code)));

    [Theory]
    [InlineData("8703.21-8703.24", "8703", true)]
    [InlineData("8703.21-8703.24", "87", true)]
    [InlineData("8703.21-8703.24", "8704", false)]
    [InlineData("8703.21-8703.24", "8703.22.01", true)]
    public void A_range_touches_what_it_covers_and_what_it_reaches_beneath(string range, string code, bool touches) =>
        Assert.Equal(touches, Parse(range).Touches(HsCode.Parse(code)));

    [Theory]
    [InlineData("")]
    [InlineData("8703.")]
    [InlineData("8703-87")]
    [InlineData("8704-8703")]
    [InlineData("87032")]
    [InlineData("8703.21-8703.24-8703.25")]
    public void What_is_no_prefix_and_no_ordered_range_of_one_length_is_refused(string text) => Assert.False(CodeRange.TryParse(text, out _));

    [Theory]
    [InlineData("8703.23")]
    [InlineData("8703.21-8703.24")]
    [InlineData("84")]
    public void A_range_prints_as_it_was_read(string text) => Assert.Equal(text, Parse(text).ToString());

    private static CodeRange Parse(string text) =>
        CodeRange.TryParse(text, out var range) ? range : throw new FormatException(text);
}
