using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private async Task<List<string>> PagesAsync(IGraphReader reader, int limit, Func<Task>? between = null)
    {
        var ids = new List<string>();
        EntityId? after = null;
        do
        {
            var page = await reader.ListNodesAsync(new NodeQuery { After = after, Limit = limit }, Patience);
            Assert.True(page.Items.Count <= limit);
            ids.AddRange(Ids(page.Items));
            after = page.Next;
            if (between is not null)
                await between();
        }
        while (after is not null);
        return ids;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Pages_make_up_the_whole_list(int limit)
    {
        await WriteFirmsAsync([.. Enumerable.Range(0, 10).Select(i => $"f{i}")]);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"firm:f{i}"), await PagesAsync(await LatestAsync(), limit));
    }

    [Fact]
    public async Task Full_last_page_has_no_next()
    {
        await WriteFirmsAsync("a", "b");
        Assert.Null((await (await LatestAsync()).ListNodesAsync(new NodeQuery { Limit = 2 }, Patience)).Next);
        Assert.Equal(Id("firm:a"), (await (await LatestAsync()).ListNodesAsync(new NodeQuery { Limit = 1 }, Patience)).Next);
    }

    [Fact]
    public async Task Order_is_ordinal_by_code_point()
    {
        string[] names = ["B", "a", "Z", "_", "é", "\uFF5E", "台", "𠮷", "a-", "aa", "\uE000"];
        await WriteFirmsAsync(names);
        var expected = names.Select(name => Id("firm:" + name)).Order().Select(id => id.Value).ToList();
        Assert.Equal("firm:𠮷", expected[^1]);
        Assert.Equal(expected, await PagesAsync(await LatestAsync(), 2));
        Assert.Equal(expected, (await ExportAsync(await LatestAsync())).OfType<NodeRecord>().Select(record => record.Node.Id.Value));
    }

    [Fact]
    public async Task Pages_of_one_reader_do_not_move_under_concurrent_writes()
    {
        await WriteFirmsAsync([.. Enumerable.Range(0, 20).Select(i => $"f{i:D2}")]);
        var reader = await LatestAsync();
        var turn = 0;
        var ids = await PagesAsync(reader, 3, async () =>
        {
            turn++;
            await WriteAsync(Put(Firm($"f{turn:D2}x")), new Delete(Id($"firm:f{19 - turn:D2}")), Put(Firm("f00", English($"{turn}"))));
        });
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"firm:f{i:D2}"), ids);
    }

    [Fact]
    public async Task Page_starts_after_an_id_that_need_not_exist()
    {
        await WriteFirmsAsync("a", "c", "d");
        Assert.Equal(["firm:c", "firm:d"], await ListAsync(new NodeQuery { After = Id("firm:b") }));
        Assert.Empty(await ListAsync(new NodeQuery { After = Id("firm:d") }));
    }

    [Fact]
    public async Task Relations_are_paged_under_every_condition()
    {
        await WriteFirmsAsync("a", "b", "c");
        await WriteAsync([.. Enumerable.Range(0, 9).Select(i => Put(Supplies("a", i % 2 == 0 ? "b" : "c", $"-{i}") with { References = [new("product", Id("product:x"))] }))]);
        RelationQuery[] queries =
        [
            new(), new() { Types = ["SUPPLIES"] }, new() { From = [Id("firm:a")] }, new() { To = [Id("firm:b"), Id("firm:c")] },
            new() { Touching = [Id("firm:a")] }, new() { Touching = [Id("firm:b"), Id("firm:c"), Id("firm:a")] }, new() { RefersTo = [Id("product:x")] },
        ];
        var reader = await LatestAsync();
        foreach (var query in queries)
        {
            var (ids, after) = (new List<string>(), (EntityId?)null);
            do
            {
                var page = await reader.ListRelationsAsync(query with { After = after, Limit = 2 }, Patience);
                ids.AddRange(Ids(page.Items));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(9, ids.Distinct().Count());
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            Assert.Equal(9, ids.Count);
        }
    }
}
