using GeoGraph.AllInOne;
using GeoGraph.Cli.Import;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Hosting;
using GeoGraph.Scenarios.Facts;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Scenarios;

/// <summary>
/// All services in this process on a free port, with their store in memory, or where a derived world says, and the starter data imported once as <c>geograph import</c> does it.
/// Tests read it; none may change what it holds. A fault that the services log fails the tests.
/// </summary>
public class World : IAsyncLifetime
{
    /// <summary>The name of the collection of tests that share one world.</summary>
    public const string Collection = "world";

    private static readonly TimeSpan s_longestLoad = TimeSpan.FromMinutes(2);

    private readonly ErrorLog _errors = new();
    private WebApplication? _app;
    private Session? _session;

    /// <summary>Where the services answer.</summary>
    internal Uri Address => ServiceHost.BoundAddress(_app!.Services);

    /// <summary>Clients of the services; reads see the imported data.</summary>
    internal Session Session => _session!;

    /// <summary>What was read from the files and sent.</summary>
    internal ImportSet Sent { get; private set; } = new([], [], [], []);

    /// <summary>What the services answered to the import.</summary>
    internal ImportOutcome Outcome { get; private set; } = new([], []);

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        string[] settings = ["--GeoGraph:Listen", "http://127.0.0.1:0", .. await StoreAsync()];
        _app = AllInOneHost.Build(settings, builder => builder.Logging.ClearProviders().AddProvider(_errors));
        await _app.StartAsync();
        _session = SessionOf(Address);
        Sent = GeoGraphFiles.Read(StarterFiles.All);
        Assert.Empty(Sent.Problems);
        Outcome = await ImportAsync(_session, Sent);
        Assert.Empty(Outcome.Refusals);
        await WaitUntilFollowedAsync(_session);
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (_session is not null)
            await _session.DisposeAsync();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Assert.Empty(_errors.Errors);
    }

    /// <summary>The settings that say which store the services use; one in memory unless a world says otherwise.</summary>
    private protected virtual Task<string[]> StoreAsync() => Task.FromResult<string[]>(["--GeoGraph:Store", "memory"]);

    /// <summary>Runs a command line against these services.</summary>
    internal Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--server", Address.ToString()]);

    /// <summary>Clients of the services at an address, which write nothing on a screen.</summary>
    internal static Session SessionOf(Uri address) => SessionOf(ServerAddresses.OfAll(address));

    /// <summary>Clients of the services at some addresses, which write nothing on a screen.</summary>
    internal static Session SessionOf(ServerAddresses addresses) =>
        new(addresses, embedded: null, new Terminal(TextWriter.Null, TextWriter.Null, IsInteractive: false, TimeProvider.System), json: true);

    /// <summary>Imports as the command line does; later reads of the session see what was written.</summary>
    internal static async Task<ImportOutcome> ImportAsync(Session session, ImportSet set)
    {
        var outcome = await new ImportSender(session, set, (_, _) => { }).RunAsync(CancellationToken.None);
        foreach (var (_, receipt) in outcome.Receipts)
            session.HasSeen(receipt.RevisionToken);
        return outcome;
    }

    /// <summary>Waits until tariffs and exposure answer from what the session wrote, so that callers without its token find it too.</summary>
    internal static async Task WaitUntilFollowedAsync(Session session)
    {
        var (read, day) = (session.Read, FactCheck.DayOf("2026-03-02"));
        await AnsweredAsync(() => session.Exposure.GetConcentrationAsync(new GetConcentrationRequest { OfId = "state:US", Question = new Question { AsOf = day, Read = read } }).ResponseAsync);
        await AnsweredAsync(() => session.Tariffs.CalculateDutyAsync(new()
        {
            Entry = new() { ImporterId = "state:US", OriginId = "state:TW", Hs = "8457.10.00", CustomsValue = "1", EntryDate = day },
            Read = read,
        }).ResponseAsync);
    }

    // A service waits some seconds for what is to come, which on a busy machine may be too few.
    private static async Task AnsweredAsync(Func<Task> call)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                await call();
                return;
            }
            catch (RpcException late) when (late.StatusCode == StatusCode.Unavailable && TimeProvider.System.GetElapsedTime(start) < s_longestLoad)
            {
                continue;
            }
        }
    }
}

/// <summary>Tests that ask one world.</summary>
[CollectionDefinition(World.Collection)]
public sealed class WorldCollection : ICollectionFixture<World>;
