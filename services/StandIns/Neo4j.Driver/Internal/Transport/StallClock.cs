namespace Neo4j.Driver.Internal.Transport;

/// <summary>Ends one wait after another when it takes too long or is cancelled; a timer is made once and set anew. Not safe for concurrent use.</summary>
internal sealed class StallClock : IDisposable
{
    private CancellationTokenSource _source = new();
    private CancellationTokenRegistration _outer;

    /// <summary>Begins a wait. Without a timeout the token is the caller's own.</summary>
    public CancellationToken Start(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (timeout is not { } longest)
            return cancellationToken;
        if (!_source.TryReset())
        {
            _source.Dispose();
            _source = new CancellationTokenSource();
        }
        if (cancellationToken.CanBeCanceled)
            _outer = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        _source.CancelAfter(longest);
        return _source.Token;
    }

    /// <summary>Says that the wait is over.</summary>
    public void Stop()
    {
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
        _outer.Dispose();
        _outer = default;
    }

    public void Dispose()
    {
        _outer.Dispose();
        _source.Dispose();
    }
}
