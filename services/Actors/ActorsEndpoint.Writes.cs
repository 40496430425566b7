using GeoGraph.Actors.Mapping;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors;

/// <summary>Writes: a request or a whole stream of changes, all or none.</summary>
internal sealed partial class ActorsEndpoint
{
    public override async Task<Wire.UpsertActorsResponse> UpsertActors(Wire.UpsertActorsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var sent = new ChangesToWrite<Wire.ActorChange>(request.Changes, request.RequestId, request.ValidateOnly);
        var receipt = await graph.WriteAsync(fields.ReadWrite(sent, fields.ReadChange), context.CancellationToken);
        return new() { Receipt = receipt.ToWire(ServiceNames.Actors) };
    }

    public override async Task<Wire.ImportActorsResponse> ImportActors(IAsyncStreamReader<Wire.ImportActorsRequest> requestStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var changes = await fields.ReadImportAsync(
            requestStream, part => new ChangesToWrite<Wire.ActorChange>(part.Changes, part.RequestId, part.ValidateOnly), fields.ReadChange, context.CancellationToken);
        var receipt = await graph.WriteAsync(changes, context.CancellationToken);
        return new() { Receipt = receipt.ToWire(ServiceNames.Actors) };
    }
}
