using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Sqlite;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    /// <summary>The power of a store of this suite to give out and take in all that it retains.</summary>
    protected virtual IGraphArchive ArchiveOf(IGraphStore store) => (IGraphArchive)store;

    private static Task<SqliteGraphStore> OtherStoreAsync() => SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, CancellationToken.None);

    private async Task<ArchiveContents> ContentsAsync(IGraphArchive archive)
    {
        using var digest = new ArchiveDigest();
        await foreach (var record in archive.ReadArchiveAsync(Patience))
            digest.Add(record);
        return digest.Conclude();
    }

    // Updates at random after a world to change, each batch with a request id; then part of the history is forgotten. What is refused is left out.
    private async Task<List<WriteBatch>> WriteRandomAsync(IGraphStore store, int seed)
    {
        var random = new Random(seed);
        GraphUpdate[] world = [.. UpdateScript.NodeIds.Select(id => Put(new GraphNode { Id = id, Label = "FIRM", Names = [English("Alpha " + id.Name)] }))];
        var applied = new List<WriteBatch>();
        var script = new UpdateScript([.. Enumerable.Range(0, 600).Select(_ => random.Next())]).Batches();
        foreach (var updates in script.SelectMany(batch => batch.Chunk(batch.Count == 2 ? 2 : 1)).Prepend(world))
        {
            var batch = new WriteBatch { Updates = updates, RequestId = $"request-{applied.Count}" };
            if ((await OutcomeAsync(store, batch)).Receipt is not null)
                applied.Add(batch);
        }
        if (seed % 2 == 1)
            await store.TrimHistoryAsync(new Revision((await store.CheckReadinessAsync(Patience)).Current.Number / 3), Patience);
        return applied;
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Archive_restored_into_another_store_answers_alike_and_so_does_one_brought_back(int seed)
    {
        var batches = await WriteRandomAsync(Store, seed);
        var (lines, contents) = (await StorePrint.OfAsync(Store, Patience), await ContentsAsync(ArchiveOf(Store)));
        Assert.True(contents is { Nodes: > 0, Relations: > 0, Aliases: > 0, PastVersions: > 5, Receipts: > 10 }, contents.ToString());
        await using var other = await OtherStoreAsync();
        await other.RestoreArchiveAsync(ArchiveOf(Store).ReadArchiveAsync(Patience), Patience);
        Assert.Equal(lines, await StorePrint.OfAsync(other, Patience));
        Assert.Equal(contents, await ContentsAsync(other));
        Assert.Empty(await other.FindDamageAsync(Patience));

        await using var back = await OpenAsync();
        await ArchiveOf(back).RestoreArchiveAsync(other.ReadArchiveAsync(Patience), Patience);
        Assert.Equal(lines, await StorePrint.OfAsync(back, Patience));
        Assert.Equal(contents, await ContentsAsync(ArchiveOf(back)));
        Assert.Empty(await ArchiveOf(back).FindDamageAsync(Patience));
        foreach (var batch in batches.TakeLast(15))
            Assert.Equal(await OutcomeAsync(Store, batch), await OutcomeAsync(back, batch));
        Assert.Equal(await ContentsAsync(ArchiveOf(Store)), await ContentsAsync(ArchiveOf(back)));
    }

    [Fact]
    public async Task Store_that_was_restored_goes_on_as_the_first()
    {
        await WriteRandomAsync(Store, 4);
        await using var copy = await OpenAsync();
        await ArchiveOf(copy).RestoreArchiveAsync(ArchiveOf(Store).ReadArchiveAsync(Patience), Patience);
        var batch = new WriteBatch { Updates = [Put(Firm("n0", English("Alpha"))), Put(Firm("later")), Put(Supplies("later", "later")), new Delete(Id("firm:n3"))] };
        Outcome first = await OutcomeAsync(Store, batch), second = await OutcomeAsync(copy, batch);
        Assert.Equal(first, second);
        Assert.Equal(await StorePrint.OfAsync(Store, Patience), await StorePrint.OfAsync(copy, Patience));
        Assert.Equal(await ContentsAsync(ArchiveOf(Store)), await ContentsAsync(ArchiveOf(copy)));
    }

    private sealed record Outcome(WriteReceipt? Receipt, ErrorReason? Refusal);

    private async Task<Outcome> OutcomeAsync(IGraphStore store, WriteBatch batch)
    {
        try
        {
            return new Outcome(await store.WriteAsync(batch, Patience), null);
        }
        catch (GeoGraphException refusal)
        {
            return new Outcome(null, refusal.Reason);
        }
    }

    [Fact]
    public async Task Archive_is_of_one_revision_whatever_is_written_meanwhile()
    {
        await WriteAsync([.. Enumerable.Range(0, 3000).Select(i => Put(Firm($"f{i:0000}", English($"Firm {i}"))))]);
        var expected = await ContentsAsync(ArchiveOf(Store));
        using var digest = new ArchiveDigest();
        var seen = 0;
        await foreach (var record in ArchiveOf(Store).ReadArchiveAsync(Patience))
        {
            if (++seen == 10)
                await WriteAsync(new Delete(Id("firm:f2999")), Put(Firm("f2990", English("Other"))), Put(Firm("z")), new Merge(Id("firm:f2991"), Id("firm:f0001")));
            digest.Add(record);
        }
        Assert.Equal(expected, digest.Conclude());
        Assert.NotEqual(expected, await ContentsAsync(ArchiveOf(Store)));
    }

    [Fact]
    public async Task Archive_ends_with_an_error_where_history_is_forgotten_meanwhile()
    {
        await WriteAsync([.. Enumerable.Range(0, 5000).Select(i => Put(Firm($"f{i}")))]);
        await WriteFirmsAsync("z");
        await RefusedAsync(ErrorReason.RevisionExpired, async () =>
        {
            await foreach (var record in ArchiveOf(Store).ReadArchiveAsync(Patience))
            {
                if (record is ArchivedNode)
                    await Store.TrimHistoryAsync(new Revision(2), Patience);
            }
        });
    }

    [Fact]
    public async Task Archive_fills_an_empty_store_only()
    {
        await using var other = await OtherStoreAsync();
        await other.WriteAsync(new WriteBatch { Updates = [Put(Firm("theirs"))] }, Patience);
        await WriteFirmsAsync("ours");
        await RefusedAsync(ErrorReason.PreconditionFailed, () => ArchiveOf(Store).RestoreArchiveAsync(other.ReadArchiveAsync(Patience), Patience));
        Assert.Equal(["firm:ours"], Ids((await (await LatestAsync()).ListNodesAsync(new NodeQuery(), Patience)).Items));
        Assert.Equal(new Revision(1), await CurrentAsync());
    }

    [Fact]
    public async Task Restoring_that_is_broken_off_leaves_nothing_that_could_be_taken_for_whole_and_is_done_anew()
    {
        await using var other = await OtherStoreAsync();
        await other.WriteAsync(new WriteBatch { Updates = [.. Enumerable.Range(0, 50).Select(i => Put(Firm($"f{i}", English("Firm"))))], RequestId = "r" }, Patience);
        await Assert.ThrowsAsync<IOException>(() => ArchiveOf(Store).RestoreArchiveAsync(BrokenOffAsync(other, 30), Patience));
        try
        {
            Assert.Equal(Revision.Zero, await CurrentAsync());
            Assert.Empty(await ExportAsync(await LatestAsync()));
        }
        catch (GeoGraphException unfinished)
        {
            Assert.Equal(ErrorReason.StoreUnavailable, unfinished.Reason);
        }
        await ArchiveOf(Store).RestoreArchiveAsync(other.ReadArchiveAsync(Patience), Patience);
        Assert.Equal(await ContentsAsync(other), await ContentsAsync(ArchiveOf(Store)));
        Assert.Empty(await ArchiveOf(Store).FindDamageAsync(Patience));
        Assert.Equal(50, (await ExportAsync(await LatestAsync())).Count);
    }

    private async IAsyncEnumerable<ArchivedRecord> BrokenOffAsync(IGraphArchive archive, int after)
    {
        await foreach (var record in archive.ReadArchiveAsync(Patience))
        {
            if (after-- == 0)
                throw new IOException("the disk is gone.");
            yield return record;
        }
    }

    [Fact]
    public async Task Archive_that_no_store_wrote_is_refused()
    {
        var relation = Supplies("a", "gone") with { ChangedAt = new Revision(1) };
        ArchivedRecord[] dangling =
        [
            new ArchivedState(new Revision(1), Revision.Zero),
            new ArchivedNode(Firm("a") with { ChangedAt = new Revision(1) }, null),
            new ArchivedRelation(relation, null),
        ];
        var refusal = await RefusedAsync(ErrorReason.InvalidRequest, () => ArchiveOf(Store).RestoreArchiveAsync(dangling.ToAsyncEnumerable(), Patience));
        Assert.Contains("firm:gone", refusal.Message, StringComparison.Ordinal);
        await ArchiveOf(Store).RestoreArchiveAsync(dangling.Take(2).ToAsyncEnumerable(), Patience);
        Assert.NotNull(await FindAsync("firm:a"));
    }

    [Fact]
    public async Task Store_that_was_only_written_to_shows_no_damage()
    {
        await WriteRandomAsync(Store, 5);
        await WriteAsync(Put(Firm("d", English("Duplicate"))), Put(Firm("s", English("Survivor"))), Put(Firm("d2", new LocalName("zh-Hant", "台積電"))));
        await WriteAsync(new Merge(Id("firm:d2"), Id("firm:d")), new Merge(Id("firm:d"), Id("firm:s")));
        Assert.Empty(await ArchiveOf(Store).FindDamageAsync(Patience));
        var check = new ArchiveCheck();
        await foreach (var record in ArchiveOf(Store).ReadArchiveAsync(Patience))
            check.Add(record);
        check.Conclude();
        Assert.Empty(check.Problems);
    }
}
