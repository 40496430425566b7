using GeoGraph.Agreements.Mapping;
using GeoGraph.Agreements.Storage;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Stores;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements;

/// <summary>Writes: a request or a whole stream of changes, all or none.</summary>
internal sealed partial class AgreementsEndpoint
{
    public override async Task<Wire.UpsertRecordsResponse> UpsertRecords(Wire.UpsertRecordsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var sent = new ChangesToWrite<Wire.RecordChange>(request.Changes, request.RequestId, request.ValidateOnly);
        var changes = fields.ReadWrite(sent, fields.ReadChange);
        await WrittenTogether.CheckAsync(store, changes.Changes, context.CancellationToken);
        var receipt = await store.WriteAsync(changes, context.CancellationToken);
        return new Wire.UpsertRecordsResponse { Receipt = receipt.ToWire(ServiceNames.Agreements) };
    }

    public override async Task<Wire.ImportRecordsResponse> ImportRecords(IAsyncStreamReader<Wire.ImportRecordsRequest> requestStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var changes = await fields.ReadImportAsync(
            requestStream, part => new ChangesToWrite<Wire.RecordChange>(part.Changes, part.RequestId, part.ValidateOnly), fields.ReadChange, context.CancellationToken);
        await WrittenTogether.CheckAsync(store, changes.Changes, context.CancellationToken);
        var receipt = await store.WriteAsync(changes, context.CancellationToken);
        return new Wire.ImportRecordsResponse { Receipt = receipt.ToWire(ServiceNames.Agreements) };
    }
}
