using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Server;
using GeoGraph.Hosting.Stores;
using GeoGraph.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting;

/// <summary>Composes services into one web application that speaks gRPC over HTTP/2.</summary>
public static class ServiceHost
{
    /// <summary>Configuration key of the addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    public const string ListenKey = "GeoGraph:Listen";

    private static readonly Dictionary<string, string?> LogLevels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
        ["Logging:LogLevel:Grpc"] = "Warning",
    };

    /// <summary>Builds a host of one or more services; the caller runs it.</summary>
    /// <param name="args">Command line, as configuration: <c>--GeoGraph:Listen http://127.0.0.1:5080</c>.</param>
    /// <param name="defaultListen">Where to listen when configuration does not say, as <c>http://127.0.0.1:5081</c>.</param>
    /// <param name="modules">The services, each with another name; they reach one another over the host's own address.</param>
    /// <param name="configure">Further configuration and registrations, applied after those of the services; null for none.</param>
    /// <exception cref="OptionsValidationException">A setting is out of its range; where several options have such, an <see cref="AggregateException"/> of these.</exception>
    public static WebApplication Build(
        string[] args, string defaultListen, IReadOnlyList<ServiceModule> modules, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = LogLevels });
        Neo4jEnvironment.AddTo(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddGrpcServer(modules);
        builder.AddServiceClients([.. modules.Select(module => module.Name)], modules.SelectMany(module => module.Needs));
        builder.AddGeoGraphTelemetry(modules.Count == 1 ? modules[0].Name : "all-in-one");
        foreach (var module in modules)
            module.AddServices(builder);
        configure?.Invoke(builder);
        Listen(builder, defaultListen);

        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapGrpcInfrastructure();
        foreach (var module in modules)
            module.MapEndpoints(app);
        return app;
    }

    /// <summary>The address that a started host is bound to, with the real port where port 0 was asked for.</summary>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public static Uri BoundAddress(IServiceProvider services) =>
        FindBoundAddress(services) ?? throw new InvalidOperationException("the host has not started, so it has no address yet.");

    internal static Uri? FindBoundAddress(IServiceProvider services)
    {
        var bound = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return bound is null ? null : Reachable(bound);
    }

    // An address that stands for every interface is reached over loopback.
    private static Uri? Reachable(string bound)
    {
        var address = new UriBuilder(bound.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal));
        if (address.Host is "0.0.0.0" or "[::]")
            address.Host = address.Host == "[::]" ? "[::1]" : "127.0.0.1";
        return address.Port == 0 ? null : address.Uri;
    }

    private static void Listen(WebApplicationBuilder builder, string defaultListen)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.AddServerHeader = false;
        });
        builder.WebHost.UseUrls(builder.Configuration[ListenKey] ?? defaultListen);
    }
}
