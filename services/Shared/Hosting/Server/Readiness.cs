using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GeoGraph.Hosting.Server;

/// <summary>Registers conditions without which a service reports NOT_SERVING in <c>grpc.health.v1</c>.</summary>
public static class Readiness
{
    /// <summary>Makes a service NOT_SERVING for as long as a condition does not hold.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="service">Short name of the service, as <c>actors</c>.</param>
    /// <param name="condition">The condition in words, unique in the host, as <c>actors store answers</c>.</param>
    /// <param name="problem">Gives a sentence on what is wrong, or null where the condition holds; a throw counts as a problem.</param>
    public static void AddReadinessCheck(
        this IServiceCollection services, string service, string condition, Func<IServiceProvider, CancellationToken, Task<string?>> problem) =>
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            condition, provider => new Check(provider, problem), HealthStatus.Unhealthy, [service], TimeSpan.FromSeconds(5)));

    private sealed class Check(IServiceProvider provider, Func<IServiceProvider, CancellationToken, Task<string?>> problem) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            await problem(provider, cancellationToken) is { } sentence ? HealthCheckResult.Unhealthy(sentence) : HealthCheckResult.Healthy();
    }
}
