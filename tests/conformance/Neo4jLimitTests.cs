using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j;

namespace GeoGraph.Conformance;

/// <summary>What a database refuses for want of memory, time or room: nothing of it is there, and the store goes on once the cause is gone.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class Neo4jLimitTests
{
    [Fact]
    public async Task A_write_beyond_the_memory_of_a_transaction_is_refused_whole()
    {
        await using var server = await Neo4jServer.StartAsync("db.memory.transaction.max=8m");
        await using var store = await OpenAsync(server);
        await WriteAsync(store, "before", 10);
        var refusal = await Assert.ThrowsAsync<GeoGraphException>(() => WriteAsync(store, "large", 20_000));
        Assert.True((refusal.Reason, refusal.Metadata.GetValueOrDefault("field")) == (ErrorReason.LimitExceeded, "memory"), refusal.ToString());
        await ShowsAsync(server, store, 10, 1);
        await WriteAsync(store, "after", 10);
        await ShowsAsync(server, store, 20, 2);
    }

    [Fact]
    public async Task A_write_beyond_its_time_is_refused_whole()
    {
        await using var server = await Neo4jServer.StartAsync("db.transaction.monitor.check.interval=50ms");
        await using var store = await OpenAsync(server);
        await using var hasty = await OpenAsync(server, options => options with { WriteTimeout = TimeSpan.FromSeconds(1) });
        await WriteAsync(store, "before", 10);
        var refusal = await Assert.ThrowsAsync<GeoGraphException>(() => WriteAsync(hasty, "long", 100_000));
        Assert.True((refusal.Reason, refusal.Metadata.GetValueOrDefault("field")) == (ErrorReason.LimitExceeded, "time"), refusal.ToString());
        await ShowsAsync(server, store, 10, 1);
        await WriteAsync(store, "after", 10);
        await ShowsAsync(server, store, 20, 2);
    }

    [Fact]
    public async Task A_write_that_the_database_ends_while_it_waits_for_another_is_a_conflict()
    {
        await using var server = await Neo4jServer.StartAsync("db.transaction.monitor.check.interval=50ms");
        await using var store = await OpenAsync(server, options => options with { WriteTimeout = TimeSpan.FromSeconds(3), BusyTimeout = TimeSpan.FromMinutes(5) });
        await using (await server.HoldAsync("MATCH (s:GeoGraphStore) SET s.lock = 'held by a test'"))
            Assert.Equal(ErrorReason.WriteConflict, (await Assert.ThrowsAsync<GeoGraphException>(() => WriteAsync(store, "late", 10))).Reason);
    }

    [Fact]
    public async Task A_write_that_waits_too_long_for_another_is_a_conflict()
    {
        await using var server = await Neo4jServer.StartAsync();
        await using var store = await OpenAsync(server, options => options with { BusyTimeout = TimeSpan.FromSeconds(2) });
        await using (await server.HoldAsync("MATCH (s:GeoGraphStore) SET s.lock = 'held by a test'"))
            Assert.Equal(ErrorReason.WriteConflict, (await Assert.ThrowsAsync<GeoGraphException>(() => WriteAsync(store, "late", 10))).Reason);
        await WriteAsync(store, "after", 10);
        await ShowsAsync(server, store, 10, 1);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_and_loses_nothing()
    {
        await using var server = await Neo4jServer.StartAsync();
        var store = await OpenAsync(server);
        for (var batch = 0; batch < 5; batch++)
            await WriteAsync(store, $"before{batch}", 100);
        server.LimitFileSize(server.LargestFile() + 300_000);
        var acknowledged = 5;
        var refusal = await Assert.ThrowsAsync<GeoGraphException>(async () =>
        {
            for (; acknowledged < 500; acknowledged++)
                await WriteAsync(store, $"then{acknowledged}", 100);
        });
        Assert.True(refusal.Reason == ErrorReason.StoreUnavailable, refusal.ToString());
        Assert.DoesNotContain("Exception", refusal.Message, StringComparison.Ordinal);
        await store.DisposeAsync();

        await server.KillAsync();
        await server.StartAgainAsync();
        await using var again = await OpenAsync(server);
        var current = (await again.CheckReadinessAsync(CancellationToken.None)).Current.Number;
        Assert.InRange(current, acknowledged, acknowledged + 1);
        await ShowsAsync(server, again, (int)current * 100, current);
        await WriteAsync(again, "after", 100);
        await ShowsAsync(server, again, (int)(current + 1) * 100, current + 1);
    }

    private static async Task<IGraphStore> OpenAsync(Neo4jServer server, Func<Neo4jStoreOptions, Neo4jStoreOptions>? change = null)
    {
        var options = new Neo4jStoreOptions { Uri = server.Bolt, Owner = "limits", Database = Neo4jServer.Database }.WithPassword(Neo4jServer.User, Neo4jServer.Password);
        return await Neo4jGraphStore.OpenAsync(change is null ? options : change(options), TimeProvider.System, null, CancellationToken.None);
    }

    private static Task<WriteReceipt> WriteAsync(IGraphStore store, string name, int count)
    {
        var text = new string('x', 500);
        var updates = Enumerable.Range(0, count).Select(i => new PutNode(new GraphNode { Id = EntityId.Parse($"firm:{name}-{i}"), Label = "FIRM", Properties = $$"""{"text":"{{text}}"}""" }));
        return store.WriteAsync(new WriteBatch { Updates = [.. updates] }, CancellationToken.None);
    }

    // What the store says, and what lies in the database.
    private static async Task ShowsAsync(Neo4jServer server, IGraphStore store, int nodes, long revision)
    {
        Assert.Equal((true, revision), ((await store.CheckReadinessAsync(CancellationToken.None)) is var ready && ready.Ready, ready.Current.Number));
        Assert.Equal(nodes, await server.CountAsync("MATCH (n:FIRM) RETURN count(n)"));
        Assert.Equal(revision, await server.CountAsync("MATCH (n:FIRM) RETURN count(DISTINCT n.revision)"));
    }
}
