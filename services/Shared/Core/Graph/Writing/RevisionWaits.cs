using System.Runtime.CompilerServices;

namespace GeoGraph.Core.Graph.Writing;

/// <summary>Waiting for the next revision of a store: those of this process are woken, and writes of others are looked for. Safe for concurrent use.</summary>
/// <param name="time">Times the waiting.</param>
/// <param name="pollInterval">How often to look for writes of other processes; null where no other process can write.</param>
public sealed class RevisionWaits(TimeProvider time, TimeSpan? pollInterval)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next write. Take it before looking at the store, so that no write falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Tells that there is a new revision.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Ends every waiting with <see cref="ErrorReason.StoreUnavailable"/>, as the store is closed.</summary>
    public Task CloseAsync() => _closing.CancelAsync();

    /// <summary>Waits for the next write of this process, until it is time to look for those of others, or for as long as is given.</summary>
    /// <param name="next">What <see cref="Next"/> was before the store was looked at.</param>
    /// <param name="atMost">How long, where that comes first; null for no such end.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.StoreUnavailable"/> once the store is closed.</exception>
    public async Task WaitAsync(Task next, TimeSpan? atMost, CancellationToken cancellationToken)
    {
        var limit = Min(Min(atMost ?? Longest, pollInterval ?? Longest), Longest);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            await next.WaitAsync(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time, stop.Token);
        }
        catch (TimeoutException)
        {
            // It is time to look.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeoGraphException(ErrorReason.StoreUnavailable, "the store is closed.");
        }
    }

    /// <summary>Tells changes as <see cref="IGraphStore.WatchAsync"/> promises.</summary>
    /// <param name="after">The revision that was told last.</param>
    /// <param name="checkpointEvery">Time between checkpoints while nothing happens.</param>
    /// <param name="changesAfter">Reads the next change sets after a revision, oldest first; none where it is the newest.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="GeoGraphException">The time is not positive; the store is closed; or what reading gives.</exception>
    public async IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery,
        Func<Revision, Task<IReadOnlyList<ChangeSet>>> changesAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (checkpointEvery <= TimeSpan.Zero)
            throw GeoGraphException.Invalid([new FieldViolation("checkpoint_every", checkpointEvery.ToString(), "a time between checkpoints is positive")]);
        var told = after;
        long? checkpointAt = null;
        while (true)
        {
            var next = Next;
            var sets = await changesAfter(told);
            foreach (var set in sets)
            {
                yield return set;
                told = set.Revision;
                checkpointAt = null;
            }
            if (sets.Count > 0)
                continue;
            if (checkpointAt is null || time.GetElapsedTime(checkpointAt.Value) >= checkpointEvery)
            {
                checkpointAt = time.GetTimestamp();
                yield return new ChangeSet(told, []);
            }
            await WaitAsync(next, checkpointEvery - time.GetElapsedTime(checkpointAt.Value), cancellationToken);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
