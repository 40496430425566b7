using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Writing;

/// <summary>Applies batches, each in one transaction under the writers' lock.</summary>
internal sealed class StoreWriter(Database database, StoreNames names, Publication publication, WriterLock writerLock)
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SchemaGuard _schema = new(database, names);

    // Whether the last batch that could have been hopeful found nothing there.
    private bool _hopes = true;

    /// <summary>Applies a batch whose updates <see cref="GraphRules"/> let through.</summary>
    public async Task<(WriteReceipt Receipt, bool IsNew)> WriteAsync(WriteBatch batch, IReadOnlyList<GraphUpdate> updates, CancellationToken cancellationToken)
    {
        var request = new Request(batch, updates, batch.RequestId is null ? null : BatchDigest.Of(updates));
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!batch.ValidateOnly)
                await _schema.EnsureAsync(updates, cancellationToken);
            var outcome = await TryAsync(request, _hopes, cancellationToken) ?? await TryAsync(request, false, cancellationToken);
            return outcome!.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes the lock in turn with the batches of this process, and works under it.</summary>
    public async Task<T> UnderLockAsync<T>(Func<OpenWork, StoreRecord, Task<T>> run, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await database.WriteAsync(async work =>
            {
                var (store, _) = await writerLock.TakeAsync(work, NewToken(), null);
                return await run(work, store);
            }, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string NewToken() => Guid.NewGuid().ToString("N");

    // Null where the batch hoped for what is not so; it is then done again with everything read.
    private async Task<(WriteReceipt Receipt, bool IsNew)?> TryAsync(Request request, bool mayHope, CancellationToken cancellationToken)
    {
        var commit = new Commit(NewToken());
        try
        {
            return await database.WriteAsync(work => ApplyAsync(request, mayHope, commit, work), cancellationToken);
        }
        catch (GeoGraphException error) when (commit is { Receipt: not null, IsDone: false })
        {
            if (await SettleAsync(commit.Receipt, commit.Token, error))
                return (commit.Receipt, true);
            throw;
        }
    }

    private async Task<(WriteReceipt Receipt, bool IsNew)?> ApplyAsync(Request request, bool mayHope, Commit commit, OpenWork work)
    {
        var (store, receipts) = await writerLock.TakeAsync(work, commit.Token, request.Batch.RequestId);
        if (receipts is [var first, ..])
            return (Receipts.Read(first, request.Batch.RequestId!, request.Digest!), false);
        await CheckWordsAsync(request, store, work);
        var couldHope = !request.Batch.ValidateOnly && Hope.IsFitting(request.Updates, store);
        var draft = new Draft(store.Retained.Current.Next, mayHope && couldHope ? store.NodeKinds : null);
        if (!draft.IsHopeful)
            await new DraftLoader(work, names, store, draft).LoadAsync(request.Updates);
        var writer = new BatchWriter(draft, request.Updates);
        if (!TryApply(writer, request.Updates, draft.IsHopeful, work.Token))
            return Disappointed();
        var receipt = writer.Receipt(writer.HasChanged ? draft.Next : store.Retained.Current);
        if (couldHope && !draft.IsHopeful)
            _hopes = receipt.Created == request.Updates.Count;
        if (request.Batch.ValidateOnly)
            return (receipt, false);
        if (!await WriteAsync(request, draft, store, receipt, commit.Token, work))
            return Disappointed();
        await CommitAsync(receipt, writer.HasChanged, commit, work);
        return (receipt, writer.HasChanged);
    }

    private (WriteReceipt Receipt, bool IsNew)? Disappointed()
    {
        _hopes = false;
        return null;
    }

    private async Task CheckWordsAsync(Request request, StoreRecord store, OpenWork work)
    {
        var words = Words.NewIn(request.Updates, store.Catalogue);
        if (words.Count == 0)
            return;
        if (request.Batch.ValidateOnly)
            await WordClaims.AskAsync(work.Transaction, names.Owner, words);
        else
            await WordClaims.ClaimAsync(work.Transaction, names.Owner, words);
    }

    // A refusal of a hopeful batch may rest on the hope alone.
    private static bool TryApply(BatchWriter writer, IReadOnlyList<GraphUpdate> updates, bool isHopeful, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < updates.Count; i++)
            {
                if (i % 100 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                writer.Apply(updates[i], i);
            }
            return true;
        }
        catch (GeoGraphException) when (isHopeful)
        {
            return false;
        }
    }

    // False where the database does not hold what a hopeful draft took as given.
    private async Task<bool> WriteAsync(Request request, Draft draft, StoreRecord store, WriteReceipt receipt, string token, OpenWork work)
    {
        var changes = new ChangeWriter(work, names, draft, database.Options.RowsPerStatement);
        try
        {
            if (receipt.Revision == draft.Next)
            {
                var tally = Tally.Of(draft);
                await changes.SendAsync();
                foreach (var part in tally.Log(draft.Next, token))
                    await changes.SendAsync($"CREATE (v:{names.Revision}) SET v = $part", ("part", part));
                await changes.SendAsync("MATCH (s:GeoGraphStore {owner: $owner}) SET s += $learnt", ("learnt", tally.Learnt(store, draft.Next)));
            }
            if (request.Batch.RequestId is { } requestId)
                await changes.SendAsync(Receipts.AddQuery(names), ("request", requestId), ("receipt", Receipts.Map(receipt, requestId, request.Digest!)));
            return await changes.FinishAsync() || (draft.IsHopeful ? false : throw Neo4jErrors.Unavailable("the database does not hold what this store wrote to it."));
        }
        catch (Exception error) when (draft.IsHopeful && Neo4jErrors.Code(error) == Neo4jErrors.ConstraintBroken)
        {
            return false;
        }
    }

    private async Task CommitAsync(WriteReceipt receipt, bool hasChanged, Commit commit, OpenWork work)
    {
        work.GoThrough();
        if (!hasChanged)
        {
            await work.Transaction.CommitAsync();
            return;
        }
        commit.Receipt = receipt;
        await publication.AnnounceAsync(receipt.Revision);
        await work.Transaction.CommitAsync();
        commit.IsDone = true;
        await publication.PublishAsync(receipt.Revision);
    }

    // The commit was announced and no answer came, or it was refused. Whoever holds the lock sees what became of it, and mends the head.
    private async Task<bool> SettleAsync(WriteReceipt receipt, string token, GeoGraphException error)
    {
        try
        {
            return await database.WriteAsync(async work =>
            {
                await writerLock.TakeAsync(work, NewToken(), null);
                var logs = await work.QueryAsync($"MATCH (v:{names.Revision} {{number: $number, token: $token}}) RETURN count(v)",
                    new Dictionary<string, object> { ["number"] = receipt.Revision.Number, ["token"] = token }, static record => (long)record[0]);
                return logs is [> 0];
            }, CancellationToken.None);
        }
        catch (GeoGraphException) when (error.InnerException is { } cause && Neo4jErrors.Code(cause) is not null)
        {
            return false;
        }
        catch (GeoGraphException)
        {
            throw Neo4jErrors.Unavailable(
                "the database went away while the batch was being committed; whether it is written is not known, and the same request_id finds out.", error);
        }
    }

    private sealed record Request(WriteBatch Batch, IReadOnlyList<GraphUpdate> Updates, string? Digest);

    // How far a commit came: on its way once there is a receipt, and done once the database said so.
    private sealed class Commit(string token)
    {
        public string Token => token;

        public WriteReceipt? Receipt { get; set; }

        public bool IsDone { get; set; }
    }
}
