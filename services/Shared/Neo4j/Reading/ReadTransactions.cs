using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Opens the transactions that reads run in.</summary>
internal sealed class ReadTransactions(Database database, StoreNames names)
{
    // Whoever takes the lock finds no write under way, so that the store's own revision is what is published.
    private const string LockQuery = """
        MATCH (s:GeoGraphStore {owner: $owner}) SET s.lock = $token
        WITH s WHERE s.filling IS NULL MATCH (h:GeoGraphHead {owner: $owner}) SET h.published = s.revision, h.committing = s.revision
        RETURN h.published, h.committing, h.oldest
        """;

    /// <summary>Reads the head and, after it, the catalogue, which so lacks nothing of the revision that the head names; null where there is no store.</summary>
    public Task<(Head Head, Catalogue Catalogue)?> StoreAsync(CancellationToken cancellationToken) => database.ReadAsync(async transaction =>
    {
        var heads = await transaction.RunAsync(Head.Query, Owner);
        var stores = await transaction.RunAsync(StoreRecord.Query, Owner);
        var head = (await heads.ToListAsync(cancellationToken)).ConvertAll(Head.Read);
        var store = (await stores.ToListAsync(cancellationToken)).ConvertAll(StoreRecord.Read);
        return head.Count == 0 || store.Count == 0 ? default((Head, Catalogue)?) : (head[0], store[0].Catalogue);
    }, cancellationToken);

    /// <summary>Reads the head; null where there is no store.</summary>
    public async Task<Head?> HeadAsync(CancellationToken cancellationToken) =>
        await database.ReadAloneAsync(Head.Query, Owner, Head.Read, cancellationToken) is [var head] ? head : null;

    /// <summary>Runs work in a read transaction.</summary>
    public Task<T> ReadAsync<T>(Func<IAsyncQueryRunner, Task<T>> work, CancellationToken cancellationToken) => database.ReadAsync(work, cancellationToken);

    /// <summary>Runs work while no writer can write, with the head as it is then; mends a head that a writer's end left behind. Null where there is no store.</summary>
    public Task<T> LockedAsync<T>(Func<IAsyncQueryRunner, Head?, Task<T>> work, CancellationToken cancellationToken) => database.WriteAsync(async write =>
    {
        var parameters = new Dictionary<string, object>(Owner) { ["token"] = Guid.NewGuid().ToString() };
        var heads = await write.Transaction.RunAsync(LockQuery, parameters);
        var head = (await heads.ToListAsync(cancellationToken)).ConvertAll(Head.Read);
        var result = await work(write.Transaction, head.Count == 0 ? null : head[0]);
        await write.Transaction.CommitAsync();
        return result;
    }, cancellationToken);

    private Dictionary<string, object> Owner => new(StringComparer.Ordinal) { ["owner"] = names.Owner };
}
