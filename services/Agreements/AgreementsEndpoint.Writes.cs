using GeoGraph.Agreements.Mapping;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements;

/// <summary>Writes: a request or a whole stream of changes, all or none.</summary>
internal sealed partial class AgreementsEndpoint
{
    private const int MaxChangesPerMessage = 10_000;

    public override async Task<Wire.UpsertRecordsResponse> UpsertRecords(Wire.UpsertRecordsRequest request, ServerCallContext context)
    {
        RequestFields.AtMost("changes", request.Changes.Count, MaxChangesPerMessage);
        var fields = new RequestFields();
        RecordRules.Require(request.Changes.Count > 0, "changes", "", "there is at least one change", fields.Violations);
        var updates = request.Changes.Select((change, i) => change.ToUpdate(RequestFields.At("changes", i), fields)).ToList();
        var receipt = await WriteAsync(fields, updates, request.RequestId, request.ValidateOnly, context);
        return new Wire.UpsertRecordsResponse { Receipt = receipt.ToWire(ServiceNames.Agreements) };
    }

    public override async Task<Wire.ImportRecordsResponse> ImportRecords(IAsyncStreamReader<Wire.ImportRecordsRequest> requestStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var updates = new List<GraphUpdate?>();
        Wire.ImportRecordsRequest? first = null;
        await foreach (var part in requestStream.ReadAllAsync(context.CancellationToken))
        {
            first ??= part;
            RequestFields.AtMost("changes", part.Changes.Count, MaxChangesPerMessage);
            foreach (var change in part.Changes)
                updates.Add(change.ToUpdate(RequestFields.At("changes", updates.Count), fields));
            RequestFields.AtMost("changes", updates.Count, GraphLimits.MaxBatchUpdates);
        }
        var receipt = await WriteAsync(fields, updates, first?.RequestId ?? "", first?.ValidateOnly ?? false, context);
        return new Wire.ImportRecordsResponse { Receipt = receipt.ToWire(ServiceNames.Agreements) };
    }

    private async Task<WriteReceipt> WriteAsync(
        RequestFields fields, IReadOnlyList<GraphUpdate?> updates, string requestId, bool validateOnly, ServerCallContext context)
    {
        fields.ThrowIfAny();
        var batch = new WriteBatch
        {
            Updates = [.. updates.OfType<GraphUpdate>()],
            RequestId = requestId.Length == 0 ? null : requestId,
            ValidateOnly = validateOnly,
        };
        return await store.WriteAsync(batch, context.CancellationToken);
    }
}
