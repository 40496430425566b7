using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GeoGraph.StandIns.Tests.Server;

/// <summary>A real server on a free port of the loopback address, and a channel to it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private TestServer(WebApplication application)
    {
        Application = application;
        Channel = GrpcChannel.ForAddress(application.Urls.Single());
        Client = new Wire.EchoService.EchoServiceClient(Channel);
    }

    public WebApplication Application { get; }

    public GrpcChannel Channel { get; }

    public Wire.EchoService.EchoServiceClient Client { get; }

    public CallLog Log => Application.Services.GetRequiredService<CallLog>();

    public SwitchedHealthCheck Health => Application.Services.GetRequiredService<SwitchedHealthCheck>();

    public static async Task<TestServer> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<CallLog>().AddSingleton<SwitchedHealthCheck>();
        builder.Services.AddGrpc(options => options.Interceptors.Add<RecordingInterceptor>());
        builder.Services.AddGrpcReflection();
        builder.Services
            .AddGrpcHealthChecks(options => options.Services.Map("store", check => check.Tags.Contains("store")))
            .AddCheck<SwitchedHealthCheck>("switched", tags: ["store"])
            .AddCheck("steady", () => HealthCheckResult.Degraded());
        configure?.Invoke(builder.Services);

        var application = builder.Build();
        application.Use(application.Services.GetRequiredService<CallLog>().NoteEncodingsAsync);
        application.MapGrpcService<EchoService>();
        application.MapGrpcReflectionService();
        application.MapGrpcHealthChecksService();
        await application.StartAsync();
        return new TestServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Application.DisposeAsync();
    }
}
