using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j;
using GeoGraph.Sqlite;

namespace GeoGraph.Conformance;

/// <summary>The store on Neo4j beside the embedded one: the same batches, and then every answer is the same text, at every revision, refusals among them.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class Neo4jDifferenceTests
{
    private const int Batches = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Both_stores_answer_alike_at_every_revision(int seed)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var random = new Random(seed);
        var world = new HostileWorld(random);
        await using var server = await Neo4jServer.StartAsync();
        await using var embedded = await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, patience.Token);
        var options = new Neo4jStoreOptions { Uri = server.Bolt, Owner = "actors", Database = Neo4jServer.Database }.WithPassword(Neo4jServer.User, Neo4jServer.Password);
        await using var store = await Neo4jGraphStore.OpenAsync(options, TimeProvider.System, null, patience.Token);
        var both = new Pair<IGraphStore>(embedded, store);
        for (var i = 0; i < Batches; i++)
        {
            var batch = new WriteBatch { Updates = world.Batch(), RequestId = i % 5 == 4 ? "`request` \0\" " + random.Next(2) : null };
            await both.SameAsync($"batch {i}", asked => asked.WriteAsync(batch, patience.Token));
            if (i == Batches - 3)
                await both.SameAsync("trim", asked => TrimAsync(asked, new Revision(2), patience.Token));
        }
        var newest = (await store.ReadAsync(ReadPoint.Latest, patience.Token)).Revision;
        for (var revision = Revision.Zero; revision <= newest; revision = revision.Next)
        {
            var at = revision;
            await both.SameAsync($"changes after {at}", asked => ChangesAsync(asked, at, newest, patience.Token));
            if (at < new Revision(2))
            {
                await both.SameAsync($"reading at {at}", asked => asked.ReadAsync(ReadPoint.Exact(at), patience.Token));
                continue;
            }
            var readers = new Pair<IGraphReader>(await embedded.ReadAsync(ReadPoint.Exact(at), patience.Token), await store.ReadAsync(ReadPoint.Exact(at), patience.Token));
            await SameAnswersAsync(readers, world, at == newest ? 12 : 2, patience.Token);
        }
    }

    private static async Task SameAnswersAsync(Pair<IGraphReader> readers, HostileWorld world, int times, CancellationToken cancellationToken)
    {
        await readers.SameAsync("nodes", asked => asked.FindNodesAsync(HostileWorld.Ids, cancellationToken));
        await readers.SameAsync("relations", asked => asked.FindRelationsAsync(HostileWorld.Ids, cancellationToken));
        await readers.SameAsync("export", asked => ExportAsync(asked, cancellationToken));
        for (var i = 0; i < times; i++)
        {
            var (nodes, relations, name, walk, id) = (world.NodeQuery(), world.RelationQuery(), world.NameQuery(), world.NeighbourhoodQuery(), world.AnyId());
            await readers.SameAsync($"{nodes}", asked => asked.ListNodesAsync(nodes, cancellationToken));
            await readers.SameAsync($"{relations}", asked => asked.ListRelationsAsync(relations, cancellationToken));
            await readers.SameAsync($"{name}", asked => asked.SearchNamesAsync(name, cancellationToken));
            await readers.SameAsync($"{walk}", asked => asked.NeighbourhoodAsync(walk, cancellationToken));
            await readers.SameAsync($"history of {id}", asked => asked.HistoryAsync(id, cancellationToken));
        }
    }

    private static async Task<bool> TrimAsync(IGraphStore store, Revision keepFrom, CancellationToken cancellationToken)
    {
        await store.TrimHistoryAsync(keepFrom, cancellationToken);
        return true;
    }

    private static async Task<List<GraphRecord>> ExportAsync(IGraphReader reader, CancellationToken cancellationToken)
    {
        var records = new List<GraphRecord>();
        await foreach (var record in reader.ExportAsync(cancellationToken))
            records.Add(record);
        return records;
    }

    private static async Task<List<ChangeSet>> ChangesAsync(IGraphStore store, Revision after, Revision newest, CancellationToken cancellationToken)
    {
        var sets = new List<ChangeSet>();
        await foreach (var set in store.WatchAsync(after, TimeSpan.FromMinutes(1), cancellationToken))
        {
            sets.Add(set);
            if (set.Revision >= newest)
                break;
        }
        return sets;
    }

    private sealed record Pair<T>(T Embedded, T Store)
    {
        public async Task SameAsync<TAnswer>(string what, Func<T, Task<TAnswer>> ask)
        {
            var expected = await AnswerPrint.OfAsync(() => ask(Embedded));
            var actual = await AnswerPrint.OfAsync(() => ask(Store));
            Assert.True(expected == actual, $"{what}:\nembedded {expected}\nNeo4j    {actual}");
        }
    }
}
