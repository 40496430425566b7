using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.Connections;

/// <summary>The real server through a go-between that lets one version of Bolt pass, so that messages of each are sent. No release of the server speaks 5.5.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class OlderBoltTests : OnServer
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_version_reads_writes_fails_and_notes(int minor)
    {
        await using var between = new VersionLimit(Server.Bolt.Port, new BoltVersion(5, minor));
        await using var driver = GraphDatabase.Driver($"bolt://127.0.0.1:{between.Port}", Credentials, c => c.WithMaxConnectionPoolSize(1));
        Assert.Equal($"5.{minor}", (await driver.GetServerInfoAsync()).ProtocolVersion);
        await using var session = driver.AsyncSession();
        var created = await session.ExecuteWriteAsync(async runner => (await (await runner.RunAsync(
            "CREATE (n:T {at: datetime('2026-01-22T10:00:00+08:00'), day: date('2026-02-01')}) RETURN n")).SingleAsync())["n"].As<INode>());
        Assert.Equal(new LocalDate(2026, 2, 1), created["day"]);
        Assert.Equal(new DateTimeOffset(2026, 1, 22, 10, 0, 0, TimeSpan.FromHours(8)), created["at"].As<ZonedDateTime>().ToDateTimeOffset());
        var error = await Assert.ThrowsAsync<ClientException>(() => session.ExecuteReadAsync(runner => ScalarAsync<int>(runner, "RETURN 1 / 0")));
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
        Assert.Equal(minor >= 7, error.GqlStatus is not null);
        var summary = await (await session.RunAsync("MATCH (n:NoSuchLabel) RETURN n")).ConsumeAsync();
        Assert.Equal("Neo.ClientNotification.Statement.UnknownLabelWarning", Assert.Single(summary.Notifications).Code);
        Assert.Equal("02000", summary.GqlStatusObjects[0].GqlStatus);
        Assert.Equal(1, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public async Task What_a_version_lacks_is_refused_by_name(int minor)
    {
        await using var between = new VersionLimit(Server.Bolt.Port, new BoltVersion(5, minor));
        await using var driver = GraphDatabase.Driver($"bolt://127.0.0.1:{between.Port}", Credentials);
        await using var chosen = driver.AsyncSession(o => o.WithNotificationsDisabled());
        await using var signed = driver.AsyncSession(o => o.WithAuthToken(AuthTokens.Basic("neo4j", Neo4jServer.Password, "native")));
        await CheckAsync(minor >= 2, () => ScalarAsync<int>(chosen, "RETURN 1"));
        await driver.VerifyConnectivityAsync();
        await CheckAsync(minor >= 1, () => ScalarAsync<int>(signed, "RETURN 1"));
        Assert.Equal(minor >= 1, await driver.SupportsSessionAuthAsync());

        static async Task CheckAsync(bool works, Func<Task<int>> run)
        {
            if (works) Assert.Equal(1, await run());
            else await Assert.ThrowsAsync<UnsupportedFeatureException>(run);
        }
    }
}
