using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers OpenTelemetry with a host.</summary>
public static class OpenTelemetryServicesExtensions
{
    /// <summary>
    /// Lets the host start the telemetry that the returned builder asks for, and dispose of it at the end. Further calls
    /// add to the same telemetry.
    /// </summary>
    public static OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var starter = ServiceDescriptor.Singleton<IHostedService, TelemetryHostedService>();
        if (!services.Any(known => known.ServiceType == starter.ServiceType && known.ImplementationType == starter.ImplementationType))
            services.Insert(0, starter);
        return new OpenTelemetryBuilder(services);
    }
}
