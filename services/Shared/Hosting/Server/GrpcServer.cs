using GeoGraph.Hosting.Errors;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Server;

/// <summary>Sets the gRPC server up: limits, error mapping, reflection, health, draining.</summary>
internal static class GrpcServer
{
    public static void AddGrpcServer(this WebApplicationBuilder builder, IReadOnlyList<ServiceModule> modules)
    {
        var services = builder.Services;
        services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IConfiguration>(SetShutdownTimeout);
        services.AddOptions<GrpcServiceOptions>().Configure<IOptions<ServerOptions>>(SetLimits);
        services.AddSingleton<StatusInterceptor>();
        services.AddSingleton<LimitInterceptor>();
        services.AddSingleton<DeadlineInterceptor>();
        services.AddGrpc();
        services.AddGrpcReflection();
        AddHealth(services, modules);
    }

    public static void MapGrpcInfrastructure(this WebApplication app)
    {
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
    }

    // Read past the options, since the host is built with it before they are checked.
    private static void SetShutdownTimeout(HostOptions host, IConfiguration configuration) =>
        host.ShutdownTimeout = configuration.GetValue($"{ServerOptions.Section}:{nameof(ServerOptions.ShutdownTimeout)}", new ServerOptions().ShutdownTimeout);

    // The first interceptor is the outermost: what the others throw becomes a status as well.
    private static void SetLimits(GrpcServiceOptions grpc, IOptions<ServerOptions> server)
    {
        grpc.MaxReceiveMessageSize = server.Value.MaxReceiveMessageBytes;
        grpc.MaxSendMessageSize = server.Value.MaxSendMessageBytes;
        grpc.Interceptors.Add<StatusInterceptor>();
        grpc.Interceptors.Add<LimitInterceptor>();
        grpc.Interceptors.Add<DeadlineInterceptor>();
    }

    private static void AddHealth(IServiceCollection services, IReadOnlyList<ServiceModule> modules)
    {
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddGrpcHealthChecks(health =>
        {
            foreach (var module in modules)
                health.Services.Map(module.GrpcService, check => check.Tags.Contains(module.Name));
        });
        services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.FromSeconds(1);
            publisher.Period = TimeSpan.FromSeconds(5);
        });
        foreach (var module in modules)
            services.AddReadinessCheck(module.Name, module.Name + " is not draining", static (provider, _) =>
                Task.FromResult(provider.GetRequiredService<Draining>().HasBegun ? "the server is shutting down" : null));
    }
}
