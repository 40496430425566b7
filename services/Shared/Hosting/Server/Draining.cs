using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Server;

/// <summary>
/// The end of a server in order: it reports NOT_SERVING, still takes calls for <see cref="ServerOptions.DrainDelay"/>, ends its watches,
/// which would last for ever, and lets the other calls finish within <see cref="ServerOptions.ShutdownTimeout"/>.
/// </summary>
public sealed class Draining : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _watchesEnd = new();
    private readonly IOptions<ServerOptions> _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenRegistration _stopping;
    private volatile bool _hasBegun;

    /// <summary>Made by the host.</summary>
    public Draining(IOptions<ServerOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        _options = options;
        _time = time;
        _stopping = lifetime.ApplicationStopping.Register(() => _hasBegun = true);
    }

    /// <summary>True from the moment at which the server is asked to stop.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>
    /// Is cancelled when streams without an end must end. A watch links it to its call's token; the caller then sees UNAVAILABLE and
    /// connects elsewhere.
    /// </summary>
    public CancellationToken WatchesEnd => _watchesEnd.Token;

    /// <summary>Begins: reports NOT_SERVING, waits, ends the watches.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        if (_options.Value.DrainDelay > TimeSpan.Zero)
            await Task.Delay(_options.Value.DrainDelay, _time, cancellationToken);
        await _watchesEnd.CancelAsync();
    }

    /// <summary>Does nothing.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does nothing.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does nothing.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does nothing.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does nothing.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Frees the tokens.</summary>
    public void Dispose()
    {
        _stopping.Dispose();
        _watchesEnd.Dispose();
    }
}
