using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios.Sea;

/// <summary>All services with the starter data and, after it, the public sea lanes and ports imported as <c>geograph import sea</c> does it.</summary>
public sealed class SeaWorld : IAsyncLifetime
{
    /// <summary>The folder of lanes and ports below the shared one.</summary>
    public const string Folder = "data/sea";

    /// <summary>A file of it, without which the tests are skipped.</summary>
    public const string Lanes = Folder + "/marnet_searoute.geojson.gz";

    /// <summary>The worked routes from outside this project.</summary>
    public const string Routes = "acceptance/routes.json";

    private readonly World _world = new();

    /// <summary>Clients of the services; reads see the lanes.</summary>
    internal Session Session => _world.Session;

    /// <summary>What the first import wrote on the screen.</summary>
    internal CommandRun Imported { get; private set; } = new(0, "", "");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (SharedData.ReasonToSkip(Lanes) is not null)
            return;
        await _world.InitializeAsync();
        Imported = await ImportAsync();
        Assert.True(Imported.ExitCode == 0, Imported.Error);
        var told = await Session.Actors.ListActorsAsync(new() { PageSize = 1 });
        Session.HasSeen(told.RevisionToken);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => _world.DisposeAsync();

    /// <summary>Imports the folder.</summary>
    internal Task<CommandRun> ImportAsync() => RunAsync("import", "sea", SharedData.PathOf(Folder));

    /// <summary>Runs a command line against the services.</summary>
    internal Task<CommandRun> RunAsync(params string[] args) => _world.RunAsync(args);
}
