namespace GeoGraph.Core.Graph.Writing;

/// <summary>Wakes those of this process who wait for the next revision.</summary>
public sealed class RevisionSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next write. Take it before looking at the store, so that no write falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Tells that there is a new revision.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
