namespace GeoGraph.Neo4jDriver.Tests.Sessions;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class RetryTests : OnServer
{
    [Fact]
    public async Task Work_is_done_again_after_a_passing_error_and_takes_effect_once()
    {
        await using var session = Driver.AsyncSession();
        var attempts = 0;
        var id = await session.ExecuteWriteAsync(async runner =>
        {
            await runner.RunAsync("CREATE (:T)");
            return ++attempts == 1 ? throw new TransientException("Neo.TransientError.General.Test", "passing") : attempts;
        });
        Assert.Equal((2, 2), (id, attempts));
        Assert.Equal(1, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task Work_that_fails_for_good_is_not_done_again()
    {
        await using var session = Driver.AsyncSession();
        var attempts = 0;
        await Assert.ThrowsAsync<ClientException>(() => session.ExecuteReadAsync(async runner =>
        {
            attempts++;
            await (await runner.RunAsync("RETURN 1 / 0")).ConsumeAsync();
        }));
        await Assert.ThrowsAsync<FormatException>(() => session.ExecuteWriteAsync(async runner =>
        {
            attempts++;
            await runner.RunAsync("CREATE (:T)");
            throw new FormatException();
        }));
        Assert.Equal(2, attempts);
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task Giving_up_names_every_error()
    {
        await using var driver = NewDriver(c => c.WithMaxTransactionRetryTime(TimeSpan.FromMilliseconds(500)));
        await using var session = driver.AsyncSession();
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.ExecuteReadAsync(
            Task (_) => throw new TransientException("Neo.TransientError.General.Test", "passing")));
        Assert.Equal(2, Assert.IsType<AggregateException>(error.InnerException).InnerExceptions.Count);
    }

    [Fact]
    public async Task A_deadlock_is_got_over()
    {
        await Server.QueryAsync("CREATE (:L {n: 1, x: 0}), (:L {n: 2, x: 0})");
        using var both = new Barrier(2);
        var attempts = 0;
        await Task.WhenAll(Task.Run(() => TakeAsync(1, 2)), Task.Run(() => TakeAsync(2, 1)));
        Assert.True(attempts >= 3);
        Assert.Equal(4, await Server.CountAsync("MATCH (n:L) RETURN sum(n.x)"));

        async Task TakeAsync(int first, int second)
        {
            await using var session = Driver.AsyncSession();
            var mine = 0;
            await session.ExecuteWriteAsync(async runner =>
            {
                Interlocked.Increment(ref attempts);
                await (await runner.RunAsync("MATCH (n:L {n: $n}) SET n.x = n.x + 1", new { n = first })).ConsumeAsync();
                if (mine++ == 0) both.SignalAndWait();
                await (await runner.RunAsync("MATCH (n:L {n: $n}) SET n.x = n.x + 1", new { n = second })).ConsumeAsync();
            });
        }
    }

    [Fact]
    public async Task A_reading_transaction_may_not_write()
    {
        await using var session = Driver.AsyncSession();
        var error = await Assert.ThrowsAsync<ClientException>(() => session.ExecuteReadAsync(
            async runner => await (await runner.RunAsync("CREATE (:T)")).ConsumeAsync()));
        Assert.Equal("Neo.ClientError.Statement.AccessMode", error.Code);
        await using var reading = Driver.AsyncSession(o => o.WithDefaultAccessMode(AccessMode.Read));
        Assert.Equal("Neo.ClientError.Statement.AccessMode", (await Assert.ThrowsAsync<ClientException>(
            async () => await (await reading.RunAsync("CREATE (:T)")).ConsumeAsync())).Code);
    }
}
