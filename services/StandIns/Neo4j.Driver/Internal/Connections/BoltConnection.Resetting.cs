using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Connections;

internal sealed partial class BoltConnection
{
    private static readonly TimeSpan ResetTime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Stops what runs on the server, rolls back, and leaves the connection as new. What does not answer in five seconds is
    /// closed.
    /// </summary>
    /// <param name="holder">Who holds the connection; null for nobody. If it is another's, nothing happens.</param>
    /// <param name="heir">Who holds it afterwards; null for nobody.</param>
    /// <param name="reason">What those who wait for an answer get to hear; null for the server's own words.</param>
    /// <returns>Whether the connection can be used again.</returns>
    public async Task<bool> ResetAsync(object? holder, object? heir, Exception? reason)
    {
        if (IsBroken) return false;
        using var timeout = new CancellationTokenSource(ResetTime);
        await using var late = timeout.Token.UnsafeRegister(Abort, null).ConfigureAwait(false);
        try
        {
            var reset = new ResetReply();
            var isHeld = await TrySendAsync(holder, () =>
            {
                if (reason is not null) Interrupt(reason);
                Write(MessageTag.Reset, reset);
                _holder = heir;
            }).ConfigureAwait(false);
            if (!isHeld) return false;
            await ReceiveAsync(reset).ConfigureAwait(false);
            reset.ThrowIfFailed();
            return !IsBroken;
        }
        catch (Neo4jException error)
        {
            _logger.Debug("{0} could not be reset and is closed: {1}", Id, error.Message);
            Abort();
            return false;
        }
    }

    private void Interrupt(Exception reason)
    {
        lock (_gate)
        {
            if (_head is { } head) head.Interruption ??= reason;
            foreach (var reply in _awaited)
            {
                if (reply is not ResetReply) reply.Interruption ??= reason;
            }
        }
    }

    // Whoever receives the failure sends the reset, so that the server lets go of what the query held.
    private async ValueTask RecoverAsync()
    {
        _resetOwed = false;
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            Write(MessageTag.Reset, new ResetReply());
            await _transport.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }
}
