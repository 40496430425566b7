using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private const ulong Seed = 20261122;

    /// <summary>How many random lists of updates the store is compared with the model on.</summary>
    protected virtual int ModelRuns => 40;

    [Fact]
    public void Store_agrees_with_a_plain_model_at_every_revision()
    {
        var lists = Gen.Choose(0, int.MaxValue).ArrayOf(120).ToArbitrary();
        var config = Config.QuickThrowOnFailure.WithMaxTest(ModelRuns).WithReplay(Seed, 1);
        Prop.ForAll(lists, numbers => AgreesAsync(numbers).GetAwaiter().GetResult()).Check(config);
    }

    // True, or an assertion that names what differs; the config prints the seed and the numbers.
    private async Task<bool> AgreesAsync(int[] numbers)
    {
        await using var store = await OpenAsync();
        var model = new GraphModel();
        foreach (var batch in new UpdateScript(numbers).Batches())
        {
            var refusal = model.Apply(batch);
            try
            {
                var receipt = await store.WriteAsync(new WriteBatch { Updates = batch }, Patience);
                Assert.True(refusal is null && receipt.Revision.Number == model.Worlds.Count - 1, $"model: {refusal}, revision {model.Worlds.Count - 1}; store: {receipt}");
            }
            catch (GeoGraphException error)
            {
                // A merge into itself is the one rule that is checked before the store's state is.
                Assert.True(refusal == error.Reason || (refusal is not null && batch.OfType<Merge>().Any(merge => merge.Duplicate == merge.Survivor)), $"model: {refusal}; store: {error.Reason}, {error.Message}");
            }
        }
        for (var revision = 0; revision < model.Worlds.Count; revision++)
            await CompareAsync(await store.ReadAsync(ReadPoint.Exact(new Revision(revision)), Patience), model.Worlds[revision]);
        await CompareWatchAsync(store, model);
        return true;
    }

    private async Task CompareAsync(IGraphReader reader, GraphModel.World world)
    {
        Assert.Equal(world.Records, (await ExportAsync(reader)).Select(GraphModel.Print));
        var asOf = new DateOnly(2022, 6, 1);
        var nodes = (await reader.ListNodesAsync(new NodeQuery { AsOf = asOf, Labels = ["FIRM"] }, Patience)).Items;
        Assert.Equal(world.Nodes.Values.Where(node => node.Valid.Contains(asOf) && node.Label == "FIRM").Select(node => node.Id), nodes.Select(node => node.Id));
        foreach (var id in UpdateScript.NodeIds)
        {
            var resolved = world.Resolve(id);
            var touching = (await reader.ListRelationsAsync(new RelationQuery { Touching = [id] }, Patience)).Items;
            Assert.Equal(world.Relations.Values.Where(relation => relation.From == resolved || relation.To == resolved).Select(relation => relation.Id), touching.Select(relation => relation.Id));
            var mentions = (await reader.ListNodesAsync(new NodeQuery { RefersTo = [id] }, Patience)).Items;
            Assert.Equal(world.Nodes.Values.Where(node => node.References.Any(reference => reference.Target == id)).Select(node => node.Id), mentions.Select(node => node.Id));
            if (world.Nodes.ContainsKey(resolved))
                Assert.Equal(Reach(world, resolved, 3, asOf), (await reader.NeighbourhoodAsync(new NeighbourhoodQuery { Roots = [id], MaxDepth = 3, Direction = Direction.Forward, AsOf = asOf }, Patience)).Nodes.Select(item => $"{item.Depth} {item.Node.Id}"));
        }
        var found = await reader.SearchNamesAsync(new NameQuery { Text = "alph" }, Patience);
        var named = world.Nodes.Values.Where(node => node.Names.Concat(world.Aliases.Values.Where(alias => alias.Survivor == node.Id).SelectMany(alias => alias.Names)).Any(name => name.Text == "Alpha"));
        Assert.Equal(named.Select(node => node.Id), found.Select(hit => hit.Node.Id));
    }

    private static List<string> Reach(GraphModel.World world, EntityId root, int depth, DateOnly asOf)
    {
        var found = new Dictionary<EntityId, int> { [root] = 0 };
        for (var step = 1; step <= depth; step++)
        {
            var next = world.Relations.Values.Where(relation => relation.Valid.Contains(asOf) && found.TryGetValue(relation.From, out var at) && at == step - 1 && world.Nodes[relation.To].Valid.Contains(asOf));
            foreach (var relation in next.ToList())
                found.TryAdd(relation.To, step);
        }
        return [.. found.OrderBy(item => item.Value).ThenBy(item => item.Key).Select(item => $"{item.Value} {item.Key}")];
    }

    private async Task CompareWatchAsync(IGraphStore store, GraphModel model)
    {
        var (replica, revision) = (new Dictionary<string, string>(), 0);
        await foreach (var set in store.WatchAsync(Revision.Zero, Seldom, Patience))
        {
            if (set.Revision.Number == model.Worlds.Count - 1 && set.Revision.Number == revision)
                break;
            Assert.Equal(++revision, set.Revision.Number);
            foreach (var record in set.Changes)
                GraphModel.Replay(replica, record);
            Assert.Equal(model.Worlds[revision].Records.Order(StringComparer.Ordinal), replica.Values.Order(StringComparer.Ordinal));
        }
    }
}
