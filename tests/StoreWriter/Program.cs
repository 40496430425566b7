using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.StoreWriter;

// Writes batches to a store until it is killed or has written its number, and prints each acknowledged one with its revision on its own line:
// StoreWriter <store> <writer name> <first batch> <number of batches>. A store is a database's file, or the address of a Neo4j, whose password is in GEOGRAPH_NEO4J_PASSWORD.
// Each batch holds BatchSize nodes of one number and relations between them, and a request id, under which it is sent again while the store is away or busy.
const int BatchSize = 20;
var (address, writer, first, count) = (args[0], args[1], int.Parse(args[2], null), int.Parse(args[3], null));
await using var store = await Patient.CallAsync(() => Stores.OpenAsync(address));
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
    var whole = new WriteBatch { Updates = [.. nodes, .. relations], RequestId = $"{writer}-{batch}" };
    var receipt = await Patient.CallAsync(() => store.WriteAsync(whole, CancellationToken.None));
    Console.WriteLine($"{batch} {receipt.Revision}");
}
