using System.Text.Json;
using GeoGraph.Cli.Server;
using GeoGraph.Scenarios.Duties;

namespace GeoGraph.Scenarios.Hts;

/// <summary>All services with the starter data and, after it, revisions of the published schedule imported as <c>geograph import hts</c> does it.</summary>
/// <param name="files">The files, in the folder of the published schedules; none of them is read where that is absent.</param>
public abstract class HtsWorld(params string[] files) : IAsyncLifetime
{
    /// <summary>The folder of the published schedules below the shared one.</summary>
    public const string Folder = "data/hts/";

    private readonly World _world = new();

    /// <summary>The worked answers from outside this project.</summary>
    internal static IEnumerable<DutyCase> Acceptance => DutyCheck.Read(SharedData.PathOf("acceptance/duties.json")).Values;

    /// <summary>The worked answers from the texts of the law; some of their codes stood in earlier revisions only.</summary>
    internal static IEnumerable<DutyCase> Worked => DutyCheck.Read(Path.Combine(Checkout.Root, "tests", "scenarios", "duty-cases.json")).Values;

    /// <summary>Clients of the services; reads see the imported schedule.</summary>
    internal Session Session => _world.Session;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (files.Any(file => SharedData.ReasonToSkip(Folder + file) is not null))
            return;
        await _world.InitializeAsync();
        await ImportAsync();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => _world.DisposeAsync();

    /// <summary>Runs a command line against the services.</summary>
    internal Task<CommandRun> RunAsync(params string[] args) => _world.RunAsync(args);

    /// <summary>Imports the files; what was written is in later answers.</summary>
    internal async Task<CommandRun> ImportAsync()
    {
        var run = await RunAsync(["import", "hts", "--json", .. files.Select(file => SharedData.PathOf(Folder + file))]);
        Assert.True(run.ExitCode == 0, run.Error);
        using var receipt = JsonDocument.Parse(run.Out);
        if (receipt.RootElement.TryGetProperty("revisionToken", out var token))
            Session.HasSeen(token.GetString()!);
        return run;
    }
}

/// <summary>With the newest of the published revisions at hand.</summary>
public sealed class OneRevision() : HtsWorld("hts_2026_rev_10.json.gz");

/// <summary>With all the published revisions at hand, not in the order of their dates.</summary>
public sealed class EveryRevision() : HtsWorld(
    "hts_2026_rev_10.json.gz", "hts_2025_basic.json.gz", "hts_2025_rev_4.json.gz", "hts_2025_rev_10.json.gz",
    "hts_2025_rev_18.json.gz", "hts_2025_rev_32.json.gz", "hts_2026_basic.json.gz", "hts_2026_rev_5.json.gz");
