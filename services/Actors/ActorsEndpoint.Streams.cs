using GeoGraph.Actors.Mapping;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors;

/// <summary>The feed: a snapshot, and every change after it.</summary>
internal sealed partial class ActorsEndpoint
{
    public override async Task ExportActors(
        Wire.ExportActorsRequest request, IServerStreamWriter<Wire.ExportActorsResponse> responseStream, ServerCallContext context)
    {
        var view = await OpenAsync(new RequestFields(), request.Read, context);
        var (actors, relations) = await view.CountAsync(context.CancellationToken);
        var header = new Wire.ExportHeader { RevisionToken = ActorsMapping.Token(view.Revision), Actors = actors, Relations = relations };
        await responseStream.WriteAsync(new() { Header = header }, context.CancellationToken);
        await foreach (var chunk in ExportMapping.ToChunks(view.ExportAsync(context.CancellationToken), request.Columns, context.CancellationToken))
            await responseStream.WriteAsync(chunk, context.CancellationToken);
    }

    public override async Task WatchActors(
        Wire.WatchActorsRequest request, IServerStreamWriter<Wire.WatchActorsResponse> responseStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var after = fields.Token("after", request.After).For(ServiceNames.Actors);
        var every = fields.ReadCheckpointEvery(request.CheckpointEvery);
        fields.ThrowIfAny();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.WatchesEnd);
        await foreach (var set in graph.WatchAsync(after, every, ending.Token))
            await responseStream.WriteAsync(ActorsMapping.ToWire(set).Fitting(set.Revision), ending.Token);
    }
}
