using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    protected static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Watch_goes_past_a_revision_that_came_to_nothing()
    {
        await WriteFirmsAsync("a");
        var receipt = await WriteAsync(Put(Firm("b")), new Delete(Id("firm:b")));
        Assert.Equal((2L, 1, 1), (receipt.Revision.Number, receipt.Created, receipt.Deleted));
        var told = new List<long>();
        await foreach (var set in Store.WatchAsync(Revision.Zero, TimeSpan.FromMinutes(1), Patience))
        {
            told.Add(set.Revision.Number);
            if (told.Count == 3)
                break;
        }
        Assert.Equal([1, 2, 2], told);
        await WriteFirmsAsync("c");
        Assert.Equal(3, Assert.Single(await ChangesAsync(new Revision(1), 1)).Revision.Number);
    }

    [Fact]
    public async Task Watch_tells_every_revision_in_order_from_the_beginning()
    {
        await WriteFirmsAsync("b", "a");
        await WriteAsync(Put(Supplies("a", "b")), Put(Firm("a", English("A"))));
        await WriteAsync(new Delete(Id("firm:b")));
        var sets = await ChangesAsync(Revision.Zero, 3);
        Assert.Equal([1L, 2L, 3L], sets.Select(set => set.Revision.Number));
        Assert.Equal(["firm:a", "firm:b"], sets[0].Changes.Select(Told));
        Assert.Equal(["firm:a", "supplies:a-b"], sets[1].Changes.Select(Told));
        Assert.Equal(["-firm:b", "-supplies:a-b"], sets[2].Changes.Select(Told));
    }

    [Fact]
    public async Task Watch_tells_things_as_they_stood_at_the_end_of_the_revision()
    {
        await WriteAsync(Put(Firm("a", English("One"))), Put(Firm("a", English("Two"))));
        await WriteAsync(Put(Firm("a", English("Three"))));
        var sets = await ChangesAsync(Revision.Zero, 2);
        Assert.Equal("Two", ((NodeRecord)Assert.Single(sets[0].Changes)).Node.Names[0].Text);
        Assert.Equal(new Revision(1), ((NodeRecord)sets[0].Changes[0]).Node.ChangedAt);
        Assert.Equal("Three", ((NodeRecord)Assert.Single(sets[1].Changes)).Node.Names[0].Text);
    }

    [Fact]
    public async Task Watch_resumes_after_each_revision()
    {
        for (var i = 1; i <= 6; i++)
            await WriteFirmsAsync($"f{i}");
        for (var i = 0; i < 6; i++)
            Assert.Equal(Enumerable.Range(i + 1, 6 - i).Select(n => $"firm:f{n}"), (await ChangesAsync(new Revision(i), 6 - i)).SelectMany(set => set.Changes).Select(Told));
    }

    [Fact]
    public async Task Watch_tells_a_merge_as_deletion_moved_relations_and_alias()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b", English("Bee"))), Put(Supplies("b", "b")));
        await WriteAsync(new Merge(Id("firm:b"), Id("firm:a")));
        Assert.Equal(["-firm:b", "supplies:b-b", "firm:b=firm:a[Bee]"], Assert.Single(await ChangesAsync(new Revision(1), 1)).Changes.Select(Told));
    }

    [Fact]
    public async Task Watch_tells_the_end_of_aliases_with_their_survivor()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), new Merge(Id("firm:b"), Id("firm:a")));
        await WriteAsync(new Delete(Id("firm:a")));
        Assert.Equal(["-firm:a", "-firm:b"], Assert.Single(await ChangesAsync(new Revision(1), 1)).Changes.Select(Told));
    }

    [Fact]
    public async Task Node_deleted_and_made_again_in_one_revision_is_not_told_as_deleted()
    {
        await WriteFirmsAsync("a");
        await WriteAsync(new Delete(Id("firm:a")), Put(Firm("a", English("A"))));
        Assert.Equal(["firm:a"], Assert.Single(await ChangesAsync(new Revision(1), 1)).Changes.Select(Told));
    }

    [Fact]
    public async Task Watch_gives_a_checkpoint_at_once_when_it_has_caught_up()
    {
        await WriteFirmsAsync("a");
        var sets = new List<ChangeSet>();
        await foreach (var set in Store.WatchAsync(Revision.Zero, Seldom, Patience))
        {
            sets.Add(set);
            if (set.Changes.Count == 0)
                break;
        }
        Assert.Equal([1L, 1L], sets.Select(set => set.Revision.Number));
    }

    [Fact]
    public async Task Idle_watch_gives_checkpoints_again_and_again()
    {
        await WriteFirmsAsync("a");
        var checkpoints = 0;
        await foreach (var set in Store.WatchAsync(new Revision(1), TimeSpan.FromMilliseconds(20), Patience))
        {
            Assert.Empty(set.Changes);
            Assert.Equal(new Revision(1), set.Revision);
            if (++checkpoints == 3)
                break;
        }
        Assert.Equal(3, checkpoints);
    }

    [Fact]
    public async Task Watch_goes_on_with_what_is_written_while_it_waits()
    {
        await using var watch = Store.WatchAsync(Revision.Zero, Seldom, Patience).GetAsyncEnumerator(Patience);
        Assert.True(await watch.MoveNextAsync());
        Assert.Empty(watch.Current.Changes);
        for (var i = 1; i <= 3; i++)
        {
            var write = WriteFirmsAsync($"f{i}");
            do
                Assert.True(await watch.MoveNextAsync());
            while (watch.Current.Changes.Count == 0);
            Assert.Equal(new Revision(i), watch.Current.Revision);
            await write;
        }
    }

    [Fact]
    public async Task Watches_under_concurrent_writers_have_no_gap_and_no_repeat()
    {
        const int Writes = 60;
        var watches = Enumerable.Range(0, 3).Select(i => Task.Run(() => ChangesAsync(Revision.Zero, Writes))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Writes / 3; i++)
                await RetriedAsync(Put(Firm($"w{w}-{i}")));
        })));
        foreach (var sets in await Task.WhenAll(watches))
        {
            Assert.Equal(Enumerable.Range(1, Writes).Select(i => new Revision(i)), sets.Select(set => set.Revision));
            Assert.Equal(Writes, sets.SelectMany(set => set.Changes).Select(Told).Distinct().Count());
        }
    }

    [Fact]
    public async Task Watch_from_what_is_forgotten_expires()
    {
        for (var i = 1; i <= 4; i++)
            await WriteFirmsAsync($"f{i}");
        await Store.TrimHistoryAsync(new Revision(3), Patience);
        await RefusedAsync(ErrorReason.RevisionExpired, () => ChangesAsync(new Revision(2), 1));
        Assert.Equal(new Revision(4), Assert.Single(await ChangesAsync(new Revision(3), 1)).Revision);
    }

    [Fact]
    public async Task Watch_from_a_revision_not_reached_is_refused()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.RevisionNotReached, () => ChangesAsync(new Revision(2), 1));
    }

    [Fact]
    public async Task Write_that_changes_nothing_is_not_told()
    {
        await WriteFirmsAsync("a");
        await WriteFirmsAsync("a");
        await WriteFirmsAsync("b");
        Assert.Equal([1L, 2L], (await ChangesAsync(Revision.Zero, 2)).Select(set => set.Revision.Number));
    }

    [Fact]
    public async Task Export_and_watch_together_rebuild_the_store()
    {
        await WriteFirmsAsync("a", "b");
        var reader = await LatestAsync();
        await WriteAsync(Put(Supplies("a", "b")), Put(Firm("c")));
        await WriteAsync(new Delete(Id("firm:a")), new Merge(Id("firm:c"), Id("firm:b")));
        var replica = new Dictionary<string, string>();
        foreach (var record in await ExportAsync(reader))
            GraphModel.Replay(replica, record);
        foreach (var record in (await ChangesAsync(reader.Revision, 2)).SelectMany(set => set.Changes))
            GraphModel.Replay(replica, record);
        Assert.Equal((await ExportAsync(await LatestAsync())).Select(GraphModel.Print).Order(StringComparer.Ordinal), replica.Values.Order(StringComparer.Ordinal));
    }
}
