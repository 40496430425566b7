using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>What every store promises. A store's own test class derives from this one; each case starts with an empty store.</summary>
public abstract partial class GraphStoreConformance : IAsyncLifetime
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    protected IGraphStore Store { get; private set; } = null!;

    /// <summary>Ends a case that waits for what does not come.</summary>
    protected CancellationToken Patience => _patience.Token;

    public async Task InitializeAsync() => Store = await OpenAsync();

    public virtual async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        _patience.Dispose();
    }

    /// <summary>Opens a new, empty store.</summary>
    protected abstract Task<IGraphStore> OpenAsync();

    protected static EntityId Id(string text) => EntityId.Parse(text);

    protected static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    protected static ValidPeriod Period(string? from, string? to) =>
        new(from is null ? null : Day(from), to is null ? null : Day(to));

    protected static GraphNode Firm(string name, params LocalName[] names) => new() { Id = Id("firm:" + name), Label = "FIRM", Names = names };

    protected static GraphNode State(string name, params LocalName[] names) => new() { Id = Id("state:" + name), Label = "STATE", Names = names };

    protected static GraphRelation Supplies(string from, string to, string name = "") => new()
    {
        Id = Id($"supplies:{from}-{to}{name}"),
        Type = "SUPPLIES",
        From = Id("firm:" + from),
        To = Id("firm:" + to),
    };

    protected static LocalName English(string text) => new("en", text);

    protected static PutNode Put(GraphNode node) => new(node);

    protected static PutRelation Put(GraphRelation relation) => new(relation);

    protected Task<WriteReceipt> WriteAsync(params GraphUpdate[] updates) => Store.WriteAsync(new WriteBatch { Updates = updates }, Patience);

    protected Task<WriteReceipt> WriteFirmsAsync(params string[] names) => WriteAsync([.. names.Select(name => Put(Firm(name)))]);

    protected Task<IGraphReader> LatestAsync() => Store.ReadAsync(ReadPoint.Latest, Patience);

    protected async Task<Revision> CurrentAsync() => (await LatestAsync()).Revision;

    protected async Task<GraphNode?> FindAsync(string id) => await FindAsync(await LatestAsync(), id);

    protected async Task<GraphNode?> FindAsync(IGraphReader reader, string id) =>
        (await reader.FindNodesAsync([Id(id)], Patience)).GetValueOrDefault(Id(id));

    protected async Task<GraphRelation?> FindRelationAsync(string id) =>
        (await (await LatestAsync()).FindRelationsAsync([Id(id)], Patience)).GetValueOrDefault(Id(id));

    protected async Task<List<GraphRecord>> ExportAsync(IGraphReader reader)
    {
        var records = new List<GraphRecord>();
        await foreach (var record in reader.ExportAsync(Patience))
            records.Add(record);
        return records;
    }

    /// <summary>Change sets with changes, from a revision on, as many as asked for.</summary>
    protected async Task<List<ChangeSet>> ChangesAsync(Revision after, int count)
    {
        var sets = new List<ChangeSet>();
        await foreach (var set in Store.WatchAsync(after, TimeSpan.FromMinutes(1), Patience))
        {
            if (set.Changes.Count > 0)
                sets.Add(set);
            if (sets.Count >= count)
                break;
        }
        return sets;
    }

    protected static async Task<GeoGraphException> RefusedAsync(ErrorReason reason, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<GeoGraphException>(call);
        Assert.True(reason == error.Reason, $"{error.Reason} instead of {reason}: {error.Message}");
        return error;
    }

    protected static string[] Ids(IEnumerable<GraphNode> nodes) => [.. nodes.Select(node => node.Id.Value)];

    protected static string[] Ids(IEnumerable<GraphRelation> relations) => [.. relations.Select(relation => relation.Id.Value)];
}
