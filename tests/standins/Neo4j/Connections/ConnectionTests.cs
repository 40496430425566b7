namespace GeoGraph.Neo4jDriver.Tests.Connections;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class ConnectionTests : OnServer
{
    /// <summary>A query for the id of the connection that it runs on.</summary>
    public const string WhichConnection = "SHOW TRANSACTIONS YIELD connectionId, currentQuery WHERE currentQuery CONTAINS 'which connection' RETURN connectionId /* which connection */";

    [Fact]
    public async Task One_connection_serves_one_session_after_another()
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            await using var session = Driver.AsyncSession();
            seen.Add(await ScalarAsync<string>(session, WhichConnection));
        }
        Assert.Single(seen);
    }

    [Fact]
    public async Task A_pool_that_is_used_up_is_waited_for_and_no_longer_than_allowed()
    {
        await using var one = NewDriver(c => c.WithMaxConnectionPoolSize(1).WithConnectionAcquisitionTimeout(TimeSpan.FromMilliseconds(300)));
        await using var first = one.AsyncSession();
        await using var held = await first.BeginTransactionAsync();
        await using var second = one.AsyncSession();
        var error = await Assert.ThrowsAsync<ClientException>(() => second.RunAsync("RETURN 1"));
        Assert.Contains("all 1 are in use", error.Message, StringComparison.Ordinal);
        var waiting = ScalarAsync<int>(second, "RETURN 1");
        await held.CommitAsync();
        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task Many_sessions_at_once_share_few_connections()
    {
        await using var few = NewDriver(c => c.WithMaxConnectionPoolSize(4));
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await using var session = few.AsyncSession();
            return await session.ExecuteReadAsync(async runner => (await (await runner.RunAsync("RETURN $i AS i", new { i })).SingleAsync())["i"].As<int>());
        }));
        Assert.Equal(Enumerable.Range(0, 200), results);
        Assert.InRange(await Server.CountAsync("CALL dbms.listConnections() YIELD connector WHERE connector = 'bolt' RETURN count(*)"), 1, 5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_too_old_or_idle_for_too_long_is_not_used_again(bool byAge)
    {
        await using var brief = NewDriver(c => (byAge ? c.WithMaxConnectionLifetime(TimeSpan.Zero) : c.WithConnectionIdleTimeout(TimeSpan.Zero)).WithMaxConnectionPoolSize(1));
        await using var session = brief.AsyncSession();
        Assert.NotEqual(await ScalarAsync<string>(session, WhichConnection), await ScalarAsync<string>(session, WhichConnection));
    }

    [Fact]
    public async Task An_idle_connection_gives_a_sign_of_life_where_asked_for()
    {
        await using var careful = NewDriver(c => c.WithConnectionLivenessCheckTimeout(TimeSpan.Zero));
        await using var session = careful.AsyncSession();
        Assert.Equal(await ScalarAsync<string>(session, WhichConnection), await ScalarAsync<string>(session, WhichConnection));
    }

    [Fact]
    public async Task Without_idle_connections_each_session_opens_its_own()
    {
        await using var none = NewDriver(c => c.WithMaxIdleConnectionPoolSize(0));
        await using var session = none.AsyncSession();
        Assert.NotEqual(await ScalarAsync<string>(session, WhichConnection), await ScalarAsync<string>(session, WhichConnection));
    }

    [Fact]
    public async Task A_server_that_was_killed_and_started_again_is_found_again()
    {
        await using var server = await Neo4jServer.StartAsync();
        await using var driver = GraphDatabase.Driver(server.Bolt, Credentials, c => c.WithMaxTransactionRetryTime(TimeSpan.FromMilliseconds(1)));
        await using var session = driver.AsyncSession();
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
        var running = await session.RunAsync(Endless(1));
        var fetching = running.FetchAsync();
        await server.KillAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => fetching.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(await driver.TryVerifyConnectivityAsync());
        await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
        await server.StartAgainAsync();
        await driver.VerifyConnectivityAsync();
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
        await server.KillAsync();
        await server.StartAgainAsync();
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task The_server_knows_the_driver_by_its_name()
    {
        await using var named = NewDriver(c => c.WithUserAgent("geograph-test/1"));
        await using var session = named.AsyncSession();
        var id = await ScalarAsync<string>(session, WhichConnection);
        var row = Assert.Single(await Server.QueryAsync("CALL dbms.listConnections() YIELD connectionId, userAgent WHERE connectionId = $id RETURN userAgent", new { id }));
        Assert.Equal("geograph-test/1", row[0].GetString());
    }

    [Fact]
    public async Task A_server_tells_who_it_is()
    {
        var info = await Driver.GetServerInfoAsync();
        Assert.StartsWith("Neo4j/5", info.Agent, StringComparison.Ordinal);
        Assert.True(await Driver.SupportsMultiDbAsync() && await Driver.SupportsSessionAuthAsync() && await Driver.TryVerifyConnectivityAsync());
        Assert.False(Driver.Encrypted);
    }

    [Fact]
    public async Task A_logger_hears_of_connections_and_never_of_passwords()
    {
        var log = new ListLogger();
        await using (var driver = NewDriver(c => c.WithLogger(log))) await driver.VerifyConnectivityAsync();
        Assert.Contains(log.Lines, line => line.Contains("Bolt 5.8", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Neo4jServer.Password, StringComparison.Ordinal));
    }
}
