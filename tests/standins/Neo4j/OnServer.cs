namespace GeoGraph.Neo4jDriver.Tests;

/// <summary>Tests with a driver on the shared server, whose database is empty at the start of each.</summary>
public abstract class OnServer : IAsyncLifetime
{
    private const string Forever = "UNWIND range(1, 1000000000000) AS i WITH i WHERE i % 2 = 3 RETURN count(i) AS never";

    protected Neo4jServer Server { get; private set; } = null!;

    protected IDriver Driver { get; private set; } = null!;

    /// <summary>A query that does not end by itself, and that SHOW TRANSACTIONS shows with its number.</summary>
    protected static string Endless(int number) => $"/* endless {number} */ {Forever}";

    public virtual async Task InitializeAsync()
    {
        Server = await Neo4jServer.SharedAsync();
        await Server.WipeAsync(schema: true);
        Driver = NewDriver();
    }

    public virtual async Task DisposeAsync() => await Driver.DisposeAsync();

    protected static IAuthToken Credentials => AuthTokens.Basic(Neo4jServer.User, Neo4jServer.Password);

    protected IDriver NewDriver(Action<ConfigBuilder>? configure = null) => GraphDatabase.Driver(Server.Bolt, Credentials, configure);

    /// <summary>Waits until the server runs the endless query of this number, or runs it no more.</summary>
    protected async Task UntilRunsAsync(int number, bool runs = true)
    {
        var deadline = Environment.TickCount64 + 20_000;
        while (await Server.CountAsync(
            "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery STARTS WITH $start AND status STARTS WITH 'Running' RETURN count(*)",
            new { start = $"/* endless {number} */" }) > 0 != runs)
        {
            Assert.True(Environment.TickCount64 < deadline, $"the query {number} {(runs ? "does not run" : "still runs")} on the server");
        }
    }

    protected static async Task<T> ScalarAsync<T>(IAsyncQueryRunner runner, string query) =>
        (await (await runner.RunAsync(query)).SingleAsync())[0].As<T>();
}
