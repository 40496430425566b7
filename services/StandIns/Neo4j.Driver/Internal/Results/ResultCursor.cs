using System.Runtime.CompilerServices;
using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

/// <summary>
/// A result on its connection. One batch is asked for ahead, so at most two lie in memory however slowly they are read:
/// what the server has beyond waits there.
/// </summary>
internal sealed partial class ResultCursor : IResultCursor, IAwaiting
{
    private static readonly Task<bool> There = Task.FromResult(true);

    private readonly IResultOwner _owner;
    private readonly Lease _lease;
    private readonly Query _query;
    private readonly long _fetchSize;
    private readonly Queue<Record> _records = new();
    private readonly RunReply _started;
    private Record? _current;
    private int _endTold;
    private volatile bool _consumed;

    public ResultCursor(IResultOwner owner, Lease lease, Query query, long fetchSize)
    {
        _owner = owner;
        _lease = lease;
        _query = query;
        _fetchSize = fetchSize;
        _started = new RunReply(this);
    }

    public IRecord Current => _current ?? throw new InvalidOperationException("No record has been fetched: call FetchAsync first.");

    public bool IsOpen => !_consumed && (_phase != ResultPhase.Ended || _records.Count > 0);

    /// <summary>Gets whether nothing more is to come from the server.</summary>
    public bool HasEnded => _phase == ResultPhase.Ended;

    /// <summary>Writes the messages that run the query and ask for the first batch.</summary>
    public void Start(Dictionary<string, object?> extra)
    {
        _lease.Connection.Run(_query, extra, _started);
        _lease.Connection.Pull(_fetchSize, -1, new PullReply(this));
    }

    public async Task<string[]> KeysAsync()
    {
        if (!_started.Reached) await _lease.ReceiveAsync(_started).ConfigureAwait(false);
        if (_started.Error is not null)
        {
            await TellEndAsync().ConfigureAwait(false);
            _started.ThrowIfFailed();
        }
        return _keys.Names;
    }

    public Task<bool> FetchAsync() => TryTake() ? There : FetchMoreAsync();

    public async Task<IRecord> PeekAsync()
    {
        ThrowIfConsumed();
        while (_records.Count == 0)
        {
            if (await IsAtEndAsync().ConfigureAwait(false)) return null!;
            await AdvanceAsync().ConfigureAwait(false);
        }
        return _records.Peek();
    }

    public async Task<IResultSummary> ConsumeAsync()
    {
        _consumed = true;
        _discarding = true;
        while (!await IsAtEndAsync().ConfigureAwait(false))
        {
            if (_phase == ResultPhase.Paused) await AskAsync().ConfigureAwait(false);
            await _lease.ReceiveAsync(this).ConfigureAwait(false);
        }
        return Summary();
    }

    public IAsyncEnumerator<IRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new ResultEnumerator(this, cancellationToken);

    /// <summary>Goes to the next record if it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake()
    {
        if (_consumed || !_records.TryDequeue(out var record)) return false;
        _current = record;
        return true;
    }

    /// <summary>Goes to the next record, which does not lie in memory; false at the end.</summary>
    public async Task<bool> FetchMoreAsync()
    {
        ThrowIfConsumed();
        while (!TryTake())
        {
            if (await IsAtEndAsync().ConfigureAwait(false)) return false;
            await AdvanceAsync().ConfigureAwait(false);
        }
        return true;
    }

    /// <summary>Ends the result with an error and stops its query on the server.</summary>
    public async Task CancelAsync(Exception reason)
    {
        _stopped ??= reason;
        await _lease.StopAsync(reason).ConfigureAwait(false);
        OnFailed(reason);
    }

    /// <summary>Tells the owner once that the result is over, so that it lets go of the connection.</summary>
    public async ValueTask TellEndAsync()
    {
        if (Interlocked.Exchange(ref _endTold, 1) != 0) return;
        await _owner.OnResultEndedAsync(_lease, _error is null, _metadata).ConfigureAwait(false);
    }

    // Waits for records, and asks for the next batch as soon as one has come whole.
    private async ValueTask AdvanceAsync()
    {
        if (_phase == ResultPhase.Paused) await AskAsync().ConfigureAwait(false);
        await _lease.ReceiveAsync(this).ConfigureAwait(false);
        if (_phase == ResultPhase.Paused) await AskAsync().ConfigureAwait(false);
        if (_phase == ResultPhase.Ended) await TellEndAsync().ConfigureAwait(false);
    }

    private async ValueTask AskAsync()
    {
        if (Interlocked.CompareExchange(ref _phase, ResultPhase.Streaming, ResultPhase.Paused) != ResultPhase.Paused) return;
        var reply = new PullReply(this);
        try
        {
            await _lease.SendAsync(() =>
            {
                if (_stopped is not null) OnFailed(_stopped);
                else if (_discarding) _lease.Connection.Discard(_number, reply);
                else _lease.Connection.Pull(_fetchSize, _number, reply);
            }).ConfigureAwait(false);
        }
        catch (Neo4jException error)
        {
            OnFailed(error);
        }
    }

    private async ValueTask<bool> IsAtEndAsync()
    {
        if (_phase != ResultPhase.Ended) return false;
        await TellEndAsync().ConfigureAwait(false);
        if (_error is not null) throw _error;
        return true;
    }

    private void ThrowIfConsumed()
    {
        if (_consumed) throw new ResultConsumedException("The records of this result were dropped, or its transaction or session is over.");
    }
}
