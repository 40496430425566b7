using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite;

// Writes batches to a store's file until it is killed or has written its number, and prints each acknowledged revision on its own line:
// StoreWriter <file> <writer name> <first batch> <number of batches>. Each batch holds BatchSize nodes of one number and relations between them.
const int BatchSize = 20;
var (file, writer, first, count) = (args[0], args[1], int.Parse(args[2], null), int.Parse(args[3], null));
await using var store = await SqliteGraphStore.OpenAsync(SqliteStoreOptions.File(file), TimeProvider.System, null, CancellationToken.None);
for (var batch = first; batch < first + count; batch++)
{
    var ids = Enumerable.Range(0, BatchSize).Select(i => EntityId.Parse($"{writer}:{batch}-{i}")).ToList();
    var nodes = ids.Select(id => (GraphUpdate)new PutNode(new GraphNode { Id = id, Label = "BATCH", Names = [new LocalName("en", $"batch {batch}")] }));
    var relations = ids.Skip(1).Select((id, i) => (GraphUpdate)new PutRelation(new GraphRelation
    {
        Id = EntityId.Parse($"next-{writer}:{batch}-{i}"),
        Type = "NEXT",
        From = ids[0],
        To = id,
    }));
    var receipt = await store.WriteAsync(new WriteBatch { Updates = [.. nodes, .. relations] }, CancellationToken.None);
    Console.WriteLine($"{batch} {receipt.Revision}");
}
