using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Bulk;

/// <summary>One call that prices parts of one law: a part is on its way while the one before it is answered.</summary>
internal sealed class BulkStream(AsyncDuplexStreamingCall<StreamDutiesRequest, StreamDutiesResponse> call, DutyQuestion law, ReadOptions? read, DutyDetail detail) : IDisposable
{
    private bool _isOpen;

    /// <summary>The law.</summary>
    public DutyQuestion Law => law;

    /// <summary>The state that answers come from; empty before the first.</summary>
    public string State { get; private set; } = "";

    /// <summary>Sends entries. Where the service ended the call meanwhile, reading the answers says why.</summary>
    public async Task SendAsync(IEnumerable<Entry> entries)
    {
        var request = _isOpen ? new StreamDutiesRequest() : new StreamDutiesRequest { Question = law, Read = read, Detail = detail };
        request.Entries.AddRange(entries);
        _isOpen = true;
        try
        {
            await call.RequestStream.WriteAsync(request);
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return;
        }
    }

    /// <summary>The answers to the next so many entries sent.</summary>
    public async Task<IReadOnlyList<BatchItem>> AnswersAsync(int count, CancellationToken cancellationToken)
    {
        var items = new List<BatchItem>(count);
        while (items.Count < count)
        {
            if (!await call.ResponseStream.MoveNext(cancellationToken))
                throw new IOException($"the service answered {items.Count} of {count} entries of a part and ended the call");
            State = call.ResponseStream.Current.RevisionToken is { Length: > 0 } token ? token : State;
            items.AddRange(call.ResponseStream.Current.Items);
        }
        return items;
    }

    /// <summary>Says that no more follow, and waits for the end of the call.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await call.RequestStream.CompleteAsync();
        while (await call.ResponseStream.MoveNext(cancellationToken))
            State = call.ResponseStream.Current.RevisionToken is { Length: > 0 } token ? token : State;
    }

    public void Dispose() => call.Dispose();
}
