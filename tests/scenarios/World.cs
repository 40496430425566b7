using GeoGraph.Cli.Import;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios;

/// <summary>
/// All services in this process on a free port, with their store in memory and the starter data imported once as <c>geograph import</c> does it.
/// Tests read it; none may change what it holds.
/// </summary>
public sealed class World : IAsyncLifetime
{
    /// <summary>The name of the collection of tests that share one world.</summary>
    public const string Collection = "world";

    private EmbeddedHost? _host;
    private Session? _session;

    /// <summary>Where the services answer.</summary>
    internal Uri Address => _host!.Address;

    /// <summary>Clients of the services; reads see the imported data.</summary>
    internal Session Session => _session!;

    /// <summary>What was read from the files and sent.</summary>
    internal ImportSet Sent { get; private set; } = new([], [], [], []);

    /// <summary>What the services answered to the import.</summary>
    internal ImportOutcome Outcome { get; private set; } = new([], []);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _host = await EmbeddedHost.StartAsync("memory", Path.GetTempPath(), CancellationToken.None);
        _session = new Session(ServerAddresses.OfAll(_host.Address), embedded: null, Quiet(), json: true);
        Sent = GeoGraphFiles.Read(Checkout.DataFiles);
        Assert.Empty(Sent.Problems);
        Outcome = await new ImportSender(_session, Sent, (_, _) => { }).RunAsync(CancellationToken.None);
        Assert.Empty(Outcome.Refusals);
        foreach (var (_, receipt) in Outcome.Receipts)
            _session.HasSeen(receipt.RevisionToken);
        await _host.WaitUntilReadyAsync(TimeProvider.System, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_session is not null)
            await _session.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>Runs a command line against these services.</summary>
    internal Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--server", Address.ToString()]);

    private static Terminal Quiet() => new(TextWriter.Null, TextWriter.Null, IsInteractive: false, TimeProvider.System);
}

/// <summary>Tests that ask one world.</summary>
[CollectionDefinition(World.Collection)]
public sealed class WorldCollection : ICollectionFixture<World>;
