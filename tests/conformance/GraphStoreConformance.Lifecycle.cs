using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Fact]
    public async Task New_store_is_ready_and_empty()
    {
        Assert.Equal(new StoreReadiness(true, Revision.Zero, Revision.Zero, null), await Store.CheckReadinessAsync(Patience));
        Assert.Empty((await (await LatestAsync()).ListNodesAsync(new NodeQuery(), Patience)).Items);
        Assert.Empty((await (await LatestAsync()).ListRelationsAsync(new RelationQuery(), Patience)).Items);
        Assert.Empty(await SearchAsync("anything"));
    }

    [Fact]
    public async Task Readiness_tells_the_revisions()
    {
        for (var i = 0; i < 3; i++)
            await WriteFirmsAsync($"f{i}");
        await Store.TrimHistoryAsync(new Revision(2), Patience);
        Assert.Equal(new StoreReadiness(true, new Revision(3), new Revision(2), null), await Store.CheckReadinessAsync(Patience));
    }

    [Fact]
    public async Task Closed_store_says_so()
    {
        await WriteFirmsAsync("a");
        var reader = await LatestAsync();
        await Store.DisposeAsync();
        await RefusedAsync(ErrorReason.StoreUnavailable, () => WriteFirmsAsync("b"));
        await RefusedAsync(ErrorReason.StoreUnavailable, LatestAsync);
        await RefusedAsync(ErrorReason.StoreUnavailable, () => FindAsync(reader, "firm:a"));
        Assert.False((await Store.CheckReadinessAsync(Patience)).Ready);
    }

    [Fact]
    public async Task Closing_ends_watches_and_may_be_repeated()
    {
        await using var watch = Store.WatchAsync(Revision.Zero, Seldom, Patience).GetAsyncEnumerator(Patience);
        await watch.MoveNextAsync();
        var next = watch.MoveNextAsync().AsTask();
        await Store.DisposeAsync();
        await Store.DisposeAsync();
        await RefusedAsync(ErrorReason.StoreUnavailable, () => next);
    }

    [Fact]
    public async Task Closing_waits_for_calls_that_run()
    {
        var writes = Enumerable.Range(0, 10).Select(i => Task.Run(() => WriteFirmsAsync($"f{i}"))).ToList();
        await writes[0];
        await Store.DisposeAsync();
        foreach (var write in writes)
        {
            var error = await Record.ExceptionAsync(() => write);
            Assert.True(error is null or GeoGraphException { Reason: ErrorReason.StoreUnavailable }, error?.ToString());
        }
    }
}
