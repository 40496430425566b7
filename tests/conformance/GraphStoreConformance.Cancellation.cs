using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public async Task Cancelled_call_does_nothing()
    {
        await WriteFirmsAsync("a");
        var reader = await LatestAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(ReadPoint.Latest, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("b"))] }, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.FindNodesAsync([Id("firm:a")], Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ListNodesAsync(new NodeQuery(), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.SearchNamesAsync(new NameQuery { Text = "a" }, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")] }, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.HistoryAsync(Id("firm:a"), Cancelled));
        Assert.Equal(new Revision(1), await CurrentAsync());
    }

    [Fact]
    public async Task Watch_ends_when_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var set in Store.WatchAsync(Revision.Zero, Seldom, cancel.Token))
                await cancel.CancelAsync();
        });
        Assert.Equal(1, (await WriteFirmsAsync("a")).Created);
    }

    [Fact]
    public async Task Waiting_read_ends_when_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Patience);
        var waiting = Store.ReadAsync(ReadPoint.AtLeast(new Revision(9)), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Write_cancelled_on_the_way_is_whole_or_nothing()
    {
        var updates = Enumerable.Range(0, 3000).Select(i => (GraphUpdate)Put(Firm($"f{i}"))).ToList();
        for (var wait = 0; wait < 12; wait += 3)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
            try
            {
                await Store.WriteAsync(new WriteBatch { Updates = updates }, cancel.Token);
            }
            catch (OperationCanceledException)
            {
            }
            var reader = await LatestAsync();
            var count = (await ExportAsync(reader)).Count;
            Assert.Equal(reader.Revision == Revision.Zero ? 0 : 3000, count);
        }
    }

    [Fact]
    public async Task Export_stops_when_cancelled()
    {
        await WriteAsync([.. Enumerable.Range(0, 5000).Select(i => Put(Firm($"f{i}")))]);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Patience);
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in (await LatestAsync()).ExportAsync(cancel.Token))
            {
                if (seen++ == 10)
                    await cancel.CancelAsync();
            }
        });
        Assert.True(seen < 5000);
    }

    [Fact]
    public async Task Store_works_on_after_cancelled_calls()
    {
        await ChainAsync();
        var reader = await LatestAsync();
        for (var i = 0; i < 20; i++)
        {
            using var cancel = new CancellationTokenSource();
            var walk = reader.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")], MaxDepth = 5 }, cancel.Token);
            await cancel.CancelAsync();
            try
            {
                await walk;
            }
            catch (OperationCanceledException)
            {
            }
            Assert.Equal(6, (await reader.ListNodesAsync(new NodeQuery(), Patience)).Items.Count);
        }
    }
}
