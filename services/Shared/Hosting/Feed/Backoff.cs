namespace GeoGraph.Hosting.Feed;

/// <summary>Growing waits between attempts, each with jitter, so that replicas do not come back all at once. Not thread-safe.</summary>
internal sealed class Backoff(TimeSpan longest, TimeProvider time)
{
    private const int MostDoublings = 20;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private int _failures;

    /// <summary>The next wait: between half and all of 100 ms, 200 ms, 400 ms, up to the longest.</summary>
    public TimeSpan Next()
    {
        var whole = First * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        return (whole < longest ? whole : longest) * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    /// <summary>The next wait is the first again.</summary>
    public void Reset() => _failures = 0;

    /// <summary>Waits.</summary>
    public Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);
}
