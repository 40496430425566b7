namespace GeoGraph.Neo4jDriver.Tests.Sessions;

/// <summary>Sessions on few connections that are closed, cancelled and failed at any moment: no result is ever another's, or cut short unsaid.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class StoppingAtRandomTests : OnServer
{
    private const string Rows = "UNWIND range(1, $n) AS i RETURN $mark AS mark, i";
    private const int Seed = 20260122;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_result_is_whole_and_one_s_own_or_fails()
    {
        await using var few = NewDriver(c => c.WithMaxConnectionPoolSize(4));
        var whole = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var random = new Random(Seed + worker);
            for (var round = 0; round < 60; round++)
            {
                if (await RunAsync(few, random)) Interlocked.Increment(ref whole);
            }
        }));
        Assert.InRange(whole, 48, 480);
        await using var after = few.AsyncSession();
        Assert.Equal(1, await ScalarAsync<int>(after, "SHOW TRANSACTIONS YIELD transactionId RETURN count(*)"));
    }

    private static async Task<bool> RunAsync(IDriver driver, Random random)
    {
        var session = driver.AsyncSession(o => o.WithFetchSize(random.Next(1, 50)));
        var (mark, count, kind, closes) = (random.Next(), random.Next(200), random.Next(5), random.Next(3) == 0);
        using var cancel = new CancellationTokenSource();
        try
        {
            var work = kind switch
            {
                0 => AutoCommitAsync(session, mark, count),
                1 => ByTurnsAsync(session, mark, count),
                2 => ManagedAsync(session, mark, count),
                3 => FailingAsync(session, mark, count),
                _ => CheckAsync(await session.RunAsync(Rows, new { n = 1_000_000, mark }), mark, 1_000_000, cancel.Token),
            };
            for (var yields = random.Next(40); yields > 0; yields--) await Task.Yield();
            if (kind == 4) await cancel.CancelAsync();
            if (closes) await session.CloseAsync().WaitAsync(Long);
            await work.WaitAsync(Long);
            return true;
        }
        catch (Exception error) when (error is ClientException || (kind == 4 && error is OperationCanceledException))
        {
            Assert.True(closes || kind == 4, error.ToString());
            return false;
        }
        finally
        {
            await session.CloseAsync().WaitAsync(Long);
        }
    }

    private static async Task AutoCommitAsync(IAsyncSession session, int mark, int count)
    {
        for (var i = 0; i < 3; i++) await CheckAsync(await session.RunAsync(Rows, new { n = count, mark }), mark, count);
    }

    private static async Task ByTurnsAsync(IAsyncSession session, int mark, int count)
    {
        await using var transaction = await session.BeginTransactionAsync();
        var results = new List<IResultCursor>();
        for (var i = 0; i < 4; i++) results.Add(await transaction.RunAsync(Rows, new { n = count, mark = (long)mark + i }));
        for (var i = 3; i >= 0; i--) await CheckAsync(results[i], (long)mark + i, count);
        if (count % 2 == 0) await transaction.CommitAsync();
    }

    private static Task ManagedAsync(IAsyncSession session, int mark, int count) => session.ExecuteWriteAsync(async runner =>
    {
        await runner.RunAsync("CREATE (:T {mark: $mark})", new { mark });
        await CheckAsync(await runner.RunAsync(Rows, new { n = count, mark }), mark, count);
    });

    private static async Task FailingAsync(IAsyncSession session, int mark, int count)
    {
        var failing = await session.RunAsync("UNWIND range(1, 20) AS i RETURN i / (i - 10) AS x");
        var error = await Assert.ThrowsAsync<ClientException>(() => failing.ToListAsync());
        if (error.Code != "Neo.ClientError.Statement.ArithmeticError") throw error;
        await CheckAsync(await session.RunAsync(Rows, new { n = count, mark }), mark, count);
    }

    private static async Task CheckAsync(IResultCursor result, long mark, int count, CancellationToken cancellationToken = default)
    {
        var rows = 0L;
        await foreach (var record in result.WithCancellation(cancellationToken))
        {
            Assert.Equal((mark, ++rows), ((long)record["mark"], (long)record["i"]));
        }
        Assert.Equal(count, rows);
    }
}
