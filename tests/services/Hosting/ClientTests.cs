using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class ClientTests
{
    private readonly FlakyActors _actors = new();

    [Fact]
    public async Task A_read_is_tried_again_until_it_succeeds()
    {
        await using var host = await StartAsync();
        _actors.FailNext(2, ErrorReason.WriteConflict);

        var response = await Client(host).GetActorAsync(new GetActorRequest { Id = "firm:a" });

        Assert.Equal(("firm:a", 3), (response.Actor.Id, _actors.Calls.Count));
    }

    [Fact]
    public async Task A_read_is_given_up_after_its_retries_with_the_servers_reason()
    {
        await using var host = await StartAsync(new KeyValuePair<string, string?>("GeoGraph:Clients:MaxRetries", "1"));
        _actors.FailNext(9, ErrorReason.RevisionNotReached);

        var refused = await Client(host).GetActorAsync(new GetActorRequest { Id = "firm:a" }).RefusedAsync();

        Assert.Equal((StatusCode.Unavailable, "REVISION_NOT_REACHED", 2), (refused.StatusCode, refused.Reason(), _actors.Calls.Count));
    }

    [Fact]
    public async Task What_a_retry_cannot_help_is_not_tried_again()
    {
        await using var host = await StartAsync();
        _actors.FailNext(1, ErrorReason.NotFound);

        var refused = await Client(host).GetActorAsync(new GetActorRequest { Id = "firm:a" }).RefusedAsync();

        Assert.Equal((StatusCode.NotFound, 1), (refused.StatusCode, _actors.Calls.Count));
    }

    [Fact]
    public async Task A_write_is_tried_again_only_with_a_request_id()
    {
        await using var host = await StartAsync();
        _actors.FailNext(1, ErrorReason.WriteConflict);
        var refused = await Client(host).UpsertActorsAsync(new UpsertActorsRequest()).RefusedAsync();
        Assert.Equal((StatusCode.Aborted, 1), (refused.StatusCode, _actors.Calls.Count));

        _actors.FailNext(1, ErrorReason.WriteConflict);
        await Client(host).UpsertActorsAsync(new UpsertActorsRequest { RequestId = "load-7" });

        Assert.Equal(3, _actors.Calls.Count);
    }

    [Fact]
    public async Task A_service_that_fails_too_often_is_left_alone()
    {
        await using var host = await StartAsync(
            new("GeoGraph:Clients:MaxRetries", "0"), new("GeoGraph:Clients:BreakerMinimumAttempts", "4"), new("GeoGraph:Clients:BreakerPause", "00:05:00"));
        _actors.FailNext(100, ErrorReason.StoreUnavailable);
        for (var i = 0; i < 4; i++)
            Assert.Equal("STORE_UNAVAILABLE", (await Client(host).GetActorAsync(new GetActorRequest()).RefusedAsync()).Reason());

        var refused = await Client(host).GetActorAsync(new GetActorRequest()).RefusedAsync();

        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE", 4), (refused.StatusCode, refused.Reason(), _actors.Calls.Count));
    }

    [Fact]
    public async Task A_call_without_a_deadline_gets_one_and_a_callers_own_is_kept()
    {
        await using var host = await StartAsync(new KeyValuePair<string, string?>("GeoGraph:Clients:DefaultDeadline", "00:10:00"));
        var own = DateTime.UtcNow.AddMinutes(2);

        await Client(host).GetActorAsync(new GetActorRequest());
        await Client(host).GetActorAsync(new GetActorRequest(), deadline: own);

        var deadlines = _actors.Calls.Select(call => call.Deadline).ToList();
        Assert.InRange(deadlines[0], own.AddMinutes(5), own.AddMinutes(10));
        Assert.InRange(deadlines[1], own.AddSeconds(-30), own.AddSeconds(1));
    }

    [Fact]
    public async Task A_hedged_read_takes_the_first_answer()
    {
        await using var host = await StartAsync(new KeyValuePair<string, string?>("GeoGraph:Clients:HedgingDelay", "00:00:00.05"));
        _actors.Before = (number, cancellationToken) => number == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;

        var response = await Client(host).GetActorAsync(new GetActorRequest { Id = "firm:a" });

        Assert.Equal(("firm:a", 2), (response.Actor.Id, _actors.Calls.Count));
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_at_the_server()
    {
        await using var host = await StartAsync();
        var (begun, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        _actors.Before = (_, cancellationToken) =>
        {
            cancellationToken.Register(stopped.SetResult);
            begun.SetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        using var cancel = new CancellationTokenSource();
        var call = Client(host).GetActorAsync(new GetActorRequest(), cancellationToken: cancel.Token).RefusedAsync();
        await begun.Task;

        await cancel.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await call).StatusCode);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    // A host of the flaky service alone, which calls itself through its own resilient client.
    private Task<ServiceFixture> StartAsync(params KeyValuePair<string, string?>[] settings)
    {
        var module = new ServiceModule(
            ServiceNames.Actors, ActorService.Descriptor.FullName, builder => builder.Services.AddSingleton(_actors), app => app.MapGrpcService<FlakyActors>());
        return ServiceFixture.StartAsync(
            (args, configure) => ServiceHost.Build(args, "http://127.0.0.1:0", [module], configure), [new("GeoGraph:Clients:RetryDelay", "00:00:00.001"), .. settings]);
    }

    private static ActorService.ActorServiceClient Client(ServiceFixture host) =>
        new(host.Services.GetRequiredService<ServiceClients>().For(ServiceNames.Actors));
}
