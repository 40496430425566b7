using GeoGraph.Hosting;

namespace GeoGraph.Exposure.Impacts;

/// <summary>
/// The impacts worked out last, so that any number of watches of one question work each out once. Bounded; the least recently used is dropped first. Safe for concurrent use.
/// </summary>
internal sealed class SharedImpacts
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 64;

    private readonly RecentlyUsed<Entry> _kept = new(Kept);
    private long _worked;

    /// <summary>How many impacts were worked out.</summary>
    public long Worked => Interlocked.Read(ref _worked);

    /// <summary>The impact of a step; one that fails is forgotten.</summary>
    /// <param name="key">A text that is the same for the same step and question.</param>
    /// <param name="work">Works it out.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, and not the work that others wait for.</param>
    public async Task<Impact> GetAsync(string key, Func<Impact> work, CancellationToken cancellationToken)
    {
        var entry = _kept.GetOrAdd(kept => kept.Key == key, () => new Entry(key, new Lazy<Task<Impact>>(() => Start(work))));
        try
        {
            return await entry.Impact.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (entry.Impact.Value.IsFaulted)
        {
            _kept.Forget(kept => ReferenceEquals(kept, entry));
            throw;
        }
    }

    private Task<Impact> Start(Func<Impact> work)
    {
        Interlocked.Increment(ref _worked);
        return Task.Run(work);
    }

    private sealed record Entry(string Key, Lazy<Task<Impact>> Impact);
}
