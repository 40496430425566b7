using GeoGraph.Neo4jDriver.Tests.Connections;

namespace GeoGraph.Neo4jDriver.Tests.Sessions;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class StoppingTests : OnServer
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_cancelled_executable_query_stops_on_the_server()
    {
        using var cancel = new CancellationTokenSource();
        var running = Driver.ExecutableQuery(Endless(1)).ExecuteAsync(cancel.Token);
        await UntilRunsAsync(1);
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Soon));
        Assert.Equal(cancel.Token, error.CancellationToken);
        await UntilRunsAsync(1, runs: false);
    }

    [Fact]
    public async Task A_cancelled_enumeration_stops_on_the_server_and_the_connection_is_used_again()
    {
        await using var one = NewDriver(c => c.WithMaxConnectionPoolSize(1));
        await using var session = one.AsyncSession();
        var connection = await ScalarAsync<string>(session, ConnectionTests.WhichConnection);
        using var cancel = new CancellationTokenSource();
        var reading = (await session.RunAsync(Endless(2))).ToListAsync(cancel.Token);
        await UntilRunsAsync(2);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Soon));
        await UntilRunsAsync(2, runs: false);
        Assert.Equal(connection, await ScalarAsync<string>(session, ConnectionTests.WhichConnection));
    }

    [Fact]
    public async Task A_token_cancelled_between_records_stops_what_the_server_still_has()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(5));
        using var cancel = new CancellationTokenSource();
        var result = await session.RunAsync("UNWIND range(1, 1000000000000) AS i CREATE (:T) RETURN i");
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in result.WithCancellation(cancel.Token))
            {
                if (++seen == 3) await cancel.CancelAsync();
            }
        });
        Assert.Equal(3, seen);
        Assert.Equal(0, await ScalarAsync<int>(session, "MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task Closing_a_session_stops_what_runs_in_it()
    {
        var session = Driver.AsyncSession();
        var result = await session.RunAsync(Endless(3));
        var fetching = result.FetchAsync();
        await UntilRunsAsync(3);
        await session.CloseAsync().WaitAsync(Soon);
        Assert.Contains("closed", (await Assert.ThrowsAsync<ClientException>(() => fetching)).Message, StringComparison.Ordinal);
        await UntilRunsAsync(3, runs: false);
    }

    [Fact]
    public async Task Closing_a_session_stops_its_transaction_function_and_does_not_begin_it_again()
    {
        var session = Driver.AsyncSession();
        var attempts = 0;
        var writing = session.ExecuteWriteAsync(async runner =>
        {
            attempts++;
            await (await runner.RunAsync("CREATE (:T)")).ConsumeAsync();
            await (await runner.RunAsync(Endless(4))).ConsumeAsync();
        });
        await UntilRunsAsync(4);
        await session.CloseAsync().WaitAsync(Soon);
        await Assert.ThrowsAsync<ClientException>(() => writing);
        Assert.Equal(1, attempts);
        await UntilRunsAsync(4, runs: false);
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task Disposing_a_transaction_stops_what_runs_in_it_and_the_session_goes_on()
    {
        await using var session = Driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        var fetching = (await transaction.RunAsync(Endless(5))).FetchAsync();
        await UntilRunsAsync(5);
        await transaction.DisposeAsync().AsTask().WaitAsync(Soon);
        await Assert.ThrowsAsync<ClientException>(() => fetching);
        await UntilRunsAsync(5, runs: false);
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task Waiting_for_a_lock_is_stopped_too()
    {
        await Server.QueryAsync("CREATE (:Lock {x: 0})");
        await using var first = Driver.AsyncSession();
        await using var holding = await first.BeginTransactionAsync();
        await (await holding.RunAsync("MATCH (n:Lock) SET n.x = 1")).ConsumeAsync();
        var second = Driver.AsyncSession();
        var waiting = second.ExecuteWriteAsync(runner => runner.RunAsync("MATCH (n:Lock) SET n.x = 2"));
        while (await Server.CountAsync("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*)") == 0)
        {
        }
        await second.CloseAsync().WaitAsync(Soon);
        await Assert.ThrowsAsync<ClientException>(() => waiting);
        await holding.CommitAsync();
        Assert.Equal(1, await Server.CountAsync("MATCH (n:Lock) RETURN n.x"));
    }

    [Fact]
    public async Task Closing_a_session_ends_its_wait_for_a_connection()
    {
        await using var one = NewDriver(c => c.WithMaxConnectionPoolSize(1));
        await using var holder = one.AsyncSession();
        await using var held = await holder.BeginTransactionAsync();
        var session = one.AsyncSession();
        var waiting = session.RunAsync("RETURN 1");
        await session.CloseAsync().WaitAsync(Soon);
        await Assert.ThrowsAsync<ClientException>(() => waiting.WaitAsync(Soon));
    }

    [Fact]
    public async Task Closing_a_session_that_waits_for_nothing_lets_its_query_take_effect()
    {
        var session = Driver.AsyncSession(o => o.WithFetchSize(1));
        await session.RunAsync("UNWIND range(1, 1000) AS i CREATE (n:T {x: i}) RETURN n");
        await session.CloseAsync();
        Assert.Equal(1000, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task Closing_a_driver_ends_what_runs_on_it()
    {
        var driver = NewDriver();
        var session = driver.AsyncSession();
        var fetching = (await session.RunAsync(Endless(6))).FetchAsync();
        await UntilRunsAsync(6);
        await driver.DisposeAsync().AsTask().WaitAsync(Soon);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => fetching.WaitAsync(Soon));
        await session.CloseAsync().WaitAsync(Soon);
        Assert.Throws<ObjectDisposedException>(driver.AsyncSession);
        await UntilRunsAsync(6, runs: false);
    }
}
