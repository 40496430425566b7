using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Connections;

internal sealed partial class BoltConnection
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Writes messages one after the other and sends them together.</summary>
    /// <param name="holder">Who uses the connection; another one may have taken it meanwhile.</param>
    /// <param name="write">Writes them. Those written before an exception go out with the next ones.</param>
    /// <exception cref="ClientException">The connection was given up by its holder.</exception>
    /// <exception cref="ServiceUnavailableException">The connection is broken.</exception>
    public async ValueTask SendAsync(object holder, Action write)
    {
        if (!await TrySendAsync(holder, write).ConfigureAwait(false)) throw new ClientException("The session is closed.");
    }

    public void Begin(Dictionary<string, object?> extra, Reply reply) => Write(MessageTag.Begin, reply, extra);

    public void Commit(Reply reply) => Write(MessageTag.Commit, reply);

    public void Rollback(Reply reply) => Write(MessageTag.Rollback, reply);

    public void Telemetry(long interfaceUsed, Reply reply) => Write(MessageTag.Telemetry, reply, interfaceUsed);

    public void Pull(long count, long query, Reply reply) => Write(MessageTag.Pull, reply, Batch(count, query));

    public void Discard(long query, Reply reply) => Write(MessageTag.Discard, reply, Batch(Config.Infinite, query));

    public void Run(Query query, Dictionary<string, object?> extra, Reply reply) =>
        Write(MessageTag.Run, reply, query.Text, ParameterValues.From(query.Parameters), extra);

    public void Route(
        IReadOnlyDictionary<string, string> context, IReadOnlyList<string> bookmarks, Dictionary<string, object?> extra, Reply reply) =>
        Write(MessageTag.Route, reply, context, bookmarks, extra);

    /// <summary>Hands the connection to a holder, or to nobody. What the former one sends from now on is refused.</summary>
    public async ValueTask HandOverAsync(object? holder)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        _holder = holder;
        _sending.Release();
    }

    /// <summary>Does nothing, and says so, where the connection is another's.</summary>
    private async ValueTask<bool> TrySendAsync(object? holder, Action write)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!ReferenceEquals(_holder, holder)) return false;
            write();
            await _transport.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _sending.Release();
        }
    }

    // The newest query of a transaction has no number yet: -1 means it.
    private static Dictionary<string, object?> Batch(long count, long query) =>
        query < 0 ? new() { ["n"] = count } : new() { ["n"] = count, ["qid"] = query };

    private void Write(byte tag, Reply reply, params ReadOnlySpan<object?> fields)
    {
        var writer = _transport.Writer;
        try
        {
            writer.BeginMessage(tag, fields.Length);
            foreach (var field in fields) writer.Write(field);
        }
        catch
        {
            writer.AbandonMessage();
            throw;
        }
        writer.EndMessage();
        Await(reply);
    }

    private async Task SayGoodbyeAsync()
    {
        using var timeout = new CancellationTokenSource(FarewellTime);
        await using var late = timeout.Token.UnsafeRegister(Abort, null).ConfigureAwait(false);
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            _holder = null;
            _transport.Writer.BeginMessage(MessageTag.Goodbye, 0);
            _transport.Writer.EndMessage();
            await _transport.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }
}
