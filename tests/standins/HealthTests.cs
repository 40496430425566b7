using GeoGraph.StandIns.Tests.Server;
using Grpc.AspNetCore.HealthChecks;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GeoGraph.StandIns.Tests;

/// <summary>The gRPC health service over the application's health checks.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Check_runs_the_checks(HealthStatus status, ServingStatus expected)
    {
        await using var server = await TestServer.StartAsync();
        var client = new Health.HealthClient(server.Channel);
        server.Health.Status = status;

        foreach (var service in new[] { "", "store" })
            Assert.Equal(expected, (await client.CheckAsync(new HealthCheckRequest { Service = service })).Status);
    }

    [Fact]
    public async Task A_mapping_hears_only_the_checks_that_it_chooses()
    {
        await using var server = await TestServer.StartAsync(services => services.Configure<GrpcHealthChecksOptions>(options =>
        {
            options.Services.Map("steady", check => check.Name == "steady");
            options.Services.Map("none", _ => false);
        }));
        var client = new Health.HealthClient(server.Channel);
        server.Health.Status = HealthStatus.Unhealthy;

        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest { Service = "steady" })).Status);
        Assert.Equal(ServingStatus.Unknown, (await client.CheckAsync(new HealthCheckRequest { Service = "none" })).Status);
    }

    [Fact]
    public async Task A_service_without_mapping_is_not_found()
    {
        await using var server = await TestServer.StartAsync();
        var client = new Health.HealthClient(server.Channel);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.CheckAsync(new HealthCheckRequest { Service = "absent" }));
        using var watch = client.Watch(new HealthCheckRequest { Service = "absent" });

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));
    }

    [Fact]
    public async Task Watch_tells_each_change_once()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = new Health.HealthClient(server.Channel).Watch(new HealthCheckRequest { Service = "store" });
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        await PublishAsync(server, HealthStatus.Degraded);
        await PublishAsync(server, HealthStatus.Unhealthy);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));

        await PublishAsync(server, HealthStatus.Healthy);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
    }

    [Fact]
    public async Task A_watch_ends_with_not_serving_when_the_application_stops()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = new Health.HealthClient(server.Channel).Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        var stopping = server.Application.StopAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        Assert.False(await watch.ResponseStream.MoveNext());
        await stopping;
    }

    [Fact]
    public async Task A_cached_check_answers_from_the_last_report()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GrpcHealthChecksOptions>(options => options.UseHealthChecksCache = true));
        var client = new Health.HealthClient(server.Channel);

        await PublishAsync(server, HealthStatus.Unhealthy);
        server.Health.Status = HealthStatus.Healthy;

        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest())).Status);
    }

    private static async Task PublishAsync(TestServer server, HealthStatus status)
    {
        server.Health.Status = status;
        var report = await server.Application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await server.Application.Services.GetRequiredService<IHealthCheckPublisher>().PublishAsync(report, CancellationToken.None);
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromSeconds(10)));
        return watch.ResponseStream.Current.Status;
    }
}
