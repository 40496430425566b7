namespace GeoGraph.Neo4j.Engine;

/// <summary>Lets a token stop a piece of work, until the work has come so far that it goes through whatever happens.</summary>
internal sealed class StopSignal(CancellationToken cancellationToken) : IDisposable
{
    private CancellationTokenRegistration _registration;

    /// <summary>The token that may still stop the work.</summary>
    public CancellationToken Token { get; private set; } = cancellationToken;

    /// <summary>Says what stops the work.</summary>
    public void Arm(Action stop) => _registration = Token.Register(stop);

    /// <summary>From here on nothing stops the work.</summary>
    /// <exception cref="OperationCanceledException">It has been stopped already.</exception>
    public void GoThrough()
    {
        Token.ThrowIfCancellationRequested();
        // Where the token fires now, disposal waits for the closing to have begun, and the commit then fails as cancelled.
        _registration.Dispose();
        Token.ThrowIfCancellationRequested();
        Token = CancellationToken.None;
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();
}
