using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GeoGraph.StandIns.Tests.Server;

/// <summary>A check whose outcome the test chooses.</summary>
internal sealed class SwitchedHealthCheck : IHealthCheck
{
    public HealthStatus Status { get; set; } = HealthStatus.Healthy;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new HealthCheckResult(Status));
}
