using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios.SmallWorld;

/// <summary>All services in this process, holding the small world as the command line imports it.</summary>
public class SmallWorldHost : IAsyncLifetime
{
    private EmbeddedHost? _host;

    /// <summary>A file of the small world.</summary>
    public static string PathOf(string file) => Path.Combine(Checkout.Root, "tests", "scenarios", "SmallWorld", file);

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        _host = await EmbeddedHost.StartAsync(await StoreAsync(), CancellationToken.None);
        var import = await RunAsync("import", "geograph", PathOf("small-world.yaml"));
        Assert.True(import.ExitCode == 0, import.Error + import.Out);
        await _host.WaitUntilReadyAsync(TimeProvider.System, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>The services' store; one in memory unless a derived host says otherwise.</summary>
    private protected virtual Task<StoreChoice> StoreAsync() => Task.FromResult(StoreChoice.InMemory);

    /// <summary>Runs a command line against these services.</summary>
    internal Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--server", _host!.Address.ToString()]);
}
