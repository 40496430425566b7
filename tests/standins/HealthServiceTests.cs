using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GeoGraph.StandIns.Tests;

/// <summary>The health service by itself.</summary>
public sealed class HealthServiceTests
{
    [Fact]
    public async Task A_cleared_service_is_not_found()
    {
        var health = new HealthServiceImpl();
        health.SetStatus("a", ServingStatus.Serving);
        health.SetStatus("b", ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, (await CheckAsync(health, "b")).Status);

        health.ClearStatus("a");
        await Assert.ThrowsAsync<RpcException>(() => CheckAsync(health, "a"));
        Assert.Equal(ServingStatus.NotServing, (await CheckAsync(health, "b")).Status);

        health.ClearAll();
        await Assert.ThrowsAsync<RpcException>(() => CheckAsync(health, "b"));
    }

    private static async Task<HealthCheckResponse> CheckAsync(HealthServiceImpl health, string service) =>
        await health.Check(new HealthCheckRequest { Service = service }, null!);
}
