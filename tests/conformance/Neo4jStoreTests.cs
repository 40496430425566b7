using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j;

namespace GeoGraph.Conformance;

/// <summary>The store on a real Neo4j. Each case starts with an empty database; a second store beside the first has a server of its own.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed partial class Neo4jStoreTests : GraphStoreConformance, IClassFixture<Neo4jServers>
{
    private const string Owner = "writers";

    private readonly IGraphStore?[] _open = new IGraphStore?[2];
    private Neo4jServer _server = null!;

    protected override int ModelRuns => 4;

    /// <summary>Opens a store on what the database holds, as another process would.</summary>
    private static async Task<IGraphStore> OpenAsync(Neo4jServer server, string owner = Owner) =>
        await Neo4jGraphStore.OpenAsync(OptionsOf(server, owner), TimeProvider.System, null, CancellationToken.None);

    private static Neo4jStoreOptions OptionsOf(Neo4jServer server, string owner = Owner) =>
        new Neo4jStoreOptions { Uri = server.Bolt, Owner = owner, Database = Neo4jServer.Database, PollInterval = TimeSpan.FromMilliseconds(20) }.WithPassword(Neo4jServer.User, Neo4jServer.Password);

    protected override async Task<IGraphStore> OpenAsync()
    {
        var number = 0;
        while (_open[number] is { } other && (await other.CheckReadinessAsync(CancellationToken.None)).Ready)
            number++;
        var server = await Neo4jServer.SharedAsync(number);
        if (number == 0)
            _server = server;
        await server.WipeAsync();
        return _open[number] = await OpenAsync(server);
    }

    [Fact]
    public async Task Store_opens_again_as_it_was_closed()
    {
        var batch = new WriteBatch { Updates = [Put(Firm("a", English("Alpha"))), Put(Firm("b")), Put(Supplies("a", "b")), new Merge(Id("firm:b"), Id("firm:a"))], RequestId = "r1" };
        var first = await Store.WriteAsync(batch, Patience);
        var lines = await StorePrint.OfAsync(Store, Patience);
        await Store.DisposeAsync();
        await using var again = await OpenAsync(_server);
        Assert.Equal(lines, await StorePrint.OfAsync(again, Patience));
        Assert.Single(await (await again.ReadAsync(ReadPoint.Latest, Patience)).SearchNamesAsync(new NameQuery { Text = "alpha" }, Patience));
        Assert.Equal(first, await again.WriteAsync(batch, Patience));
    }

    [Fact]
    public async Task Two_processes_write_one_database_and_lose_nothing()
    {
        const int Batches = 30;
        using var one = new WriterProcess(_server.Bolt.ToString(), "one", 0, Batches);
        using var two = new WriterProcess(_server.Bolt.ToString(), "two", 0, Batches);
        for (var i = 0; i < Batches; i++)
            await RetriedAsync(Put(Firm($"own-{i}")));
        await one.EndAsync(Patience);
        await two.EndAsync(Patience);
        var (revision, changes) = (0L, 0);
        await foreach (var set in Store.WatchAsync(Revision.Zero, Seldom, Patience))
        {
            if (set.Changes.Count == 0)
                break;
            Assert.Equal(++revision, set.Revision.Number);
            changes += set.Changes.Count;
        }
        Assert.Equal(3 * Batches, revision);
        Assert.Equal((2 * 39 * Batches) + Batches, changes);
    }

    [Fact]
    public async Task Watch_and_waiting_read_see_what_another_process_writes()
    {
        var waiting = Store.ReadAsync(ReadPoint.AtLeast(new Revision(3)), Patience);
        await using var watch = Store.WatchAsync(Revision.Zero, Seldom, Patience).GetAsyncEnumerator(Patience);
        await watch.MoveNextAsync();
        using var writer = new WriterProcess(_server.Bolt.ToString(), "w", 0, 3);
        do
            await watch.MoveNextAsync();
        while (watch.Current.Revision.Number < 3);
        Assert.Equal(new Revision(3), (await waiting).Revision);
    }

    [Fact]
    public async Task A_label_belongs_to_the_owner_that_wrote_it_first()
    {
        await WriteAsync(Put(Firm("a")));
        await using var other = await OpenAsync(_server, "others");
        var refusal = await RefusedAsync(ErrorReason.PreconditionFailed, () => other.WriteAsync(new WriteBatch { Updates = [Put(Firm("b"))] }, Patience));
        Assert.Contains(Owner, refusal.Message, StringComparison.Ordinal);
        await other.WriteAsync(new WriteBatch { Updates = [Put(State("b"))] }, Patience);
        Assert.Null(await FindAsync("state:b"));
        Assert.Equal(new Revision(1), await CurrentAsync());
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await WriteFirmsAsync("a");
        await Store.DisposeAsync();
        await _server.QueryAsync("MATCH (s:GeoGraphStore) SET s.schema = 99");
        var error = await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(_server));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
        Assert.Equal(99, await _server.CountAsync("MATCH (s:GeoGraphStore) RETURN s.schema"));
    }
}
