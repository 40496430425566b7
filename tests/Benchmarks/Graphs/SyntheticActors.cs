using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Hosting;
using Grpc.Core;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>Actors that hold an invented supply graph at one revision, as far as a feed reads them: the export, and a watch in which nothing happens.</summary>
internal sealed class SyntheticActors(SyntheticSupply supply) : ActorService.ActorServiceBase
{
    private const string Token = "actors=1";

    /// <summary>The service over a graph of about so many relations.</summary>
    public static ServiceModule Module(int relations) => new(
        ServiceNames.Actors, ActorService.Descriptor.FullName, builder => builder.Services.AddSingleton(new SyntheticSupply(relations)), app => app.MapGrpcService<SyntheticActors>());

    public override async Task ExportActors(ExportActorsRequest request, IServerStreamWriter<ExportActorsResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new() { Header = new ExportHeader { RevisionToken = Token, Actors = supply.Firms, Relations = supply.Relations } });
        foreach (var chunk in supply.Chunks())
            await responseStream.WriteAsync(chunk, context.CancellationToken);
    }

    public override async Task WatchActors(WatchActorsRequest request, IServerStreamWriter<WatchActorsResponse> responseStream, ServerCallContext context)
    {
        using var timer = new PeriodicTimer(request.CheckpointEvery.ToTimeSpan());
        while (await timer.WaitForNextTickAsync(context.CancellationToken))
            await responseStream.WriteAsync(new() { RevisionToken = Token }, context.CancellationToken);
    }
}
