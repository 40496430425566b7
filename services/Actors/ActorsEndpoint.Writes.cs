using GeoGraph.Actors.Mapping;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors;

/// <summary>Writes.</summary>
internal sealed partial class ActorsEndpoint
{
    private const int MaxChangesPerMessage = 10_000;

    // An import that is wrong all over is refused before it is read to its end.
    private const int EnoughViolations = 1000;

    public override async Task<Wire.UpsertActorsResponse> UpsertActors(Wire.UpsertActorsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        CheckSizes(request.Changes.Count, request.RequestId);
        if (request.Changes.Count == 0)
            fields.Violations.Add("changes", "", "a write has at least one change");
        var changes = fields.ReadChanges(request.Changes).ToList();
        fields.ThrowIfAny();
        var receipt = await graph.WriteAsync(changes, request.RequestId, request.ValidateOnly, context.CancellationToken);
        return new() { Receipt = receipt.ToWire(ServiceNames.Actors) };
    }

    public override async Task<Wire.ImportActorsResponse> ImportActors(IAsyncStreamReader<Wire.ImportActorsRequest> requestStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var changes = new List<ActorChange>();
        var (sent, requestId, validateOnly) = (0, "", false);
        await foreach (var part in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (sent == 0 && requestId.Length == 0)
                (requestId, validateOnly) = (part.RequestId, part.ValidateOnly);
            CheckSizes(part.Changes.Count, requestId);
            RequestFields.AtMost("changes", sent + part.Changes.Count, GraphLimits.MaxBatchUpdates);
            changes.AddRange(fields.ReadChanges(part.Changes, sent));
            sent += part.Changes.Count;
            if (fields.Violations.Found.Count >= EnoughViolations)
                break;
        }
        fields.ThrowIfAny();
        var receipt = await graph.WriteAsync(changes, requestId, validateOnly, context.CancellationToken);
        return new() { Receipt = receipt.ToWire(ServiceNames.Actors) };
    }

    private static void CheckSizes(int changes, string requestId)
    {
        RequestFields.AtMost("changes", changes, MaxChangesPerMessage);
        RequestFields.AtMost("request_id", requestId.Length, GraphLimits.MaxRequestIdLength);
    }
}
