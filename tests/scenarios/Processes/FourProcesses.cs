using GeoGraph.Actors;
using GeoGraph.Agreements;
using GeoGraph.Cli.Server;
using GeoGraph.Exposure;
using GeoGraph.Tariffs;

namespace GeoGraph.Scenarios.Processes;

/// <summary>The four services, each in a process of its own, over files in a folder of their own, or the store of a derived class, with the starter data imported by the command line.</summary>
public class FourProcesses : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ServiceProcess> _processes = [];

    /// <summary>The addresses as <c>--server</c> takes them.</summary>
    internal string Server { get; private set; } = "";

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        var store = await StoreAsync(_folder.Path);
        var actors = await StartAsync(typeof(ActorsHost), store);
        var agreements = await StartAsync(typeof(AgreementsHost), store);
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

    /// <summary>The settings that say which store the owners of data use; files in a folder unless derived processes say otherwise.</summary>
    private protected virtual Task<(string Key, string Value)[]> StoreAsync(string folder) => Task.FromResult<(string, string)[]>([("GeoGraph:Data", folder)]);

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
