using GeoGraph.Cli.Reconcile;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Bulk;

/// <summary>
/// Prices entries as they are read, and writes each answer in their order. Entries of one law that follow one another share a call, and two parts
/// are under way at once, so memory does not grow with the file. All answers come from one state of the data.
/// </summary>
internal sealed class BulkPricing(Session session, DutyDetail detail, TextWriter output)
{
    private const int EntriesAPart = 500;
    private BulkStream? _stream;
    private BulkPart? _pending;
    private string _state = "";

    /// <summary>How many entries were priced.</summary>
    public long Priced { get; private set; }

    /// <summary>How many were refused, or could not be read.</summary>
    public long Refused { get; private set; }

    /// <summary>Prices all entries.</summary>
    public async Task RunAsync(IAsyncEnumerable<PaidEntry> entries, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var part in BulkPart.CutAsync(entries, EntriesAPart).WithCancellation(cancellationToken))
            {
                if (_stream is null || !_stream.Law.Equals(part.Law))
                    await OpenAsync(part.Law, cancellationToken);
                var sending = part.Priceable.Any() ? _stream!.SendAsync(part.Priceable) : Task.CompletedTask;
                await AnswerPendingAsync(cancellationToken);
                await sending;
                _pending = part;
            }
            await CloseAsync(cancellationToken);
        }
        finally
        {
            _stream?.Dispose();
        }
    }

    private async Task OpenAsync(DutyQuestion law, CancellationToken cancellationToken)
    {
        await CloseAsync(cancellationToken);
        var read = _state.Length > 0 ? new ReadOptions { Exact = _state } : session.Read;
        _stream = new BulkStream(session.Tariffs.StreamDuties(cancellationToken: cancellationToken), law, read, detail);
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await AnswerPendingAsync(cancellationToken);
        if (_stream is null)
            return;
        await _stream.CompleteAsync(cancellationToken);
        _stream.Dispose();
        _stream = null;
    }

    private async Task AnswerPendingAsync(CancellationToken cancellationToken)
    {
        if (_pending is not { } part)
            return;
        var items = new Queue<BatchItem>(await _stream!.AnswersAsync(part.Priceable.Count(), cancellationToken));
        _state = _stream.State;
        foreach (var entry in part.Entries)
            await WriteAsync(entry, entry.Problems.Count == 0 ? items.Dequeue() : null);
        _pending = null;
    }

    private async Task WriteAsync(PaidEntry entry, BatchItem? item)
    {
        if (item?.Result is null)
            Refused++;
        else
            Priced++;
        await output.WriteLineAsync(BulkLine.Of(entry, item));
    }
}
