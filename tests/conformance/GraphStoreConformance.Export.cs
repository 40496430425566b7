using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private static string Told(GraphRecord record) => record switch
    {
        NodeRecord item => item.Node.Id.Value,
        RelationRecord item => item.Relation.Id.Value,
        AliasRecord item => $"{item.Alias}={item.Survivor}[{string.Join(',', item.Names.Select(name => name.Text))}]",
        DeletedRecord item => "-" + item.Id,
        _ => "?",
    };

    [Fact]
    public async Task Export_of_an_empty_store_is_empty() => Assert.Empty(await ExportAsync(await LatestAsync()));

    [Fact]
    public async Task Export_gives_nodes_then_relations_then_aliases_each_in_order()
    {
        await WriteAsync(Put(State("TW")), Put(Firm("z")), Put(Firm("b", English("Bee"), English("B"))), Put(Firm("a")), Put(Supplies("z", "a")), Put(Supplies("a", "z")),
            Put(Supplies("a", "a") with { Id = Id("aaa:1") }), Put(Firm("c", English("Sea"))), new Merge(Id("firm:c"), Id("firm:a")), new Merge(Id("firm:b"), Id("firm:a")));
        Assert.Equal(["firm:a", "firm:z", "state:TW", "aaa:1", "supplies:a-z", "supplies:z-a", "firm:b=firm:a[Bee,B]", "firm:c=firm:a[Sea]"], (await ExportAsync(await LatestAsync())).Select(Told));
    }

    [Fact]
    public async Task Export_carries_whole_content()
    {
        var node = State("TW", English("Taiwan")) with { Valid = Period("1912-01-01", null), References = [new("source", Id("source:1"))], Properties = """{"iso":"TW"}""" };
        await WriteAsync(Put(node));
        Assert.True(((NodeRecord)Assert.Single(await ExportAsync(await LatestAsync()))).Node.SaysTheSameAs(node));
    }

    [Fact]
    public async Task Export_is_of_one_revision_whatever_is_written_meanwhile()
    {
        await WriteAsync([.. Enumerable.Range(0, 5000).Select(i => Put(Firm($"f{i:D4}")))]);
        var seen = new List<string>();
        await foreach (var record in (await LatestAsync()).ExportAsync(Patience))
        {
            seen.Add(Told(record));
            if (seen.Count % 1000 == 1)
                await WriteAsync(Put(Firm($"f{4999 - seen.Count:D4}", English("changed"))), new Delete(Id($"firm:f{seen.Count + 500:D4}")), Put(Firm($"f{seen.Count:D4}x")));
        }
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"firm:f{i:D4}"), seen);
    }

    [Fact]
    public async Task Export_can_be_left_early_and_taken_again()
    {
        await WriteFirmsAsync("a", "b", "c");
        var reader = await LatestAsync();
        await foreach (var record in reader.ExportAsync(Patience))
        {
            Assert.Equal("firm:a", Told(record));
            break;
        }
        Assert.Equal(3, (await ExportAsync(reader)).Count);
    }
}
