namespace GeoGraph.Neo4jDriver.Tests.Connections;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class RoutingTests : OnServer
{
    private Uri Routed => new UriBuilder(Server.Bolt) { Scheme = "neo4j" }.Uri;

    [Fact]
    public async Task A_single_server_is_read_and_written_through_its_routing_table()
    {
        await using var driver = GraphDatabase.Driver(Routed, Credentials);
        await driver.VerifyConnectivityAsync();
        await using var session = driver.AsyncSession();
        await session.ExecuteWriteAsync(runner => runner.RunAsync("CREATE (:T)"));
        Assert.Equal(1, await session.ExecuteReadAsync(runner => ScalarAsync<int>(runner, "MATCH (n:T) RETURN count(n)")));
        Assert.Equal(1, await ScalarAsync<int>(session, "MATCH (n:T) RETURN count(n)"));
        Assert.Equal("neo4j", (await driver.ExecutableQuery("RETURN 1").ExecuteAsync()).Summary.Database.Name);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_at_once()
    {
        await using var driver = GraphDatabase.Driver(Routed, Credentials);
        await using var session = driver.AsyncSession(o => o.WithDatabase("nosuch"));
        await Assert.ThrowsAsync<FatalDiscoveryException>(() => session.ExecuteReadAsync(runner => ScalarAsync<int>(runner, "RETURN 1")));
    }

    [Fact]
    public async Task Wrong_credentials_and_an_absent_server_are_told_apart()
    {
        await using var refused = GraphDatabase.Driver(Routed, AuthTokens.Basic("nobody", "wrong"));
        await Assert.ThrowsAsync<AuthenticationException>(refused.VerifyConnectivityAsync);
        await using var absent = GraphDatabase.Driver("neo4j://127.0.0.1:1", Credentials);
        await Assert.ThrowsAsync<ServiceUnavailableException>(absent.VerifyConnectivityAsync);
    }

    [Fact]
    public async Task A_resolver_names_the_servers_to_ask()
    {
        var resolver = new To(Server.Bolt);
        await using var driver = GraphDatabase.Driver($"neo4j://localhost:{Server.Bolt.Port}", Credentials, c => c.WithResolver(resolver));
        await using var session = driver.AsyncSession();
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
        Assert.Equal(ServerAddress.From("localhost", Server.Bolt.Port), Assert.Single(resolver.Asked));
    }

    private sealed class To(Uri server) : IServerAddressResolver
    {
        public List<ServerAddress> Asked { get; } = [];

        public ISet<ServerAddress> Resolve(ServerAddress address)
        {
            Asked.Add(address);
            return new HashSet<ServerAddress> { ServerAddress.From(server) };
        }
    }
}
