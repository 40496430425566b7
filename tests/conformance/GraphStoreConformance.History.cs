using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private async Task<string[]> HistoryAsync(IGraphReader reader, string id) =>
        [.. (await reader.HistoryAsync(Id(id), Patience)).Select(version => $"{version.ChangedAt}:{(version.Record as NodeRecord)?.Node.Names.FirstOrDefault()?.Text ?? Told(version.Record)}")];

    private async Task VersionsAsync()
    {
        await WriteAsync(Put(Firm("a", English("One"))));
        await WriteAsync(Put(Firm("a", English("Two"))));
        await WriteAsync(new Delete(Id("firm:a")));
        await WriteFirmsAsync("other");
        await WriteAsync(Put(Firm("a", English("Five"))));
    }

    [Fact]
    public async Task Each_revision_reads_as_it_was()
    {
        await VersionsAsync();
        string?[] expected = [null, "One", "Two", null, null, "Five"];
        for (var i = 0; i <= 5; i++)
        {
            var reader = await Store.ReadAsync(ReadPoint.Exact(new Revision(i)), Patience);
            Assert.Equal(new Revision(i), reader.Revision);
            Assert.Equal(expected[i], (await FindAsync(reader, "firm:a"))?.Names[0].Text);
        }
    }

    [Fact]
    public async Task History_tells_versions_and_deletions_oldest_first()
    {
        await VersionsAsync();
        Assert.Equal(["1:One", "2:Two", "3:-firm:a", "5:Five"], await HistoryAsync(await LatestAsync(), "firm:a"));
        Assert.Empty(await HistoryAsync(await LatestAsync(), "firm:unknown"));
    }

    [Fact]
    public async Task History_ends_at_the_reader_s_revision()
    {
        await VersionsAsync();
        Assert.Equal(["1:One", "2:Two"], await HistoryAsync(await Store.ReadAsync(ReadPoint.Exact(new Revision(2)), Patience), "firm:a"));
        Assert.Equal(["1:One", "2:Two", "3:-firm:a"], await HistoryAsync(await Store.ReadAsync(ReadPoint.Exact(new Revision(4)), Patience), "firm:a"));
    }

    [Fact]
    public async Task History_of_a_relation_is_told_too()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await WriteAsync(Put(Supplies("a", "a") with { Properties = """{"v":2}""" }));
        await WriteAsync(new Delete(Id("firm:a")));
        Assert.Equal(["1:supplies:a-a", "2:supplies:a-a", "3:-supplies:a-a"], await HistoryAsync(await LatestAsync(), "supplies:a-a"));
    }

    [Fact]
    public async Task History_of_a_former_id_is_the_survivor_s()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"))), Put(Firm("b", English("Beta"))));
        await WriteAsync(new Merge(Id("firm:b"), Id("firm:a")));
        Assert.Equal(["1:Alpha"], await HistoryAsync(await LatestAsync(), "firm:b"));
        Assert.Equal(["1:Beta"], await HistoryAsync(await Store.ReadAsync(ReadPoint.Exact(new Revision(1)), Patience), "firm:b"));
    }

    [Fact]
    public async Task Trimmed_history_expires_for_exact_reads_and_pinned_readers()
    {
        await VersionsAsync();
        var pinned = await Store.ReadAsync(ReadPoint.Exact(new Revision(2)), Patience);
        await Store.TrimHistoryAsync(new Revision(3), Patience);
        await RefusedAsync(ErrorReason.RevisionExpired, () => Store.ReadAsync(ReadPoint.Exact(new Revision(2)), Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => FindAsync(pinned, "firm:a"));
        await RefusedAsync(ErrorReason.RevisionExpired, () => pinned.ListNodesAsync(new NodeQuery(), Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => pinned.ListRelationsAsync(new RelationQuery(), Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => pinned.SearchNamesAsync(new NameQuery { Text = "two" }, Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => pinned.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [Id("firm:a")] }, Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => pinned.HistoryAsync(Id("firm:a"), Patience));
        await RefusedAsync(ErrorReason.RevisionExpired, () => ExportAsync(pinned));
    }

    [Fact]
    public async Task Revisions_from_the_trim_on_read_as_before()
    {
        await VersionsAsync();
        await Store.TrimHistoryAsync(new Revision(2), Patience);
        Assert.Equal("Two", (await FindAsync(await Store.ReadAsync(ReadPoint.Exact(new Revision(2)), Patience), "firm:a"))!.Names[0].Text);
        Assert.Null(await FindAsync(await Store.ReadAsync(ReadPoint.Exact(new Revision(3)), Patience), "firm:a"));
        Assert.Equal(["2:Two", "3:-firm:a", "5:Five"], await HistoryAsync(await LatestAsync(), "firm:a"));
        Assert.Equal(["-firm:a", "firm:other", "firm:a"], (await ChangesAsync(new Revision(2), 3)).SelectMany(set => set.Changes).Select(Told));
    }

    [Fact]
    public async Task Trim_of_the_future_or_the_forgotten_does_nothing()
    {
        await VersionsAsync();
        await Store.TrimHistoryAsync(new Revision(6), Patience);
        Assert.Equal(Revision.Zero, (await Store.CheckReadinessAsync(Patience)).OldestRetained);
        await Store.TrimHistoryAsync(new Revision(4), Patience);
        await Store.TrimHistoryAsync(new Revision(2), Patience);
        Assert.Equal(new Revision(4), (await Store.CheckReadinessAsync(Patience)).OldestRetained);
    }

    [Fact]
    public async Task Everything_may_be_trimmed_but_the_present()
    {
        await VersionsAsync();
        await Store.TrimHistoryAsync(new Revision(5), Patience);
        Assert.Equal(["firm:a", "firm:other"], (await ExportAsync(await LatestAsync())).Select(Told));
        Assert.Equal(["firm:a Whole"], await SearchAsync("five"));
        Assert.Empty(await SearchAsync("two"));
        Assert.Equal(new Revision(6), (await WriteAsync(Put(Firm("a", English("Six"))))).Revision);
    }

    [Fact]
    public async Task Request_ids_are_forgotten_with_the_history_of_their_revision()
    {
        await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a"))], RequestId = "old" }, Patience);
        await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("b"))], RequestId = "kept" }, Patience);
        await WriteFirmsAsync("c");
        await Store.TrimHistoryAsync(new Revision(2), Patience);
        Assert.Equal(1, (await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("d"))], RequestId = "old" }, Patience)).Created);
        await RefusedAsync(ErrorReason.RequestIdReused, () => Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("d"))], RequestId = "kept" }, Patience));
    }

    [Fact]
    public async Task Exact_read_of_a_revision_not_reached_is_refused()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.RevisionNotReached, () => Store.ReadAsync(ReadPoint.Exact(new Revision(2)), Patience));
    }

    [Fact]
    public async Task Read_of_at_least_a_revision_waits_for_it()
    {
        await WriteFirmsAsync("a");
        Assert.Equal(new Revision(1), (await Store.ReadAsync(ReadPoint.AtLeast(new Revision(1)), Patience)).Revision);
        var waiting = Store.ReadAsync(ReadPoint.AtLeast(new Revision(3)), Patience);
        await WriteFirmsAsync("b");
        Assert.False(waiting.IsCompleted);
        await WriteFirmsAsync("c");
        Assert.Equal(new Revision(3), (await waiting).Revision);
    }

    [Fact]
    public async Task Reader_sees_one_state_while_others_write()
    {
        await WriteAsync(Put(Firm("a", English("0"))), Put(Firm("b", English("0"))));
        using var done = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= 100; i++)
                await WriteAsync(Put(Firm("a", English($"{i}"))), Put(Firm("b", English($"{i}"))));
            await done.CancelAsync();
        });
        while (!done.IsCancellationRequested)
        {
            var reader = await LatestAsync();
            var (a, b) = (await FindAsync(reader, "firm:a"), await FindAsync(reader, "firm:b"));
            Assert.Equal(a!.Names[0], b!.Names[0]);
            Assert.Equal(reader.Revision.Number - 1, long.Parse(a.Names[0].Text, null));
        }
        await writer;
    }
}
