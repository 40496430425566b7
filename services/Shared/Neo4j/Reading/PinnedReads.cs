using GeoGraph.Core;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// Runs reads so that each sees one revision whole. The database commits record by record and promises a reader no snapshot; a read is tried, and holds where no
/// write began to be applied before it ended. Where writes come between too often, it runs while it holds the writers' lock.
/// </summary>
/// <param name="transactions">The transactions that reads run in.</param>
/// <param name="names">The store's labels.</param>
/// <param name="time">Times the waiting.</param>
internal sealed class PinnedReads(ReadTransactions transactions, StoreNames names, TimeProvider time)
{
    private const int TriesWithoutLock = 8;

    // What the database says of an entity that went while a statement looked at it.
    private const string Vanished = "Neo.ClientError.Statement.EntityNotFound";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PatienceForWriter = TimeSpan.FromSeconds(5);

    private long _quiet = -1;
    private volatile Known? _known;

    /// <summary>How far the store is, and what it has held up to then.</summary>
    public async Task<(Head Head, Catalogue Catalogue)> OpenAsync(CancellationToken cancellationToken)
    {
        // What a store has held grows with its revision alone. An empty store may be being filled, which its node tells.
        if (_known is { } known && await transactions.HeadAsync(cancellationToken) is { } now && now.Published == known.Head.Published)
        {
            Note(now);
            return (now, known.Catalogue);
        }
        var (head, catalogue) = await transactions.StoreAsync(cancellationToken) ?? throw NoStore();
        Note(head);
        _known = head.Published > Revision.Zero ? new Known(head, catalogue) : null;
        return (head, catalogue);
    }

    /// <summary>Runs a read at the revision of <paramref name="pin"/>. It may run several times; only the last result counts.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionExpired"/> where history was trimmed past the revision.</exception>
    public async Task<T> RunAsync<T>(ReadPin pin, Func<ReadScope, Task<T>> read, CancellationToken cancellationToken)
    {
        Revision? tried = null;
        for (var tries = 0; tries < TriesWithoutLock; tries++)
        {
            if (await QuietAsync(pin.Revision, tried, cancellationToken) is not { } quiet)
                break;
            if (await TryAsync(pin, read, quiet, cancellationToken) is { } kept)
                return kept.Result;
            tried = quiet;
        }
        return await LockedAsync(pin, read, cancellationToken);
    }

    private async Task<Kept<T>?> TryAsync<T>(ReadPin pin, Func<ReadScope, Task<T>> read, Revision quiet, CancellationToken cancellationToken)
    {
        ReadScope? scope = null;
        try
        {
            var result = await transactions.ReadAsync(async transaction =>
            {
                scope = new ReadScope(transaction, names, pin, quiet == pin.Revision, cancellationToken);
                var answer = await read(scope);
                await scope.LookAsync();
                return answer;
            }, cancellationToken);
            return Holds(pin, scope!.Head, quiet) ? new Kept<T>(result) : null;
        }
        catch (GeoGraphException error) when (Neo4jErrors.Code(error) == Vanished)
        {
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException && scope?.Head is not null)
        {
            // What a refusal rests on, or what was taken for impossible, may be a write or a trim seen in part.
            if (Holds(pin, scope.Head, quiet))
                throw;
            return null;
        }
    }

    // Since the head was seen quiet, nothing began to be applied; so all that was read belongs to revisions that were whole.
    private bool Holds(ReadPin pin, Head? head, Revision quiet)
    {
        if (head is not { } seen)
            return true;
        Note(seen);
        return pin.Revision < seen.Oldest ? throw seen.Retained.Expired(pin.Revision) : seen.Committing == quiet;
    }

    private Task<T> LockedAsync<T>(ReadPin pin, Func<ReadScope, Task<T>> read, CancellationToken cancellationToken) =>
        transactions.LockedAsync((transaction, head) =>
        {
            if (head is not { } seen)
                throw NoStore();
            if (pin.Revision < seen.Oldest)
                throw seen.Retained.Expired(pin.Revision);
            return read(new ReadScope(transaction, names, pin, seen.Published == pin.Revision, cancellationToken));
        }, cancellationToken);

    // A revision at which the store was last seen with nothing being applied: what is remembered, unless it was tried already; else what the head says, once
    // it is quiet. Null where a writer takes long, or has come to its end between its marks.
    private async Task<Revision?> QuietAsync(Revision needed, Revision? tried, CancellationToken cancellationToken)
    {
        var remembered = new Revision(Volatile.Read(ref _quiet));
        if (remembered >= needed && remembered != tried)
            return remembered;
        var start = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var head = await transactions.HeadAsync(cancellationToken) ?? throw NoStore();
            Note(head);
            if (head.IsQuiet)
                return head.Published;
            if (time.GetElapsedTime(start) > PatienceForWriter)
                return null;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private void Note(Head head)
    {
        if (!head.IsQuiet)
            return;
        var seen = Volatile.Read(ref _quiet);
        while (seen < head.Published.Number && Interlocked.CompareExchange(ref _quiet, head.Published.Number, seen) is var now && now != seen)
            seen = now;
    }

    private GeoGraphException NoStore() => new(ErrorReason.StoreUnavailable, $"the database holds no store of {names.Owner}, or has lost its state.");

    private sealed record Known(Head Head, Catalogue Catalogue);

    private sealed record Kept<T>(T Result);
}
