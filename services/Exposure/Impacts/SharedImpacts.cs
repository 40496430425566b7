namespace GeoGraph.Exposure.Impacts;

/// <summary>
/// The impacts worked out last, so that any number of watches of one question work each out once. Bounded; the least recently used is dropped first. Safe for concurrent use.
/// </summary>
internal sealed class SharedImpacts
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, Lazy<Task<Impact>> Impact)> _newestFirst = new();
    private long _worked;

    /// <summary>How many impacts were worked out.</summary>
    public long Worked => Interlocked.Read(ref _worked);

    /// <summary>The impact of a step; one that fails is forgotten.</summary>
    /// <param name="key">A text that is the same for the same step and question.</param>
    /// <param name="work">Works it out.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, and not the work that others wait for.</param>
    public async Task<Impact> GetAsync(string key, Func<Impact> work, CancellationToken cancellationToken)
    {
        var shared = Shared(key, work);
        try
        {
            return await shared.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (shared.Value.IsFaulted)
        {
            Forget(key);
            throw;
        }
    }

    private Lazy<Task<Impact>> Shared(string key, Func<Impact> work)
    {
        lock (_gate)
        {
            for (var node = _newestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
                return node.Value.Impact;
            }
            var impact = new Lazy<Task<Impact>>(() =>
            {
                Interlocked.Increment(ref _worked);
                return Task.Run(work);
            });
            _newestFirst.AddFirst((key, impact));
            if (_newestFirst.Count > Kept)
                _newestFirst.RemoveLast();
            return impact;
        }
    }

    private void Forget(string key)
    {
        lock (_gate)
        {
            for (var node = _newestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _newestFirst.Remove(node);
                return;
            }
        }
    }
}
