using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Core;

public sealed class RevisionTokenTests
{
    private static readonly Gen<RevisionToken> Tokens = Gen.Elements("actors", "agreements", "tariffs").SelectMany(service => Gen.Choose(0, int.MaxValue).Select(number => (service, number)))
        .ArrayOf().Select(entries => entries.Aggregate(RevisionToken.Empty, (token, entry) => token.With(entry.service, new Revision(entry.number))));

    [Fact]
    public void Token_prints_services_in_order()
    {
        var token = RevisionToken.Of("agreements", new Revision(7)).With("actors", new Revision(12));
        Assert.Equal("actors=12,agreements=7", token.ToString());
        Assert.Equal(new Revision(12), token.For("actors"));
        Assert.Null(token.For("tariffs"));
    }

    [Fact]
    public void Later_revision_replaces_the_earlier() =>
        Assert.Equal("actors=2", RevisionToken.Of("actors", new Revision(1)).With("actors", new Revision(2)).ToString());

    [Theory]
    [InlineData("actors")]
    [InlineData("=1")]
    [InlineData("actors=")]
    [InlineData("actors=-1")]
    [InlineData("actors= 1")]
    [InlineData("actors=1,")]
    [InlineData("actors=1;agreements=2")]
    [InlineData("actors=99999999999999999999")]
    public void Text_that_is_no_token_is_told(string text)
    {
        Assert.False(RevisionToken.TryParse(text, out var token));
        Assert.Null(token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Empty_text_asks_for_nothing(string? text)
    {
        Assert.True(RevisionToken.TryParse(text, out var token));
        Assert.Equal(RevisionToken.Empty, token);
    }

    [Fact]
    public void Every_token_is_read_back_from_its_text() =>
        Properties.Holds(Tokens, token => RevisionToken.TryParse(token.ToString(), out var back) && back.Equals(token) && back.GetHashCode() == token.GetHashCode());
}
