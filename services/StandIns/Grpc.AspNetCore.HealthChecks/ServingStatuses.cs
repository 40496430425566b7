using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Reads the status of a service out of a health report.</summary>
internal static class ServingStatuses
{
    /// <summary>
    /// SERVING if every check that speaks for the service is healthy or degraded, NOT_SERVING if one is unhealthy,
    /// UNKNOWN if none speaks for it.
    /// </summary>
    public static ServingStatus Of(HealthReport report, ServiceMapping mapping)
    {
        var results = report.Entries
            .Where(entry => mapping.HealthCheckPredicate(new HealthCheckMapContext(entry.Key, entry.Value.Tags)))
            .Select(entry => entry.Value.Status)
            .ToList();
        if (results.Count == 0)
            return ServingStatus.Unknown;
        return results.Contains(HealthStatus.Unhealthy) ? ServingStatus.NotServing : ServingStatus.Serving;
    }
}
