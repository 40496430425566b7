using GeoGraph.Core;
using GeoGraph.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Cli.Server;

/// <summary>The services in this process, on a free port of the loopback interface; they log nothing.</summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longestOpening = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _app;

    private EmbeddedHost(WebApplication app) => _app = app;

    /// <summary>Where the services answer.</summary>
    public Uri Address => ServiceHost.BoundAddress(_app.Services);

    /// <summary>Starts the services over a store in memory or in a folder.</summary>
    /// <param name="store">The engine: sqlite or memory.</param>
    /// <param name="folder">The folder of the store's files; not used in memory.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<EmbeddedHost> StartAsync(string store, string folder, CancellationToken cancellationToken) => StartAsync(new StoreChoice(store, folder), cancellationToken);

    /// <summary>Starts the services.</summary>
    /// <param name="store">Their database.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<EmbeddedHost> StartAsync(StoreChoice store, CancellationToken cancellationToken)
    {
        string[] settings = ["--GeoGraph:Listen", "http://127.0.0.1:0", .. store.Settings];
        var app = ServiceChoice.All.Build(settings, builder => builder.Logging.ClearProviders());
        await app.StartAsync(cancellationToken);
        return new EmbeddedHost(app);
    }

    /// <summary>Waits until every service has loaded what it answers from.</summary>
    /// <exception cref="IOException">That takes too long, a store that cannot be opened less so; the message says what is waited for.</exception>
    public async Task WaitUntilReadyAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var health = _app.Services.GetRequiredService<HealthCheckService>();
        var start = time.GetTimestamp();
        for (var report = await health.CheckHealthAsync(cancellationToken); report.Status != HealthStatus.Healthy; report = await health.CheckHealthAsync(cancellationToken))
        {
            var waiting = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).ToList();
            var closed = waiting.Where(entry => entry.Value.Exception is GeoGraphException { Reason: ErrorReason.StoreUnavailable }).ToList();
            if (time.GetElapsedTime(start) > s_longestStart || (closed.Count > 0 && time.GetElapsedTime(start) > s_longestOpening))
                throw new IOException($"The services do not become ready: {string.Join("; ", (closed.Count > 0 ? closed : waiting).Select(entry => $"{entry.Key}: {entry.Value.Description}"))}");
            await Task.Delay(s_betweenLooks, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
