using GeoGraph.Core;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// The lock that writers of all processes take in turn: on the store's node, from the first statement of a transaction to its end. What the store's node and head hold is
/// read under it.
/// </summary>
internal sealed class WriterLock(Neo4jStoreOptions options, StoreNames names, Publication publication, TimeProvider time)
{
    private const string LockQuery = "MATCH (s:GeoGraphStore {owner: $owner}) SET s.lock = $token";

    /// <summary>Takes the lock and reads the store, with the receipts of a request id where one is given; mends the head of a writer that came to its end half-way.</summary>
    /// <param name="work">The write.</param>
    /// <param name="token">What the store's node keeps of this writer, where it commits.</param>
    /// <param name="requestId">A request id to look for; null for none.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.WriteConflict"/> where another process writes for too long.</exception>
    public async Task<(StoreRecord Store, List<IRecord> Receipts)> TakeAsync(OpenWork work, string token, string? requestId)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["owner"] = names.Owner, ["token"] = token, ["request"] = requestId ?? "" };
        var reading = ReadAsync(work, parameters, requestId is not null);
        await InTimeAsync(reading, work.Token);
        var (stores, heads, receipts) = await reading;
        work.Token.ThrowIfCancellationRequested();
        if (stores is not [var store] || heads is not [var head])
            throw Neo4jErrors.Unavailable($"the database has lost the state of the store of {names.Owner}.");
        await publication.MendAsync(head, store.Retained, work.Token);
        return (store, receipts);
    }

    // The statements go out together; the first waits for the lock, and the others are carried out under it.
    private async Task<(List<StoreRecord> Stores, List<Head> Heads, List<IRecord> Receipts)> ReadAsync(OpenWork work, Dictionary<string, object> parameters, bool hasRequest)
    {
        var locking = await work.RunAsync(LockQuery, parameters);
        var stores = await work.RunAsync(StoreRecord.Query, parameters);
        var heads = await work.RunAsync(Head.Query, parameters);
        var receipts = hasRequest ? await work.RunAsync(Receipts.FindQuery(names), parameters) : null;
        await locking.ConsumeAsync();
        return (await stores.ToListAsync(StoreRecord.Read), await heads.ToListAsync(Head.Read), receipts is null ? [] : await receipts.ToListAsync());
    }

    private async Task InTimeAsync(Task taking, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patienceEnd = Task.Delay(options.BusyTimeout, time, patience.Token);
        if (await Task.WhenAny(taking, patienceEnd) == taking || cancellationToken.IsCancellationRequested)
        {
            await patience.CancelAsync();
            await taking;
            return;
        }
        // The transaction is given up, which ends the waiting on the server too.
        _ = taking.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw new GeoGraphException(ErrorReason.WriteConflict, "another process is writing to the store; try again.");
    }
}
