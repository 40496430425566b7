using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Connections;

internal sealed partial class BoltConnection
{
    private readonly SemaphoreSlim _receiving = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<Reply> _awaited = new();
    private Reply? _head;
    private Neo4jException? _failure;
    private bool _recovers = true;
    private bool _resetOwed;

    /// <summary>Gets whether the server still has to answer something.</summary>
    public bool IsAwaiting
    {
        get
        {
            lock (_gate) return _head is not null || _awaited.Count > 0;
        }
    }

    /// <summary>
    /// Takes messages of the server until the one who waits has got what it waits for, whomever they are for. Errors reach
    /// those whom they are for.
    /// </summary>
    /// <exception cref="Neo4jException">The connection is broken, and what is waited for will never come.</exception>
    public async ValueTask ReceiveAsync(IAwaiting waiting)
    {
        await _receiving.WaitAsync().ConfigureAwait(false);
        try
        {
            while (true)
            {
                while ((!waiting.Reached || waiting.WantsMore) && Take())
                {
                }
                if (_resetOwed) await RecoverAsync().ConfigureAwait(false);
                if (waiting.Reached) return;
                await _transport.ReceiveAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            Break(error);
            if (!waiting.Reached) throw;
        }
        finally
        {
            _receiving.Release();
        }
    }

    private void Await(Reply reply)
    {
        lock (_gate) _awaited.Enqueue(reply);
    }

    private bool Take()
    {
        if (!_transport.TryTakeMessage(out var message)) return false;
        var reader = new PackStreamReader(message, _transport.Keys);
        var tag = reader.ReadStructure(out _);
        var reply = Head();
        switch (tag)
        {
            case MessageTag.Record:
                reply.Record(ref reader);
                return true;
            case MessageTag.Success:
                if (reply is ResetReply) _failure = null;
                reply.Succeed(reader.ReadMap());
                break;
            case MessageTag.Failure:
                Failed(reply, ServerErrors.From(reader.ReadMap()));
                break;
            case MessageTag.Ignored:
                reply.Fail(_failure ?? new ClientException("The server dropped the request, since its connection was reset."));
                break;
            default:
                throw new ProtocolException($"The server sent a message with the tag 0x{tag:X2}, which no version of Bolt has.");
        }
        lock (_gate) _head = null;
        return true;
    }

    private Reply Head()
    {
        if (_head is { } head) return head;
        lock (_gate)
        {
            return _awaited.TryDequeue(out var next)
                ? _head = next
                : throw new ProtocolException("The server sent an answer to which there is no question.");
        }
    }

    // After a failure the server ignores everything up to a reset.
    private void Failed(Reply reply, Neo4jException error)
    {
        if (reply is ResetReply) throw error;
        _failure = error;
        _resetOwed = _recovers;
        if (error is AuthorizationException or TokenExpiredException) SignInExpired = (SecurityException)error;
        reply.Fail(error);
    }

    private void Break(Exception error)
    {
        Abort();
        lock (_gate)
        {
            _head?.Fail(error);
            _head = null;
            while (_awaited.TryDequeue(out var reply)) reply.Fail(error);
        }
    }
}
