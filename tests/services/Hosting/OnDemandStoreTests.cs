using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Stores;
using GeoGraph.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class OnDemandStoreTests
{
    private readonly HandSetTime _time = new();
    private int _openings;

    [Fact]
    public async Task Calls_that_come_while_a_store_is_opened_share_the_opening_and_the_end_of_one_does_not_end_it()
    {
        var opened = new TaskCompletionSource<IGraphStore>();
        await using var store = On(_ => opened.Task);
        using var impatient = new CancellationTokenSource();
        var first = store.CheckReadinessAsync(impatient.Token);
        var second = store.CheckReadinessAsync(CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        opened.SetResult(await MemoryAsync());

        Assert.True((await second).Ready);
        Assert.Equal(1, _openings);
    }

    [Fact]
    public async Task Opening_that_failed_is_tried_again_after_a_pause_within_which_calls_share_its_failure()
    {
        var isAway = true;
        await using var store = On(async _ => isAway ? throw new GeoGraphException(ErrorReason.StoreUnavailable, "away") : await MemoryAsync());
        foreach (var _ in Enumerable.Range(0, 5))
            Assert.Equal("away", (await RefusedAsync(store)).Message);
        Assert.Equal(1, _openings);
        isAway = false;
        await RefusedAsync(store);

        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.True((await store.CheckReadinessAsync(CancellationToken.None)).Ready);
        Assert.Equal(2, _openings);
    }

    [Fact]
    public async Task Store_that_is_disposed_while_it_is_opened_is_closed_once_it_is_open()
    {
        var memory = await MemoryAsync();
        var opened = new TaskCompletionSource<IGraphStore>();
        var store = On(_ => opened.Task);
        var waiting = store.ReadAsync(ReadPoint.Latest, CancellationToken.None);
        var disposing = store.DisposeAsync().AsTask();
        opened.SetResult(memory);
        await disposing;

        Assert.Equal("the store is closed.", (await RefusedAsync(store)).Message);
        await Assert.ThrowsAsync<GeoGraphException>(() => memory.ReadAsync(ReadPoint.Latest, CancellationToken.None));
        await waiting.ContinueWith(static ended => ended.Exception, TaskScheduler.Default);
    }

    private OnDemandGraphStore On(Func<CancellationToken, Task<IGraphStore>> open) => new(cancellationToken =>
    {
        Interlocked.Increment(ref _openings);
        return open(cancellationToken);
    }, _time, NullLogger.Instance);

    private static Task<GeoGraphException> RefusedAsync(OnDemandGraphStore store) =>
        Assert.ThrowsAsync<GeoGraphException>(() => store.CheckReadinessAsync(CancellationToken.None));

    private static async Task<IGraphStore> MemoryAsync() => await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, CancellationToken.None);

    private sealed class HandSetTime : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
