using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Fact]
    public async Task Node_is_read_back_as_it_was_written()
    {
        var node = new GraphNode
        {
            Id = Id("state:TW"),
            Label = "STATE",
            Valid = Period("1912-01-01", null),
            Names = [English("Taiwan"), new LocalName("zh-Hant", "臺灣")],
            References = [new Reference("source", Id("source:cia")), new Reference("claim", Id("claim:1"))],
            Properties = """{"area":"36197.067","iso":["TW","TWN"]}""",
        };
        var receipt = await WriteAsync(Put(node));
        var found = await FindAsync("state:TW");
        Assert.NotNull(found);
        Assert.True(found.SaysTheSameAs(node));
        Assert.Equal(receipt.Revision, found.ChangedAt);
    }

    [Fact]
    public async Task Absent_node_is_not_among_the_found()
    {
        await WriteFirmsAsync("a");
        var found = await (await LatestAsync()).FindNodesAsync([Id("firm:a"), Id("firm:b")], Patience);
        Assert.Equal([Id("firm:a")], found.Keys);
    }

    [Fact]
    public async Task Nothing_asked_for_is_nothing_found() =>
        Assert.Empty(await (await LatestAsync()).FindNodesAsync([], Patience));

    [Fact]
    public async Task Put_replaces_a_node_whole()
    {
        await WriteAsync(Put(Firm("a", English("Old")) with { References = [new Reference("source", Id("source:1"))], Properties = """{"x":1}""" }));
        var receipt = await WriteAsync(Put(Firm("a", English("New"))));
        Assert.Equal(1, receipt.Replaced);
        var found = await FindAsync("firm:a");
        Assert.True(found!.SaysTheSameAs(Firm("a", English("New"))));
        Assert.Equal(receipt.Revision, found.ChangedAt);
    }

    [Fact]
    public async Task Put_of_the_same_node_changes_nothing()
    {
        var first = await WriteAsync(Put(Firm("a", English("A"))));
        var second = await WriteAsync(Put(Firm("a", English("A"))));
        Assert.Equal(new WriteReceipt(first.Revision, 0, 0, 1, 0, 0), second);
        Assert.Equal(first.Revision, await CurrentAsync());
    }

    [Fact]
    public async Task Properties_are_kept_in_canonical_form()
    {
        await WriteAsync(Put(Firm("a") with { Properties = """{ "b" : 1.50, "a" : null, "A": {"z":1,"y":"é"} }""" }));
        Assert.Equal("""{"A":{"y":"é","z":1},"b":1.50}""", (await FindAsync("firm:a"))!.Properties);
    }

    [Fact]
    public async Task Properties_in_another_order_are_the_same()
    {
        await WriteAsync(Put(Firm("a") with { Properties = """{"x":1,"y":2}""" }));
        var again = await WriteAsync(Put(Firm("a") with { Properties = """{"y": 2, "x": 1}""" }));
        Assert.Equal(1, again.Unchanged);
    }

    [Fact]
    public async Task Order_of_names_is_part_of_what_a_node_says()
    {
        await WriteAsync(Put(Firm("a", English("A"), new LocalName("ja", "エー"))));
        var receipt = await WriteAsync(Put(Firm("a", new LocalName("ja", "エー"), English("A"))));
        Assert.Equal(1, receipt.Replaced);
        Assert.Equal("ja", (await FindAsync("firm:a"))!.Names[0].Language);
    }

    [Fact]
    public async Task Label_never_changes()
    {
        await WriteFirmsAsync("a");
        var other = Firm("a") with { Label = "STATE" };
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(other)));
        Assert.Equal("FIRM", (await FindAsync("firm:a"))!.Label);
    }

    [Fact]
    public async Task Deleted_node_goes_with_its_relations()
    {
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Firm("c")), Put(Supplies("a", "b")), Put(Supplies("c", "a")), Put(Supplies("b", "c")), Put(Supplies("a", "a")));
        var receipt = await WriteAsync(new Delete(Id("firm:a")));
        Assert.Equal(4, receipt.Deleted);
        var reader = await LatestAsync();
        Assert.Null(await FindAsync(reader, "firm:a"));
        Assert.Equal(["supplies:b-c"], Ids((await reader.ListRelationsAsync(new RelationQuery(), Patience)).Items));
    }

    [Fact]
    public async Task Delete_of_what_is_absent_changes_nothing()
    {
        var before = await WriteFirmsAsync("a");
        var receipt = await WriteAsync(new Delete(Id("firm:z")));
        Assert.Equal(new WriteReceipt(before.Revision, 0, 0, 1, 0, 0), receipt);
    }

    [Fact]
    public async Task Deleted_id_is_free_for_another_label()
    {
        await WriteFirmsAsync("a");
        await WriteAsync(new Delete(Id("firm:a")));
        await WriteAsync(Put(Firm("a") with { Label = "FACILITY" }));
        Assert.Equal("FACILITY", (await FindAsync("firm:a"))!.Label);
    }

    [Theory]
    [InlineData("firm:台積電")]
    [InlineData("firm:'quoted\"\\back\\u0041")]
    [InlineData("firm:100%_[a]{b}$c`d")]
    [InlineData("firm:𠮷野家")]
    [InlineData("firm:a:b:c")]
    public async Task Text_of_any_script_survives(string id)
    {
        var name = id[5..] + " \"'\\%_ 🚢";
        var node = new GraphNode { Id = Id(id), Label = "FIRM", Names = [English(name)], References = [new Reference("self", Id(id))], Properties = """{"t":"\"\\ \u0001 𠮷"}""" };
        await WriteAsync(Put(node));
        var found = await FindAsync(id);
        Assert.Equal(CanonicalJson.Of(node.Properties), found!.Properties);
        Assert.Equal(name, found.Names[0].Text);
        Assert.Equal(Id(id), found.References[0].Target);
        Assert.Equal([id], Ids((await (await LatestAsync()).ListNodesAsync(new NodeQuery { RefersTo = [Id(id)] }, Patience)).Items));
        Assert.Equal(id, Assert.Single((await (await LatestAsync()).NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [Id(id)] }, Patience)).Nodes).Node.Id.Value);
    }

    [Fact]
    public async Task First_and_last_dates_survive()
    {
        var node = Firm("a") with { Valid = new ValidPeriod(DateOnly.MinValue, DateOnly.MaxValue) };
        await WriteAsync(Put(node));
        Assert.Equal(node.Valid, (await FindAsync("firm:a"))!.Valid);
    }
}
