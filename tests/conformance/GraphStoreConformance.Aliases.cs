using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private async Task MergedAsync() => await WriteAsync(
        Put(Firm("tsmc", English("TSMC"))), Put(Firm("tsm", English("Taiwan Semiconductor"))), Put(Firm("asml")), Put(Firm("apple")),
        Put(Supplies("asml", "tsm")), Put(Supplies("tsm", "apple")), Put(Supplies("tsm", "tsm")), Put(Supplies("tsm", "tsmc")), new Merge(Id("firm:tsm"), Id("firm:tsmc")));

    [Fact]
    public async Task Merged_id_finds_the_survivor()
    {
        await MergedAsync();
        var found = await (await LatestAsync()).FindNodesAsync([Id("firm:tsm"), Id("firm:tsmc")], Patience);
        Assert.Equal("firm:tsmc", found[Id("firm:tsm")].Id.Value);
        Assert.Equal("firm:tsmc", found[Id("firm:tsmc")].Id.Value);
    }

    [Fact]
    public async Task Survivor_keeps_its_own_content()
    {
        await MergedAsync();
        Assert.True((await FindAsync("firm:tsm"))!.SaysTheSameAs(Firm("tsmc", English("TSMC"))));
    }

    [Fact]
    public async Task Relations_of_the_duplicate_move_to_the_survivor()
    {
        await MergedAsync();
        var relations = (await (await LatestAsync()).ListRelationsAsync(new RelationQuery(), Patience)).Items;
        Assert.Equal(
            ["supplies:asml-tsm firm:asml>firm:tsmc", "supplies:tsm-apple firm:tsmc>firm:apple", "supplies:tsm-tsm firm:tsmc>firm:tsmc", "supplies:tsm-tsmc firm:tsmc>firm:tsmc"],
            relations.Select(relation => $"{relation.Id} {relation.From}>{relation.To}"));
    }

    [Fact]
    public async Task Moved_relation_changed_at_the_merge()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Supplies("a", "a")), Put(Supplies("b", "b")));
        var merged = await WriteAsync(new Merge(Id("firm:b"), Id("firm:a")));
        Assert.Equal(merged.Revision, (await FindRelationAsync("supplies:b-b"))!.ChangedAt);
        Assert.Equal(new Revision(1), (await FindRelationAsync("supplies:a-a"))!.ChangedAt);
        Assert.Equal(new Revision(1), (await FindAsync("firm:a"))!.ChangedAt);
    }

    [Fact]
    public async Task Duplicate_is_no_longer_listed()
    {
        await MergedAsync();
        var listed = await (await LatestAsync()).ListNodesAsync(new NodeQuery { Labels = ["FIRM"] }, Patience);
        Assert.Equal(["firm:apple", "firm:asml", "firm:tsmc"], Ids(listed.Items));
    }

    [Fact]
    public async Task Relations_are_listed_by_the_former_id()
    {
        await MergedAsync();
        var reader = await LatestAsync();
        Assert.Equal(3, (await reader.ListRelationsAsync(new RelationQuery { From = [Id("firm:tsm")] }, Patience)).Items.Count);
        Assert.Equal(3, (await reader.ListRelationsAsync(new RelationQuery { To = [Id("firm:tsm"), Id("firm:tsmc")] }, Patience)).Items.Count);
        Assert.Equal(4, (await reader.ListRelationsAsync(new RelationQuery { Touching = [Id("firm:tsm")] }, Patience)).Items.Count);
    }

    [Fact]
    public async Task Former_id_is_an_end_of_new_relations()
    {
        await MergedAsync();
        await WriteAsync(Put(Supplies("apple", "tsm")));
        Assert.Equal("firm:tsmc", (await FindRelationAsync("supplies:apple-tsm"))!.To.Value);
    }

    [Fact]
    public async Task Chain_of_merges_resolves_to_the_last_survivor()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"))), Put(Firm("b", English("Beta"))), Put(Firm("c", English("Gamma"))), Put(Supplies("a", "b")));
        await WriteAsync(new Merge(Id("firm:a"), Id("firm:b")));
        await WriteAsync(new Merge(Id("firm:b"), Id("firm:c")));
        var reader = await LatestAsync();
        Assert.Equal("firm:c", (await FindAsync(reader, "firm:a"))!.Id.Value);
        Assert.Equal("firm:c", (await FindAsync(reader, "firm:b"))!.Id.Value);
        Assert.Equal(["firm:a>firm:c", "firm:b>firm:c"], (await ExportAsync(reader)).OfType<AliasRecord>().Select(alias => $"{alias.Alias}>{alias.Survivor}"));
        Assert.Equal("firm:c", Assert.Single(await reader.SearchNamesAsync(new NameQuery { Text = "alpha" }, Patience)).Node.Id.Value);
        Assert.Equal("firm:c", (await FindRelationAsync("supplies:a-b"))!.From.Value);
    }

    [Fact]
    public async Task Merge_that_is_done_already_changes_nothing()
    {
        await WriteFirmsAsync("a", "b", "c");
        await WriteAsync(new Merge(Id("firm:a"), Id("firm:b")));
        var last = await WriteAsync(new Merge(Id("firm:b"), Id("firm:c")));
        var again = await WriteAsync(new Merge(Id("firm:a"), Id("firm:b")), new Merge(Id("firm:b"), Id("firm:c")), new Merge(Id("firm:a"), Id("firm:c")));
        Assert.Equal(new WriteReceipt(last.Revision, 0, 0, 3, 0, 0), again);
    }

    [Fact]
    public async Task Import_after_a_merge_is_unchanged()
    {
        await MergedAsync();
        var before = await CurrentAsync();
        await MergedAsync();
        Assert.Equal(before, await CurrentAsync());
    }

    [Fact]
    public async Task Put_under_a_former_id_is_refused_and_names_the_survivor()
    {
        await MergedAsync();
        var error = await RefusedAsync(ErrorReason.AlreadyExists, () => WriteAsync(Put(Firm("tsm"))));
        Assert.Equal("firm:tsmc", error.Metadata["survivor"]);
        await RefusedAsync(ErrorReason.AlreadyExists, () => WriteAsync(Put(Supplies("apple", "asml") with { Id = Id("firm:tsm") })));
    }

    [Fact]
    public async Task Survivor_may_be_given_by_a_former_id()
    {
        await MergedAsync();
        await WriteAsync(Put(Firm("tsmc-ltd")), new Merge(Id("firm:tsmc-ltd"), Id("firm:tsm")));
        Assert.Equal("firm:tsmc", (await FindAsync("firm:tsmc-ltd"))!.Id.Value);
    }

    [Fact]
    public async Task Merge_into_itself_is_refused()
    {
        await MergedAsync();
        await RefusedAsync(ErrorReason.InvalidRequest, () => WriteAsync(new Merge(Id("firm:asml"), Id("firm:asml"))));
        await RefusedAsync(ErrorReason.InvalidRequest, () => WriteAsync(new Merge(Id("firm:tsmc"), Id("firm:tsm"))));
    }

    [Fact]
    public async Task Merge_of_what_is_absent_is_refused()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(new Merge(Id("firm:z"), Id("firm:a"))));
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(new Merge(Id("firm:a"), Id("firm:z"))));
    }

    [Fact]
    public async Task Merge_across_labels_is_refused()
    {
        await WriteAsync(Put(Firm("a")), Put(State("A")));
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(new Merge(Id("firm:a"), Id("state:A"))));
    }

    [Fact]
    public async Task Merge_of_a_former_id_into_another_is_refused()
    {
        await MergedAsync();
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(new Merge(Id("firm:tsm"), Id("firm:asml"))));
    }

    [Fact]
    public async Task Delete_of_a_former_id_changes_nothing()
    {
        await MergedAsync();
        Assert.Equal(1, (await WriteAsync(new Delete(Id("firm:tsm")))).Unchanged);
        Assert.NotNull(await FindAsync("firm:tsm"));
    }

    [Fact]
    public async Task Deleted_survivor_takes_its_former_ids_with_it()
    {
        await MergedAsync();
        await WriteAsync(new Delete(Id("firm:tsmc")));
        var reader = await LatestAsync();
        Assert.Null(await FindAsync(reader, "firm:tsm"));
        Assert.Empty((await ExportAsync(reader)).OfType<AliasRecord>());
        Assert.Empty(await reader.SearchNamesAsync(new NameQuery { Text = "taiwan" }, Patience));
        Assert.Equal(1, (await WriteFirmsAsync("tsm")).Created);
    }

    [Fact]
    public async Task Before_the_merge_both_stand()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"))), Put(Firm("b")), Put(Supplies("a", "b")));
        await WriteAsync(new Merge(Id("firm:a"), Id("firm:b")));
        var before = await Store.ReadAsync(ReadPoint.Exact(new Revision(1)), Patience);
        Assert.Equal("firm:a", (await FindAsync(before, "firm:a"))!.Id.Value);
        Assert.Equal("firm:a", Assert.Single(await before.SearchNamesAsync(new NameQuery { Text = "alpha" }, Patience)).Node.Id.Value);
        Assert.Single((await before.ListRelationsAsync(new RelationQuery { From = [Id("firm:a")] }, Patience)).Items);
    }

    [Fact]
    public async Task Survivor_may_change_after_the_merge_and_stays_found_by_both_names()
    {
        await MergedAsync();
        await WriteAsync(Put(Firm("tsmc", English("TSMC Limited"))));
        var reader = await LatestAsync();
        Assert.Single(await reader.SearchNamesAsync(new NameQuery { Text = "Taiwan Semi" }, Patience));
        Assert.Equal("TSMC Limited", Assert.Single(await reader.SearchNamesAsync(new NameQuery { Text = "limited" }, Patience)).Name!.Text);
    }
}
