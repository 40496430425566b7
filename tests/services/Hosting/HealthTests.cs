using GeoGraph.AllInOne;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core.Graph;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using ActorsHost = GeoGraph.Actors.ActorsHost;
using Reflection = Grpc.Reflection.V1Alpha;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class HealthTests
{
    private const string Actors = "geograph.actors.v1.ActorService";

    [Fact]
    public async Task Every_service_of_a_host_reports_by_name()
    {
        await using var host = await ServiceFixture.StartAsync(AllInOneHost.Build);

        foreach (var module in AllInOneHost.Modules.Where(module => module.Name is "actors" or "agreements"))
            Assert.Equal(Status.Serving, await CheckAsync(host, module.GrpcService));
        var unknown = await Client(host).CheckAsync(new HealthCheckRequest { Service = "geograph.nobody.v1.Nobody" }).RefusedAsync();
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_service_whose_store_does_not_answer_is_not_serving()
    {
        var store = new HeldStore(_ => throw new NotSupportedException(), ready: false);
        await using var host = await ServiceFixture.StartAsync(ActorsHost.Build, null, builder => builder.Services.AddKeyedSingleton<IGraphStore>("actors", store));

        Assert.Equal(Status.NotServing, await CheckAsync(host, Actors));
        Assert.Equal(Status.NotServing, await CheckAsync(host, ""));
    }

    [Fact]
    public async Task A_host_that_stops_reports_it_ends_its_watches_and_finishes_calls_in_progress()
    {
        var begun = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var store = new HeldStore(async _ =>
        {
            begun.SetResult();
            await finish.Task;
            throw Core.GeoGraphException.NotFound("actor", "firm:a");
        });
        await using var host = await ServiceFixture.StartAsync(ActorsHost.Build, null, builder => builder.Services.AddKeyedSingleton<IGraphStore>("actors", store));
        var actors = new ActorService.ActorServiceClient(host.Channel);
        using var health = Client(host).Watch(new HealthCheckRequest { Service = Actors });
        Assert.True(await health.ResponseStream.MoveNext(CancellationToken.None));
        using var watch = actors.WatchActors(new WatchActorsRequest { After = "actors=0" });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        var read = actors.GetActorAsync(new GetActorRequest { Id = "firm:a" }).RefusedAsync();
        await begun.Task;

        var stopping = host.StopAsync();

        Assert.Contains(Status.NotServing, await health.ResponseStream.ReadAllAsync().Select(response => response.Status).ToListAsync());
        var ended = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.Unavailable, "NOT_READY"), (ended.StatusCode, ended.Reason()));
        finish.SetResult();
        Assert.Equal(StatusCode.NotFound, (await read).StatusCode);
        await stopping;
    }

    [Fact]
    public async Task Reflection_lists_the_services_and_gives_their_contracts()
    {
        await using var host = await ServiceFixture.StartAsync(ActorsHost.Build);
        using var call = new Reflection.ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new() { ListServices = "" });
        await call.RequestStream.WriteAsync(new() { FileContainingSymbol = Actors });
        await call.RequestStream.CompleteAsync();

        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        Assert.Contains(Actors, answers[0].ListServicesResponse.Service.Select(service => service.Name));
        Assert.Contains("grpc.health.v1.Health", answers[0].ListServicesResponse.Service.Select(service => service.Name));
        Assert.NotEmpty(answers[1].FileDescriptorResponse.FileDescriptorProto);
    }

    private static Health.HealthClient Client(ServiceFixture host) => new(host.Channel);

    private static async Task<Status> CheckAsync(ServiceFixture host, string service) =>
        (await Client(host).CheckAsync(new HealthCheckRequest { Service = service })).Status;
}
