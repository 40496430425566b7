using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Core.Graph;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ActorsHost = GeoGraph.Actors.ActorsHost;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class ServerTests
{
    private static readonly GetActorRequest AnyRead = new() { Id = "firm:a" };

    [Fact]
    public async Task A_fault_leaves_as_a_fixed_text_whose_trace_id_leads_to_the_log()
    {
        await using var host = await StartAsync(new HeldStore(_ => throw new InvalidOperationException("secret of the driver")));

        var refused = await Client(host).GetActorAsync(AnyRead).RefusedAsync();

        var error = Assert.Single(host.TakeErrors());
        Assert.Equal((StatusCode.Internal, "INTERNAL"), (refused.StatusCode, refused.Reason()));
        Assert.DoesNotContain("secret", refused.RichStatus().ToString(), StringComparison.Ordinal);
        Assert.Contains("secret of the driver", error, StringComparison.Ordinal);
        Assert.Contains(refused.Detail<ErrorInfo>().Metadata["trace_id"], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_handler_is_unimplemented_and_no_fault()
    {
        await using var host = await StartAsync(new HeldStore(_ => throw new RpcException(new Grpc.Core.Status(StatusCode.Unimplemented, "there is no such call."))));

        var refused = await Client(host).GetActorAsync(AnyRead).RefusedAsync();

        Assert.Equal((StatusCode.Unimplemented, "there is no such call."), (refused.StatusCode, refused.Status.Detail));
        Assert.Empty(host.TakeErrors());
    }

    [Fact]
    public async Task A_call_beyond_capacity_is_refused_with_a_delay_and_the_next_is_served_again()
    {
        var begun = new TaskCompletionSource();
        await using var host = await StartAsync(HeldStore.Blocked(() => begun.TrySetResult()), new KeyValuePair<string, string?>("GeoGraph:Server:MaxConcurrentCalls", "1"));
        using var cancel = new CancellationTokenSource();
        var held = Client(host).GetActorAsync(AnyRead, cancellationToken: cancel.Token).RefusedAsync();
        await begun.Task;

        var refused = await Client(host).GetActorAsync(AnyRead).RefusedAsync();

        Assert.Equal((StatusCode.ResourceExhausted, "OVERLOADED"), (refused.StatusCode, refused.Reason()));
        Assert.True(refused.Detail<RetryInfo>().RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await held).StatusCode);
    }

    [Fact]
    public async Task A_cancelled_call_stops_working()
    {
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var host = await StartAsync(new HeldStore(async cancellationToken =>
        {
            cancellationToken.Register(stopped.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("a wait without end has ended.");
        }));
        using var cancel = new CancellationTokenSource();
        var call = Client(host).GetActorAsync(AnyRead, cancellationToken: cancel.Token).RefusedAsync();
        await begun.Task;

        await cancel.CancelAsync();

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(StatusCode.Cancelled, (await call).StatusCode);
    }

    [Fact]
    public async Task A_call_without_a_deadline_gets_the_servers()
    {
        await using var host = await StartAsync(HeldStore.Blocked(() => { }), new KeyValuePair<string, string?>("GeoGraph:Server:DefaultDeadline", "00:00:00.2"));

        var refused = await Client(host).GetActorAsync(AnyRead).RefusedAsync();

        Assert.Equal(StatusCode.DeadlineExceeded, refused.StatusCode);
    }

    [Fact]
    public async Task A_callers_deadline_ends_the_call()
    {
        await using var host = await StartAsync(HeldStore.Blocked(() => { }));

        var refused = await Client(host).GetActorAsync(AnyRead, deadline: DateTime.UtcNow.AddMilliseconds(200)).RefusedAsync();

        Assert.Equal(StatusCode.DeadlineExceeded, refused.StatusCode);
    }

    [Fact]
    public async Task A_state_that_does_not_come_in_time_is_named()
    {
        await using var host = await ServiceFixture.StartAsync(ActorsHost.Build);
        var request = new ListActorsRequest { Read = new ReadOptions { AtLeast = "actors=9" } };

        var refused = await Client(host).ListActorsAsync(request, deadline: DateTime.UtcNow.AddSeconds(6)).RefusedAsync();

        Assert.Equal((StatusCode.Unavailable, "REVISION_NOT_REACHED"), (refused.StatusCode, refused.Reason()));
        Assert.Equal("9", refused.Detail<ErrorInfo>().Metadata["revision"]);
    }

    [Fact]
    public async Task A_setting_out_of_range_stops_the_start_and_every_one_is_named()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => ServiceFixture.StartAsync(ActorsHost.Build,
            [new("GeoGraph:Server:MaxConcurrentCalls", "0"), new("GeoGraph:Server:DrainDelay", "1.00:00:00"), new("GeoGraph:Store", "paper")]));

        Assert.Contains("MaxConcurrentCalls", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("DrainDelay", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("GeoGraph:Store is sqlite, memory or neo4j", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_or_malformed_address_of_a_called_service_stops_the_start_and_every_one_is_named()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => ServiceFixture.StartAsync(GeoGraph.Tariffs.TariffsHost.Build,
            [new("GeoGraph:Services:actors", "127.0.0.1:5081")]));

        Assert.Contains("GeoGraph:Services:actors is '127.0.0.1:5081'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("GeoGraph:Services:agreements is not set", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<ServiceFixture> StartAsync(IGraphStore store, params KeyValuePair<string, string?>[] settings) =>
        ServiceFixture.StartAsync(ActorsHost.Build, settings, builder => builder.Services.AddKeyedSingleton("actors", store));

    private static ActorService.ActorServiceClient Client(ServiceFixture host) => new(host.Channel);
}
