using System.Globalization;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j;
using Neo4j.Driver;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>
/// New relations between present nodes, through the store and through hand-written Cypher on the same server: turn about in rounds of a tenth, whose order changes, so that
/// both meet the same state of the machine. The peer writes under labels and types of its own, with a unique id on them as the store's have.
/// </summary>
internal sealed class ImportComparison(Neo4jGraphStore store, IDriver driver, DatabaseServer server, JavaScriptClient peer)
{
    private const int BatchUpdates = 10_000;
    private const int Rounds = 10;
    private const int LookedAt = 10_000;

    private const string RawRelations = """
        UNWIND $rows AS row
        MATCH (a:PEER_FIRM {id: row.from}) MATCH (b:PEER_FIRM {id: row.to})
        CREATE (a)-[r:PEER_SUPPLIES]->(b) SET r = row.properties
        """;

    // Of both sides' relations with one id, those that have the same properties, but for the revision.
    private const string Same = """
        MATCH ()-[own:SUPPLIES]->() WITH own LIMIT $most
        MATCH (a)-[raw:PEER_SUPPLIES {id: own.id}]->(b)
        WHERE startNode(own).id = a.id AND endNode(own).id = b.id
          AND size(keys(own)) = size(keys(raw)) AND all(key IN keys(own) WHERE key = 'revision' OR own[key] = raw[key])
        RETURN count(*)
        """;

    private readonly Meter _own = new("GeoGraph's store", server);
    private readonly Meter _raw = new($"UNWIND, neo4j-driver {JavaScriptClient.Version}", server);

    /// <summary>Writes so many relations on each side, after a round that does not count.</summary>
    public async Task RunAsync(int relations, TextWriter output)
    {
        await PrepareAsync(relations);
        await output.WriteLineAsync($"import of {relations} relations in batches of {BatchUpdates}");
        var perRound = relations / Rounds;
        await RoundAsync(relations, perRound, false, new Meter("", server), new Meter("", server));
        for (var round = 0; round < Rounds; round++)
            await RoundAsync(round * perRound, perRound, round % 2 == 0, _own, _raw);
        await output.WriteLineAsync(_own.Line("relations"));
        await output.WriteLineAsync(_raw.Line("relations"));
        var busy = (_raw.ServerBusy + _raw.ClientBusy) / (_own.ServerBusy + _own.ClientBusy);
        var same = await SameAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  ratio {Meter.Ratio(_own, _raw):F2}, of processor time {busy:F2}; {same} of {LookedAt} looked at are the same on both sides; {Machine.Load}"));
    }

    // The firms that the flows join, those of the round that does not count among them.
    private async Task PrepareAsync(int relations)
    {
        var firms = SupplyRows.FirmsOf(relations + (relations / Rounds));
        foreach (var chunk in Enumerable.Range(0, firms).Chunk(BatchUpdates))
            await store.WriteAsync(new WriteBatch { Updates = [.. chunk.Select(SupplyRows.Firm)] }, default);
        await peer.RunAsync("CREATE CONSTRAINT peer_firm IF NOT EXISTS FOR (n:PEER_FIRM) REQUIRE n.id IS UNIQUE");
        await peer.RunAsync("CREATE CONSTRAINT peer_supplies IF NOT EXISTS FOR ()-[r:PEER_SUPPLIES]-() REQUIRE r.id IS UNIQUE");
        await peer.RunAsync("MATCH (n:FIRM) CALL (n) { CREATE (p:PEER_FIRM) SET p = properties(n) } IN TRANSACTIONS OF 10000 ROWS");
    }

    private async Task<long> WriteAsync(IReadOnlyList<WriteBatch> batches)
    {
        foreach (var batch in batches)
            await store.WriteAsync(batch, default);
        // What the store indexes in the background belongs to its time.
        await using var session = driver.AsyncSession();
        await (await session.RunAsync("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")).ConsumeAsync();
        return batches.Sum(static batch => batch.Updates.Count);
    }

    private async Task<long> SameAsync()
    {
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(Same, new { most = LookedAt });
        return await cursor.SingleAsync(static record => (long)record[0]);
    }

    private static List<WriteBatch> Batches(int first, int count) =>
        [.. Enumerable.Range(first, count).Chunk(BatchUpdates).Select(static chunk => new WriteBatch { Updates = [.. chunk.Select(SupplyRows.Flow)] })];

    private async Task RoundAsync(int first, int count, bool isOwnFirst, Meter own, Meter raw)
    {
        var batches = Batches(first, count);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, Enumerable.Range(first, count).Select(SupplyRows.FlowJson));
            if (isOwnFirst)
                await own.TimeAsync(() => WriteAsync(batches));
            await raw.TimeAsync(() => peer.WriteAsync(RawRelations, file, BatchUpdates));
            if (!isOwnFirst)
                await own.TimeAsync(() => WriteAsync(batches));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
