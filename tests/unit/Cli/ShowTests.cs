using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Date = Google.Type.Date;

namespace GeoGraph.UnitTests.Cli;

public sealed class ShowTests
{
    private static readonly Date s_day = new() { Year = 2025, Month = 4, Day = 5 };

    [Theory]
    [InlineData("0.0625", "6.25%")]
    [InlineData("1", "100%")]
    [InlineData("0.333333", "33.33%")]
    [InlineData("", "?")]
    public void A_share_is_percent_and_an_unknown_share_is_not_zero(string share, string expected) => Assert.Equal(expected, Show.Share(share));

    [Theory]
    [InlineData("1000000", "1,000,000.00")]
    [InlineData("0.005", "0.01")]
    [InlineData("", "")]
    public void An_amount_has_two_places(string amount, string expected) => Assert.Equal(expected, Show.Amount(amount));

    [Fact]
    public void A_half_open_period_is_told_by_its_first_date_and_the_first_after_it()
    {
        Assert.Equal("always", Show.Span(null));
        Assert.Equal("from 2025-04-05", Show.Span(new Period { From = s_day }));
        Assert.Equal("until 2025-04-05", Show.Span(new Period { To = s_day }));
    }

    [Fact]
    public void Words_of_the_contracts_are_lower_case_and_unspecified_is_none()
    {
        Assert.Equal("third country duty", Show.Word(MeasureType.ThirdCountryDuty));
        Assert.Equal("", Show.Word(MeasureType.Unspecified));
    }

    [Fact]
    public void A_source_is_cited_by_what_it_has()
    {
        Assert.Equal("Treaty, 373 UNTS 179, MOFA, 2025-04-05", Show.Cite(new Source { Id = "s", Title = "Treaty", Citation = "373 UNTS 179", Publisher = "MOFA", PublishedOn = s_day }));
        Assert.Equal("s", Show.Cite(new Source { Id = "s" }));
    }
}
