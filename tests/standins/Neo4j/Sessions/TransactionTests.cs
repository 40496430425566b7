namespace GeoGraph.Neo4jDriver.Tests.Sessions;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class TransactionTests : OnServer
{
    [Fact]
    public async Task A_commit_lasts_and_leaves_a_bookmark()
    {
        await using var session = Driver.AsyncSession();
        Assert.Empty(session.LastBookmarks.Values);
        await using (var transaction = await session.BeginTransactionAsync())
        {
            await transaction.RunAsync("CREATE (:T {x: 1})");
            await transaction.RunAsync("CREATE (:T {x: 2})");
            Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
            await transaction.CommitAsync();
        }
        Assert.Equal(2, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
        var bookmark = Assert.Single(session.LastBookmarks.Values);
        await using var later = Driver.AsyncSession(o => o.WithBookmarks(Bookmarks.From(bookmark)));
        Assert.Equal(2, await ScalarAsync<int>(later, "MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task A_rollback_undoes_and_so_do_disposing_and_closing_the_session()
    {
        await using var session = Driver.AsyncSession();
        await using (var transaction = await session.BeginTransactionAsync())
        {
            await (await transaction.RunAsync("CREATE (:T)")).ConsumeAsync();
            await transaction.RollbackAsync();
        }
        await using (var transaction = await session.BeginTransactionAsync())
        {
            await (await transaction.RunAsync("CREATE (:T)")).ConsumeAsync();
        }
        var closed = Driver.AsyncSession();
        await (await (await closed.BeginTransactionAsync()).RunAsync("CREATE (:T)")).ConsumeAsync();
        await closed.CloseAsync();
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
        Assert.Equal(0, await Server.CountAsync("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS ':T)' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)"));
    }

    [Fact]
    public async Task Several_results_are_read_by_turns()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(2));
        await using var transaction = await session.BeginTransactionAsync();
        var results = new List<IResultCursor>();
        for (var i = 0; i < 5; i++) results.Add(await transaction.RunAsync("UNWIND range(1, 11) AS i RETURN $n * 100 + i AS v", new { n = i }));
        for (var row = 1; row <= 11; row++)
        {
            for (var i = 4; i >= 0; i--)
            {
                Assert.True(await results[i].FetchAsync());
                Assert.Equal((i * 100L) + row, results[i].Current["v"]);
            }
        }
        foreach (var result in results) Assert.False(await result.FetchAsync());
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task A_commit_runs_what_was_sent_to_its_end_although_nobody_reads()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(2));
        await using var transaction = await session.BeginTransactionAsync();
        var result = await transaction.RunAsync("UNWIND range(1, 100) AS i CREATE (n:T {x: i}) RETURN n");
        await transaction.RunAsync("UNWIND range(1, 100) AS i CREATE (n:T {x: i}) RETURN n");
        await transaction.CommitAsync();
        Assert.Equal(200, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
        await Assert.ThrowsAsync<ResultConsumedException>(result.FetchAsync);
        Assert.Equal(100, (await result.ConsumeAsync()).Counters.NodesCreated);
    }

    [Fact]
    public async Task An_error_ends_the_transaction_and_reaches_every_result_behind_it()
    {
        await using var session = Driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();
        var good = await transaction.RunAsync("CREATE (n:T) RETURN 1 AS one");
        var bad = await transaction.RunAsync("RETURN 1 / 0 AS x");
        var behind = await transaction.RunAsync("RETURN 2 AS two");
        Assert.Equal(1L, (await good.SingleAsync())["one"]);
        var error = await Assert.ThrowsAsync<ClientException>(bad.FetchAsync);
        Assert.Same(error, await Assert.ThrowsAsync<ClientException>(behind.FetchAsync));
        Assert.Same(error, (await Assert.ThrowsAsync<TransactionTerminatedException>(() => transaction.RunAsync("RETURN 1"))).InnerException);
        await Assert.ThrowsAsync<TransactionTerminatedException>(transaction.CommitAsync);
        await transaction.DisposeAsync();
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task A_commit_says_of_an_error_that_nobody_has_read()
    {
        await using var session = Driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();
        await transaction.RunAsync("CREATE (:T)");
        await transaction.RunAsync("RETURN 1 / 0");
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", (await Assert.ThrowsAsync<ClientException>(transaction.CommitAsync)).Code);
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task What_is_over_is_over()
    {
        await using var session = Driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        await Assert.ThrowsAsync<TransactionNestingException>(() => session.RunAsync("RETURN 1"));
        await Assert.ThrowsAsync<TransactionNestingException>(session.BeginTransactionAsync);
        await transaction.CommitAsync();
        await Assert.ThrowsAsync<TransactionClosedException>(transaction.CommitAsync);
        await Assert.ThrowsAsync<TransactionClosedException>(transaction.RollbackAsync);
        await Assert.ThrowsAsync<TransactionClosedException>(() => transaction.RunAsync("RETURN 1"));
        await session.CloseAsync();
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN 1"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_is_refused_and_the_transaction_goes_on()
    {
        await using var session = Driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();
        await Assert.ThrowsAsync<ProtocolException>(() => transaction.RunAsync("RETURN $x", new { x = 1.5m }));
        Assert.Equal(1L, (await (await transaction.RunAsync("CREATE (:T) RETURN 1 AS one")).SingleAsync())["one"]);
        await transaction.CommitAsync();
        Assert.Equal(1, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }

    [Fact]
    public async Task The_time_limit_of_a_transaction_ends_it_on_the_server()
    {
        await using var session = Driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync(o => o.WithTimeout(TimeSpan.FromMilliseconds(200)));
        Assert.Equal(TimeSpan.FromMilliseconds(200), transaction.TransactionConfig.Timeout);
        var result = await transaction.RunAsync(Endless(1));
        var error = await Assert.ThrowsAnyAsync<Neo4jException>(result.FetchAsync);
        Assert.StartsWith("Neo.ClientError.Transaction.TransactionTimedOut", error.Code, StringComparison.Ordinal);
        Assert.False(error.IsRetriable);
        await UntilRunsAsync(1, runs: false);
    }

    [Fact]
    public async Task What_is_said_of_a_transaction_shows_in_the_list_of_transactions()
    {
        await using var session = Driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync(o => o.WithMetadata(new Dictionary<string, object> { ["job"] = "count", ["part"] = 7 }));
        await (await transaction.RunAsync("CREATE (:T)")).ConsumeAsync();
        var row = Assert.Single(await Server.QueryAsync("SHOW TRANSACTIONS YIELD metaData WHERE metaData.job = 'count' RETURN metaData.part"));
        Assert.Equal(7, row[0].GetInt64());
    }

    [Fact]
    public void A_time_limit_is_in_whole_milliseconds_and_not_negative()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(2), Built(TimeSpan.FromMicroseconds(1001)));
        Assert.Equal(TimeSpan.Zero, Built(TimeSpan.Zero));
        Assert.Null(Built(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Built(TimeSpan.FromTicks(-1)));

        static TimeSpan? Built(TimeSpan? given)
        {
            var config = new TransactionConfig();
            new TransactionConfigBuilder(config).WithTimeout(given);
            return config.Timeout;
        }
    }
}
