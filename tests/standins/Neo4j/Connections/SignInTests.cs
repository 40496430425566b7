namespace GeoGraph.Neo4jDriver.Tests.Connections;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class SignInTests : OnServer
{
    // The server locks out a user after some wrong passwords, so the wrong ones are of users that are not there.
    private static readonly IAuthToken Wrong = AuthTokens.Basic("nobody", "not the password");

    [Fact]
    public async Task Wrong_credentials_and_none_are_refused()
    {
        foreach (var token in new[] { Wrong, AuthTokens.None, AuthTokens.Bearer("abc") })
        {
            await using var driver = GraphDatabase.Driver(Server.Bolt, token);
            var error = await Assert.ThrowsAnyAsync<SecurityException>(driver.VerifyConnectivityAsync);
            Assert.False(error.IsRetriable);
            await using var session = driver.AsyncSession();
            await Assert.ThrowsAnyAsync<SecurityException>(() => session.ExecuteReadAsync(runner => runner.RunAsync("RETURN 1")));
        }
        await using var refused = GraphDatabase.Driver(Server.Bolt, Wrong);
        Assert.Equal("Neo.ClientError.Security.Unauthorized", (await Assert.ThrowsAsync<AuthenticationException>(refused.VerifyConnectivityAsync)).Code);
    }

    [Fact]
    public async Task Credentials_are_verified_on_a_connection_of_the_driver()
    {
        Assert.True(await Driver.VerifyAuthenticationAsync(Credentials));
        Assert.False(await Driver.VerifyAuthenticationAsync(Wrong));
        await Driver.VerifyConnectivityAsync();
        Assert.True(await Driver.VerifyAuthenticationAsync(Credentials));
    }

    [Fact]
    public async Task A_session_may_have_credentials_of_its_own_and_the_next_has_the_driver_s_again()
    {
        await Server.QueryAsync("CREATE USER second IF NOT EXISTS SET PASSWORD 'second-password' CHANGE NOT REQUIRED");
        await using var one = NewDriver(c => c.WithMaxConnectionPoolSize(1));
        await using (var own = one.AsyncSession(o => o.WithAuthToken(AuthTokens.Basic("second", "second-password"))))
        {
            Assert.Equal("second", await ScalarAsync<string>(own, "SHOW CURRENT USER YIELD user"));
        }
        await using (var session = one.AsyncSession())
        {
            Assert.Equal("neo4j", await ScalarAsync<string>(session, "SHOW CURRENT USER YIELD user"));
        }
        await using (var wrong = one.AsyncSession(o => o.WithAuthToken(Wrong)))
        {
            await Assert.ThrowsAsync<AuthenticationException>(() => wrong.RunAsync("RETURN 1"));
        }
        await using var after = one.AsyncSession();
        Assert.Equal("neo4j", await ScalarAsync<string>(after, "SHOW CURRENT USER YIELD user"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        await using var session = Driver.AsyncSession(o => o.WithDatabase("nosuch"));
        var error = await Assert.ThrowsAsync<FatalDiscoveryException>(() => session.ExecuteReadAsync(runner => ScalarAsync<int>(runner, "RETURN 1")));
        Assert.Equal("Neo.ClientError.Database.DatabaseNotFound", error.Code);
        Assert.Contains("nosuch", error.Message, StringComparison.Ordinal);
        await using var system = Driver.AsyncSession(o => o.WithDatabase("system"));
        Assert.Equal("system", (await (await system.RunAsync("SHOW DATABASES")).ConsumeAsync()).Database.Name);
    }

    [Fact]
    public async Task A_malformed_bookmark_is_refused()
    {
        await using var session = Driver.AsyncSession(o => o.WithBookmarks(Bookmarks.From("not a bookmark")));
        await Assert.ThrowsAsync<InvalidBookmarkException>(() => ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task Nobody_there_is_said_with_the_address()
    {
        await using var driver = GraphDatabase.Driver("bolt://127.0.0.1:1", Credentials);
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsRetriable);
    }
}
