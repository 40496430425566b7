using GeoGraph.Actors;
using GeoGraph.Agreements;
using GeoGraph.Cli.Server;
using GeoGraph.Exposure;
using GeoGraph.Tariffs;

namespace GeoGraph.Scenarios.Processes;

/// <summary>The four services, each in a process of its own, over files in a folder of their own, with the starter data imported by the command line.</summary>
public sealed class FourProcesses : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ServiceProcess> _processes = [];

    /// <summary>The addresses as <c>--server</c> takes them.</summary>
    internal string Server { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var actors = await StartAsync(typeof(ActorsHost), ("GeoGraph:Data", _folder.Path));
        var agreements = await StartAsync(typeof(AgreementsHost), ("GeoGraph:Data", _folder.Path));
        (string, string)[] owners = [("GeoGraph:Services:actors", actors.ToString()), ("GeoGraph:Services:agreements", agreements.ToString())];
        var tariffs = await StartAsync(typeof(TariffsHost), owners);
        var exposure = await StartAsync(typeof(ExposureHost), [.. owners, ("GeoGraph:Services:tariffs", tariffs.ToString())]);
        Server = $"actors={actors},agreements={agreements},tariffs={tariffs},exposure={exposure}";
        await CommandRun.AnsweredAsync("import", "geograph", StarterFiles.Root, "--server", Server);
        await using var session = World.SessionOf(AddressesOf(Server));
        session.HasSeen((await session.Actors.ListActorsAsync(new() { PageSize = 1 })).RevisionToken);
        session.HasSeen((await session.Agreements.ListRecordsAsync(new() { PageSize = 1 })).RevisionToken);
        await World.WaitUntilFollowedAsync(session);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The address of one service, as host and port.</summary>
    internal string AuthorityOf(string service) => AddressesOf(Server).Of(service)!.Authority;

    private static ServerAddresses AddressesOf(string server) =>
        ServerAddresses.TryParse(server, out var addresses, out var rule) ? addresses : throw new FormatException(rule);

    private async Task<Uri> StartAsync(Type host, params (string, string)[] settings)
    {
        var process = await ServiceProcess.StartAsync(host.Assembly, settings);
        _processes.Add(process);
        return process.Address;
    }
}
