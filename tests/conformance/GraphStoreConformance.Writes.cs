using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Fact]
    public async Task Revision_grows_by_one_with_each_batch_that_changes_something()
    {
        Assert.Equal(Revision.Zero, await CurrentAsync());
        for (var i = 1; i <= 5; i++)
            Assert.Equal(new Revision(i), (await WriteFirmsAsync($"a{i}", $"b{i}")).Revision);
    }

    [Fact]
    public async Task Empty_batch_changes_nothing()
    {
        await WriteFirmsAsync("a");
        Assert.Equal(new WriteReceipt(new Revision(1), 0, 0, 0, 0, 0), await WriteAsync());
    }

    [Fact]
    public async Task Receipt_counts_what_was_done()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Firm("d")), Put(Supplies("a", "b")));
        var receipt = await WriteAsync(Put(Firm("a")), Put(Firm("b", English("B"))), Put(Firm("e")), new Delete(Id("firm:c")), new Merge(Id("firm:d"), Id("firm:a")), new Delete(Id("firm:none")));
        Assert.Equal(new WriteReceipt(new Revision(2), Created: 1, Replaced: 1, Unchanged: 2, Deleted: 1, Merged: 1), receipt);
    }

    [Fact]
    public async Task Refused_batch_leaves_nothing_behind()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.DanglingRelation, () => WriteAsync(Put(Firm("b")), new Delete(Id("firm:a")), Put(Supplies("b", "zz"))));
        var reader = await LatestAsync();
        Assert.Equal(new Revision(1), reader.Revision);
        Assert.Equal(["firm:a"], Ids((await reader.ListNodesAsync(new NodeQuery(), Patience)).Items));
        Assert.Empty(await reader.SearchNamesAsync(new NameQuery { Text = "b" }, Patience));
    }

    [Fact]
    public async Task Later_update_sees_what_an_earlier_one_did()
    {
        var receipt = await WriteAsync(Put(Firm("a")), Put(Firm("a", English("Two"))), Put(Firm("a", English("Three"))));
        Assert.Equal(new WriteReceipt(new Revision(1), 1, 2, 0, 0, 0), receipt);
        Assert.Equal("Three", (await FindAsync("firm:a"))!.Names[0].Text);
        Assert.Single(await (await LatestAsync()).HistoryAsync(Id("firm:a"), Patience));
    }

    [Fact]
    public async Task Node_made_and_deleted_in_one_batch_never_showed()
    {
        var receipt = await WriteAsync(Put(Firm("b")), Put(Firm("a", English("Gone"))), Put(Supplies("a", "b")), new Delete(Id("firm:a")));
        Assert.Equal(2, receipt.Deleted);
        var reader = await LatestAsync();
        Assert.Equal(["firm:b"], Ids((await reader.ListNodesAsync(new NodeQuery(), Patience)).Items));
        Assert.Empty(await reader.SearchNamesAsync(new NameQuery { Text = "gone" }, Patience));
        Assert.Empty(await reader.HistoryAsync(Id("firm:a"), Patience));
    }

    [Fact]
    public async Task Node_deleted_and_made_again_in_one_batch_stands()
    {
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await WriteAsync(new Delete(Id("firm:a")), Put(Firm("a") with { Label = "FACILITY" }));
        Assert.Equal("FACILITY", (await FindAsync("firm:a"))!.Label);
        Assert.Null(await FindRelationAsync("supplies:a-a"));
    }

    [Fact]
    public async Task Validated_batch_changes_nothing_and_says_what_it_would()
    {
        await WriteFirmsAsync("a");
        var receipt = await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a", English("A"))), Put(Firm("b"))], ValidateOnly = true }, Patience);
        Assert.Equal(new WriteReceipt(new Revision(2), 1, 1, 0, 0, 0), receipt);
        Assert.Equal(new Revision(1), await CurrentAsync());
        Assert.Null(await FindAsync("firm:b"));
    }

    [Fact]
    public async Task Validated_batch_is_refused_as_the_write_would_be() =>
        await RefusedAsync(ErrorReason.DanglingRelation, () => Store.WriteAsync(new WriteBatch { Updates = [Put(Supplies("a", "b"))], ValidateOnly = true }, Patience));

    [Fact]
    public async Task Validated_batch_does_not_use_up_its_request_id()
    {
        var batch = new WriteBatch { Updates = [Put(Firm("a"))], RequestId = "r1", ValidateOnly = true };
        await Store.WriteAsync(batch, Patience);
        Assert.Equal(1, (await Store.WriteAsync(batch with { ValidateOnly = false, Updates = [Put(Firm("b"))] }, Patience)).Created);
    }

    [Fact]
    public async Task Repeated_request_gets_its_first_receipt()
    {
        var batch = new WriteBatch { Updates = [Put(Firm("a") with { Properties = """{"x":1,"y":2}""" })], RequestId = "r1" };
        var first = await Store.WriteAsync(batch, Patience);
        await WriteAsync(new Delete(Id("firm:a")));
        var again = await Store.WriteAsync(batch with { Updates = [Put(Firm("a") with { Properties = """{ "y":2, "x":1 }""" })] }, Patience);
        Assert.Equal(first, again);
        Assert.Null(await FindAsync("firm:a"));
        Assert.Equal(new Revision(2), await CurrentAsync());
    }

    [Fact]
    public async Task Repeated_request_that_changed_nothing_gets_its_first_receipt()
    {
        await WriteFirmsAsync("a");
        var batch = new WriteBatch { Updates = [Put(Firm("a"))], RequestId = "r1" };
        var first = await Store.WriteAsync(batch, Patience);
        await WriteAsync(new Delete(Id("firm:a")));
        Assert.Equal(first, await Store.WriteAsync(batch, Patience));
    }

    [Fact]
    public async Task Request_id_with_other_updates_is_refused()
    {
        await Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a"))], RequestId = "r1" }, Patience);
        GraphUpdate[] others = [Put(Firm("b")), Put(Firm("a", English("A"))), Put(Firm("a")) with { Precondition = Precondition.Absent }, new Delete(Id("firm:a"))];
        foreach (var other in others)
            await RefusedAsync(ErrorReason.RequestIdReused, () => Store.WriteAsync(new WriteBatch { Updates = [other], RequestId = "r1" }, Patience));
        await RefusedAsync(ErrorReason.RequestIdReused, () => Store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a")), Put(Firm("a"))], RequestId = "r1" }, Patience));
    }

    [Fact]
    public async Task Refused_request_may_come_again_under_its_id()
    {
        var batch = new WriteBatch { Updates = [Put(Supplies("a", "a"))], RequestId = "r1" };
        await RefusedAsync(ErrorReason.DanglingRelation, () => Store.WriteAsync(batch, Patience));
        await WriteFirmsAsync("a");
        Assert.Equal(1, (await Store.WriteAsync(batch, Patience)).Created);
    }

    [Fact]
    public async Task Import_of_the_same_batch_twice_changes_nothing()
    {
        GraphUpdate[] import = [Put(Firm("a", English("A"))), Put(Firm("b")), Put(Supplies("a", "b")), Put(Firm("b2")), new Merge(Id("firm:b2"), Id("firm:b")), new Delete(Id("firm:old"))];
        var first = await WriteAsync(import);
        var second = await WriteAsync(import);
        Assert.Equal(new WriteReceipt(first.Revision, 0, 0, import.Length, 0, 0), second);
    }

    [Fact]
    public async Task Concurrent_writers_lose_nothing()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => RetriedAsync(Put(Firm($"f{i}"))))));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => new Revision(i)), receipts.Select(receipt => receipt.Revision).Order());
        Assert.Equal(40, (await (await LatestAsync()).ListNodesAsync(new NodeQuery(), Patience)).Items.Count);
    }

    [Fact]
    public async Task Of_two_writers_with_one_precondition_one_wins()
    {
        var made = await WriteFirmsAsync("a");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await RetriedAsync(Put(Firm("a", English($"by {i}"))) with { Precondition = Precondition.UnchangedSince(made.Revision) });
                return ErrorReason.Internal;
            }
            catch (GeoGraphException error)
            {
                return error.Reason;
            }
        })));
        Assert.Single(outcomes, ErrorReason.Internal);
        Assert.Equal(7, outcomes.Count(outcome => outcome == ErrorReason.PreconditionFailed));
    }

    [Fact]
    public async Task Write_is_seen_by_every_read_that_starts_after_it()
    {
        for (var i = 0; i < 20; i++)
        {
            var receipt = await WriteFirmsAsync($"f{i}");
            var revisions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(CurrentAsync)));
            Assert.All(revisions, revision => Assert.Equal(receipt.Revision, revision));
        }
    }

    // A store may answer a collision of writers with WriteConflict, which says to try again.
    protected async Task<WriteReceipt> RetriedAsync(GraphUpdate update)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(update);
            }
            catch (GeoGraphException error) when (error.Reason == ErrorReason.WriteConflict)
            {
                Patience.ThrowIfCancellationRequested();
            }
        }
    }
}
