using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Passes each published health report on to the watchers of the gRPC health service.</summary>
internal sealed class StatusPublisher(HealthServiceImpl statuses, IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
            statuses.SetStatus(mapping.Name, ServingStatuses.Of(report, mapping));
        return Task.CompletedTask;
    }
}
