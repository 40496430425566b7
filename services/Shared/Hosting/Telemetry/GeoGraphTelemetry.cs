using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GeoGraph.Hosting.Telemetry;

/// <summary>
/// Traces, metrics and logs by OpenTelemetry. They leave the process by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; its other
/// standard variables apply as well.
/// </summary>
public static class GeoGraphTelemetry
{
    /// <summary>Name of the activity source and the meter of the product; further ones begin with it and a point.</summary>
    public const string Name = "GeoGraph";

    /// <summary>The product's own spans, beside those that the server and the clients make for every call.</summary>
    public static readonly ActivitySource Source = new(Name, Version);

    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static string Version =>
        typeof(GeoGraphTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static void AddGeoGraphTelemetry(this WebApplicationBuilder builder, string serviceName)
    {
        builder.Services.AddSingleton<CallMetrics>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("geograph-" + serviceName, serviceNamespace: "geograph", serviceVersion: Version))
            .WithTracing(tracing => tracing.AddSource(Name, Name + ".*", "Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client"))
            .WithMetrics(metrics => metrics.AddMeter(
                Name, Name + ".*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Polly"));
        if (string.IsNullOrEmpty(builder.Configuration[EndpointVariable]))
            return;
        telemetry.WithLogging()
            .WithTracing(tracing => tracing.AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddOtlpExporter())
            .WithLogging(logging => logging.AddOtlpExporter());
    }
}
