using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.Cli.Import;

/// <summary>What an import did.</summary>
/// <param name="Receipts">What each service wrote, in order; empty where nothing was.</param>
/// <param name="Refusals">Why not everything was written, a line each, by place in the files where the service says which change it means.</param>
internal sealed record ImportOutcome(IReadOnlyList<(string Service, WriteReceipt Receipt)> Receipts, IReadOnlyList<string> Refusals);

/// <summary>
/// Sends an import set. Each service writes all of its part or none; where both have a part, both first check everything, and only where
/// both agree is it written, actors before agreements.
/// </summary>
internal sealed class ImportSender(Session session, ImportSet set, Action<string, int> sent)
{
    private const int MostBytesAMessage = 1024 * 1024;
    private const int MostChangesAMessage = 1000;

    /// <summary>Checks and writes.</summary>
    public async Task<ImportOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var receipts = new List<(string, WriteReceipt)>();
        var refusals = new List<string>();
        if (set.Actors.Count > 0 && set.Records.Count > 0)
        {
            await TryAsync(() => SendActorsAsync(validateOnly: true, cancellationToken), set.Actors, refusals);
            await TryAsync(() => SendRecordsAsync(validateOnly: true, cancellationToken), set.Records, refusals);
        }
        if (refusals.Count > 0)
            return new ImportOutcome(receipts, refusals);
        if (set.Actors.Count > 0 && await TryAsync(() => SendActorsAsync(validateOnly: false, cancellationToken), set.Actors, refusals) is { } actors)
            receipts.Add(("actors", actors));
        if (set.Records.Count > 0 && refusals.Count == 0 && await TryAsync(() => SendRecordsAsync(validateOnly: false, cancellationToken), set.Records, refusals) is { } records)
            receipts.Add(("agreements", records));
        return new ImportOutcome(receipts, refusals);
    }

    private static async Task<WriteReceipt?> TryAsync<T>(Func<Task<WriteReceipt>> send, IReadOnlyList<PlacedChange<T>> changes, List<string> refusals)
        where T : IMessage
    {
        if (changes.Count == 0)
            return null;
        try
        {
            return await send();
        }
        catch (RpcException refused)
        {
            refusals.AddRange(PlacedRefusal.Lines(refused, changes));
            return null;
        }
    }

    private async Task<WriteReceipt> SendActorsAsync(bool validateOnly, CancellationToken cancellationToken)
    {
        using var call = session.Actors.ImportActors(cancellationToken: cancellationToken);
        foreach (var part in Parts(set.Actors))
            await WriteAsync(call.RequestStream, new ImportActorsRequest { ValidateOnly = validateOnly, Changes = { part.Select(c => c.Change) } }, validateOnly ? "checking actors" : "writing actors", part.Count);
        await CompleteAsync(call.RequestStream);
        return (await call).Receipt;
    }

    private async Task<WriteReceipt> SendRecordsAsync(bool validateOnly, CancellationToken cancellationToken)
    {
        using var call = session.Agreements.ImportRecords(cancellationToken: cancellationToken);
        foreach (var part in Parts(set.Records))
            await WriteAsync(call.RequestStream, new ImportRecordsRequest { ValidateOnly = validateOnly, Changes = { part.Select(c => c.Change) } }, validateOnly ? "checking agreements" : "writing agreements", part.Count);
        await CompleteAsync(call.RequestStream);
        return (await call).Receipt;
    }

    // A service may refuse before it has read the whole stream; the call's own status then says why, and writing on says only that the call is over.
    private async Task WriteAsync<T>(IClientStreamWriter<T> stream, T message, string step, int count)
    {
        try
        {
            await stream.WriteAsync(message);
            sent(step, count);
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return;
        }
    }

    private static async Task CompleteAsync<T>(IClientStreamWriter<T> stream)
    {
        try
        {
            await stream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return;
        }
    }

    private static IEnumerable<IReadOnlyList<PlacedChange<T>>> Parts<T>(IReadOnlyList<PlacedChange<T>> changes)
        where T : IMessage
    {
        var part = new List<PlacedChange<T>>();
        var bytes = 0;
        foreach (var change in changes)
        {
            var size = change.Change.CalculateSize();
            if (part.Count > 0 && (part.Count == MostChangesAMessage || bytes + size > MostBytesAMessage))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }
            part.Add(change);
            bytes += size;
        }
        if (part.Count > 0)
            yield return part;
    }
}
