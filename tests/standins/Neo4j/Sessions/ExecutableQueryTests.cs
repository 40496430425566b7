namespace GeoGraph.Neo4jDriver.Tests.Sessions;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class ExecutableQueryTests : OnServer
{
    [Fact]
    public async Task A_query_gives_its_records_keys_and_summary()
    {
        var (records, summary, keys) = await Driver.ExecutableQuery("UNWIND $list AS i CREATE (n:T {x: i}) RETURN i, n")
            .WithParameters(new { list = new[] { 1, 2, 3 } }).ExecuteAsync();
        Assert.Equal([1L, 2L, 3L], records.Select(r => r["i"]));
        Assert.Equal(["i", "n"], keys);
        Assert.Equal(3, summary.Counters.NodesCreated);
        Assert.Equal(["T"], records[0]["n"].As<INode>().Labels);
    }

    [Fact]
    public async Task Rows_are_filtered_mapped_and_reduced()
    {
        var query = Driver.ExecutableQuery("UNWIND range(1, 10) AS i RETURN i");
        var odd = await query.WithFilter(r => r["i"].As<int>() % 2 == 1).WithMap(r => r["i"].As<int>() * 10).ExecuteAsync();
        Assert.Equal([10, 30, 50, 70, 90], odd.Result);
        var sum = await query.WithMap(r => r["i"].As<int>()).WithReduce(() => 0, (a, i) => a + i, a => $"sum {a}").ExecuteAsync();
        Assert.Equal("sum 55", sum.Result);
        var streamed = await query.WithStreamProcessor(async records =>
        {
            var count = 0;
            await foreach (var _ in records) count++;
            return count;
        }).ExecuteAsync();
        Assert.Equal(10, streamed.Result);
        Assert.Equal(["i"], streamed.Keys);
    }

    [Fact]
    public async Task A_query_sees_what_the_one_before_it_wrote_and_may_only_read_where_told_so()
    {
        await Driver.ExecutableQuery("CREATE (:T)").ExecuteAsync();
        Assert.NotEmpty(await Driver.GetExecutableQueryBookmarkManager().GetBookmarksAsync());
        var count = await Driver.ExecutableQuery("MATCH (n:T) RETURN count(n) AS n").WithConfig(new QueryConfig(RoutingControl.Readers, "neo4j")).ExecuteAsync();
        Assert.Equal(1L, count.Result[0]["n"]);
        await Assert.ThrowsAsync<ClientException>(() =>
            Driver.ExecutableQuery("CREATE (:T)").WithConfig(new QueryConfig(RoutingControl.Readers)).ExecuteAsync());
    }

    [Fact]
    public async Task A_bookmark_manager_replaces_what_it_gave_by_what_came_of_it()
    {
        var told = new List<string[]>();
        var manager = GraphDatabase.BookmarkManagerFactory.NewBookmarkManager(new BookmarkManagerConfig(notifyBookmarksAsync: (marks, _) =>
        {
            told.Add(marks);
            return Task.CompletedTask;
        }));
        await using var first = Driver.AsyncSession(o => o.WithBookmarkManager(manager));
        await first.ExecuteWriteAsync(runner => runner.RunAsync("CREATE (:T)"));
        var one = Assert.Single(await manager.GetBookmarksAsync());
        await using var second = Driver.AsyncSession(o => o.WithBookmarkManager(manager));
        await (await second.RunAsync("CREATE (:T)")).ConsumeAsync();
        var two = Assert.Single(await manager.GetBookmarksAsync());
        Assert.NotEqual(one, two);
        Assert.Equal([[one], [two]], told);
    }

    [Fact]
    public async Task A_token_cancelled_beforehand_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Driver.ExecutableQuery("CREATE (:T)").ExecuteAsync(new CancellationToken(true)));
        Assert.Equal(0, await Server.CountAsync("MATCH (n:T) RETURN count(n)"));
    }
}
