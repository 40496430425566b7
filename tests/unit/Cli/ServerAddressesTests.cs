using GeoGraph.Cli.Server;

namespace GeoGraph.UnitTests.Cli;

public sealed class ServerAddressesTests
{
    [Fact]
    public void One_address_serves_every_service()
    {
        Assert.True(ServerAddresses.TryParse("http://localhost:5080", out var addresses, out _));
        Assert.All(ServerAddresses.Services, s => Assert.Equal(new Uri("http://localhost:5080"), addresses.Of(s)));
    }

    [Fact]
    public void Services_may_answer_at_addresses_of_their_own()
    {
        Assert.True(ServerAddresses.TryParse("actors=http://a:1, tariffs=https://t:2", out var addresses, out _));
        Assert.Equal(new Uri("http://a:1"), addresses.Of("actors"));
        Assert.Equal(new Uri("https://t:2"), addresses.Of("tariffs"));
        Assert.Null(addresses.Of("exposure"));
    }

    [Fact]
    public void An_address_without_a_name_serves_the_rest()
    {
        Assert.True(ServerAddresses.TryParse("http://all:1,exposure=http://e:2", out var addresses, out _));
        Assert.Equal((new Uri("http://all:1"), new Uri("http://e:2")), (addresses.Of("actors")!, addresses.Of("exposure")!));
    }

    [Theory]
    [InlineData("localhost", "\"localhost\" is no address as http://host:port")]
    [InlineData("ftp://x", "\"ftp://x\" is no address as http://host:port")]
    [InlineData("actor=http://a:1", "\"actor\" is no service; one of actors, agreements, tariffs, exposure")]
    [InlineData("actors=http://a:1,actors=http://b:1", "\"actors=http://b:1\": an address is given twice")]
    [InlineData("http://a:1,http://b:1", "\"http://b:1\": an address is given twice")]
    [InlineData("", "\"\" is no address as http://host:port")]
    public void What_is_no_address_is_refused_with_its_rule(string text, string expected)
    {
        Assert.False(ServerAddresses.TryParse(text, out _, out var rule));
        Assert.Equal(expected, rule);
    }
}
