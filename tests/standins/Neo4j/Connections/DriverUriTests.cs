using Neo4j.Driver.Internal;

namespace GeoGraph.Neo4jDriver.Tests.Connections;

public sealed class DriverUriTests
{
    [Theory]
    [InlineData("bolt://db", "db:7687", false, false)]
    [InlineData("bolt://db:1234", "db:1234", false, false)]
    [InlineData("bolt+s://db", "db:7687", true, false)]
    [InlineData("bolt+ssc://db", "db:7687", true, false)]
    [InlineData("neo4j://db", "db:7687", false, true)]
    [InlineData("neo4j+s://db:1", "db:1", true, true)]
    [InlineData("neo4j+ssc://db:1", "db:1", true, true)]
    [InlineData("bolt://[::1]:1234", "[::1]:1234", false, false)]
    public void A_scheme_says_whether_to_route_and_to_encrypt(string uri, string address, bool isEncrypted, bool routes)
    {
        var parsed = DriverUri.From(new Uri(uri), new Config());
        Assert.Equal((address, isEncrypted, routes), (parsed.Address.ToString(), parsed.IsEncrypted, parsed.RoutingContext is not null));
        Assert.Equal(isEncrypted, parsed.Tls() is not null);
    }

    [Fact]
    public void A_routing_context_is_read_from_the_query()
    {
        var context = DriverUri.From(new Uri("neo4j://db?region=east%20asia&policy=near"), new Config()).RoutingContext!;
        Assert.Equal(("db:7687", "east asia", "near"), (context["address"], context["region"], context["policy"]));
    }

    [Theory]
    [InlineData("http://db:7474")]
    [InlineData("bolt+x://db")]
    [InlineData("bolt://db?region=x")]
    [InlineData("neo4j://db?region")]
    [InlineData("neo4j://db?region=a&region=b")]
    [InlineData("neo4j://db?address=a")]
    public void Other_uris_are_refused(string uri) => Assert.Throws<ArgumentException>(() => GraphDatabase.Driver(uri));

    [Fact]
    public void Scheme_and_configuration_do_not_both_speak_of_encryption()
    {
        Assert.Throws<ArgumentException>(() => GraphDatabase.Driver("bolt+s://db", c => c.WithEncryptionLevel(EncryptionLevel.Encrypted)));
        Assert.Throws<ArgumentException>(() => GraphDatabase.Driver("bolt+ssc://db", c => c.WithTrustManager(TrustManager.CreateInsecure())));
        using var driver = GraphDatabase.Driver("bolt://db", c => c.WithEncryptionLevel(EncryptionLevel.Encrypted));
        Assert.True(driver.Encrypted);
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphDatabase.Driver("bolt://db", c => c.WithFetchSize(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphDatabase.Driver("bolt://db", c => c.WithConnectionLivenessCheckTimeout(TimeSpan.FromTicks(-1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphDatabase.Driver("bolt://db", c => c.WithMaxReadBufferSize(-1)));
        Assert.Throws<ArgumentException>(() => GraphDatabase.Driver("bolt://db", c => c.WithNotifications(null, null)));
        Assert.Throws<ArgumentNullException>(() => GraphDatabase.Driver("bolt://db", c => c.WithUserAgent(null!)));
        using var driver = GraphDatabase.Driver("bolt://db");
        Assert.Throws<ArgumentException>(() => driver.AsyncSession(o => o.WithDatabase("")));
    }

    [Fact]
    public void Certificates_go_with_the_list_and_with_nothing_else()
    {
        Assert.Throws<ArgumentException>(() => GraphDatabase.Driver("bolt://db", c => c.WithCertificateTrustRule(CertificateTrustRule.TrustList, Array.Empty<string>())));
        Assert.Throws<ArgumentException>(() => GraphDatabase.Driver("bolt://db", c => c.WithCertificateTrustRule(CertificateTrustRule.TrustAny, Array.Empty<string>())));
    }
}
