using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j;

namespace GeoGraph.Conformance;

/// <summary>A hundred kills of the database while two processes write to one store: nothing acknowledged is lost, nothing is there by half, nothing twice.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class Neo4jKillTests(Neo4jCrashes crashes) : IClassFixture<Neo4jCrashes>
{
    private const int NodesOfABatch = 20;
    private const int KillsOfARound = 5;

    // A hundred, unless whoever waits for the run asks for another number.
    private static readonly int Rounds = Math.Max(1, (int.TryParse(Environment.GetEnvironmentVariable("GEOGRAPH_DATABASE_KILLS"), out var kills) ? kills : 100) / KillsOfARound);

    /// <summary>Rounds; all kill the database of one store, and each looks at everything that was written since the first.</summary>
    public static TheoryData<int> EachRound => [.. Enumerable.Range(1, Rounds)];

    [Theory]
    [MemberData(nameof(EachRound))]
    public async Task What_was_acknowledged_survives_and_no_batch_is_half_there(int round)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        Assert.InRange(round, 1, Rounds);
        await crashes.KillAsync(KillsOfARound, patience.Token);
        var options = new Neo4jStoreOptions { Uri = crashes.Server.Bolt, Owner = "writers", Database = Neo4jServer.Database }.WithPassword(Neo4jServer.User, Neo4jServer.Password);
        await using IGraphStore store = await Neo4jGraphStore.OpenAsync(options, TimeProvider.System, null, patience.Token);
        var told = await ToldAsync(store, patience.Token);
        var stored = await StoredAsync();

        Assert.All(crashes.Acknowledged, batch => Assert.Equal((batch.Key, (long?)batch.Value), (batch.Key, stored.GetValueOrDefault(batch.Key)?.Revision)));
        Assert.All(stored, batch => Assert.Equal((batch.Key, NodesOfABatch, NodesOfABatch - 1), (batch.Key, batch.Value.Nodes, batch.Value.Relations)));
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(revision => (long)revision), stored.Values.Select(batch => batch.Revision).Order());
        Assert.Equal(stored.ToDictionary(batch => batch.Value.Revision, batch => batch.Key), told);
        Assert.Equal(stored.Count, (await store.CheckReadinessAsync(patience.Token)).Current.Number);
        Assert.Empty(await ((IGraphArchive)store).FindDamageAsync(patience.Token));
    }

    private sealed record Batch(long Revision, int Nodes, int Relations);

    // What lies in the database, past the store: every batch with the one revision of its things.
    private async Task<Dictionary<string, Batch>> StoredAsync()
    {
        var rows = await crashes.Server.QueryAsync("""
            MATCH (n:BATCH) OPTIONAL MATCH (n)-[r:NEXT]->()
            WITH split(n.id, '-')[0] AS batch, collect(DISTINCT n) AS nodes, collect(r) AS relations
            RETURN batch, nodes[0].revision, size(nodes), size(relations), all(x IN nodes + relations WHERE x.revision = nodes[0].revision)
            """);
        Assert.All(rows, row => Assert.True(row[4].GetBoolean(), $"{row[0]} has things of several revisions"));
        return rows.ToDictionary(row => row[0].GetString()!, row => new Batch(row[1].GetInt64(), row[2].GetInt32(), row[3].GetInt32()));
    }

    // What a watch tells from the beginning: one batch a revision, whole, in order.
    private static async Task<Dictionary<long, string>> ToldAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var told = new Dictionary<long, string>();
        await foreach (var set in store.WatchAsync(Revision.Zero, TimeSpan.FromMinutes(10), cancellationToken))
        {
            if (set.Changes.Count == 0)
                break;
            Assert.Equal(told.Count + 1, set.Revision.Number);
            Assert.Equal((2 * NodesOfABatch) - 1, set.Changes.Count);
            told.Add(set.Revision.Number, Assert.Single(set.Changes.OfType<NodeRecord>().Select(node => node.Node.Id.Value.Split('-')[0]).Distinct()));
        }
        return told;
    }
}
