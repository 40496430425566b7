using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GeoGraph.ServiceTests;

/// <summary>Builds a host with its command line and further configuration, as every <c>XHost.Build</c> does.</summary>
public delegate WebApplication BuildHost(string[] args, Action<WebApplicationBuilder>? configure);

/// <summary>
/// A real host on a free port of the loopback interface, with its store in memory, and a channel to it. Disposing stops it and fails the test
/// where the host logged an error that the test did not take.
/// </summary>
public sealed class ServiceFixture : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ErrorLog _errors;
    private bool _stopped;

    private ServiceFixture(WebApplication app, ErrorLog errors)
    {
        _app = app;
        _errors = errors;
        Address = ServiceHost.BoundAddress(app.Services);
        Channel = GeoGraphChannel.Open(Address);
    }

    /// <summary>Where the host listens.</summary>
    public Uri Address { get; }

    /// <summary>A plain channel, without retries.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host.</summary>
    /// <param name="build">Builds it, as <c>ActorsHost.Build</c>.</param>
    /// <param name="settings">Configuration beside the defaults of tests.</param>
    /// <param name="configure">Further registrations.</param>
    public static async Task<ServiceFixture> StartAsync(
        BuildHost build, IEnumerable<KeyValuePair<string, string?>>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var errors = new ErrorLog();
        var app = build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("GeoGraph:Listen", "http://127.0.0.1:0"), new("GeoGraph:Store", "memory")]);
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders().AddProvider(errors);
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new ServiceFixture(app, errors);
    }

    /// <summary>The errors that the host logged since the last time; taking them says that the test expects them.</summary>
    public IReadOnlyList<string> TakeErrors() => _errors.Take();

    /// <summary>Stops the host as a signal would.</summary>
    public async Task StopAsync()
    {
        _stopped = true;
        await _app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (!_stopped)
            await _app.StopAsync();
        await _app.DisposeAsync();
        var errors = _errors.Take();
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors));
    }
}
