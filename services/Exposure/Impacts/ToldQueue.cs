using System.Threading.Channels;
using GeoGraph.Core;
using Grpc.Core;

namespace GeoGraph.Exposure.Impacts;

/// <summary>Changes of several services that wait to be told, in the order of each service. Of one watch; not thread-safe but for the pumps.</summary>
internal sealed class ToldQueue : IAsyncDisposable
{
    // A reader that is slower than the data holds back its own streams, and nobody else's.
    private const int MostWaiting = 256;
    private readonly Channel<ToldChange> _arriving = Channel.CreateBounded<ToldChange>(MostWaiting);
    private readonly List<ToldChange> _waiting = [];
    private readonly Dictionary<string, Revision> _seen = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _reading;
    private readonly List<Task> _pumps = [];

    /// <summary>An empty queue.</summary>
    public ToldQueue(CancellationToken cancellationToken) => _reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>What waits, in order of arrival.</summary>
    public IReadOnlyList<ToldChange> Waiting => _waiting;

    /// <summary>Reads the changes of a service into the queue from now on; where they fail, reading the queue fails.</summary>
    public void Follow(string service, Revision after, Func<Revision, CancellationToken, IAsyncEnumerable<ToldChange>> changes)
    {
        _seen[service] = after;
        _pumps.Add(PumpAsync(changes(after, _reading.Token)));
    }

    /// <summary>Takes all that has arrived, and waits for something where nothing has; false where nothing came in time.</summary>
    public async Task<bool> TakeAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await _arriving.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        while (_arriving.Reader.TryRead(out var told))
            Take(told);
        if (_arriving.Reader.Completion.IsCompleted)
            await _arriving.Reader.Completion;
        return true;
    }

    /// <summary>Waits until all of a service is here up to a revision.</summary>
    public async Task ReachAsync(string service, Revision revision, CancellationToken cancellationToken)
    {
        while (_seen.TryGetValue(service, out var seen) && seen < revision)
            Take(await _arriving.Reader.ReadAsync(cancellationToken));
    }

    /// <summary>Takes out what is of a service up to a revision.</summary>
    public IReadOnlyList<ToldChange> Remove(string service, Revision upTo)
    {
        var removed = _waiting.FindAll(told => told.Service == service && told.Revision <= upTo);
        _waiting.RemoveAll(told => told.Service == service && told.Revision <= upTo);
        return removed;
    }

    /// <summary>Stops reading.</summary>
    public async ValueTask DisposeAsync()
    {
        await _reading.CancelAsync();
        await Task.WhenAll(_pumps);
        _reading.Dispose();
    }

    private void Take(ToldChange told)
    {
        _waiting.Add(told);
        _seen[told.Service] = told.Revision;
    }

    private async Task PumpAsync(IAsyncEnumerable<ToldChange> changes)
    {
        Exception? end = null;
        try
        {
            await foreach (var told in changes)
                await _arriving.Writer.WriteAsync(told, _reading.Token);
            end = new RpcException(new Status(StatusCode.Unavailable, "the stream of changes ended."));
        }
        catch (Exception failed)
        {
            end = failed;
        }
        finally
        {
            _arriving.Writer.TryComplete(end);
        }
    }
}
