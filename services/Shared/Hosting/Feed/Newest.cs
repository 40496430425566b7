using GeoGraph.Core;

namespace GeoGraph.Hosting.Feed;

/// <summary>The newest compiled state, swapped as a whole. Safe for concurrent use.</summary>
/// <typeparam name="T">The state; immutable.</typeparam>
/// <param name="time">Measures how long callers wait.</param>
public sealed class Newest<T>(TimeProvider time)
    where T : class
{
    private Slot _slot = new(null);

    /// <summary>The newest state; null until the first is loaded.</summary>
    public T? Value => Volatile.Read(ref _slot).State;

    /// <summary>Makes a state the newest and wakes whoever waits for it.</summary>
    public void Publish(T state) => Interlocked.Exchange(ref _slot, new Slot(state)).Next.SetResult();

    /// <summary>
    /// The newest state, once it satisfies a wish. Waits up to nine tenths of what the call's deadline leaves, at most 10 s, so that a refusal still
    /// reaches the caller with its reason.
    /// </summary>
    /// <param name="isReached">The wish, as "at least this revision".</param>
    /// <param name="deadline">The call's deadline, UTC; <see cref="DateTime.MaxValue"/> for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state; null where the wait was in vain.</returns>
    public async Task<T?> WaitForAsync(Func<T, bool> isReached, DateTime deadline, CancellationToken cancellationToken)
    {
        if (Value is { } now && isReached(now))
            return now;
        using var patience = new CancellationTokenSource(CallPatience.Until(deadline, time), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await NextAsync(isReached, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<T> NextAsync(Func<T, bool> isReached, CancellationToken cancellationToken)
    {
        while (true)
        {
            var slot = Volatile.Read(ref _slot);
            if (slot.State is { } state && isReached(state))
                return state;
            await slot.Next.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed record Slot(T? State)
    {
        public TaskCompletionSource Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The refusals of a service that answers from a fed state.</summary>
public static class FeedRefusals
{
    /// <summary>A <see cref="ErrorReason.NotReady"/>: a feeding service has not been loaded yet.</summary>
    public static GeoGraphException NotReady(string waitingFor) =>
        new(ErrorReason.NotReady, $"what {waitingFor} holds is not loaded yet.", [new("waiting_for", waitingFor)]);

    /// <summary>A <see cref="ErrorReason.RevisionNotReached"/>: the state has not come so far within the deadline.</summary>
    public static GeoGraphException NotReached(RevisionToken wanted, RevisionToken reached) =>
        new(ErrorReason.RevisionNotReached, $"the state {wanted} is not reached; this replica is at {reached}.",
            [new("revision", wanted.ToString()), new("current", reached.ToString())]);
}
