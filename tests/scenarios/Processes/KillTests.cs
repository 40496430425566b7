using GeoGraph.Cli.Server;
using Grpc.Core;

namespace GeoGraph.Scenarios.Processes;

/// <summary>A service that is killed in the middle of an import has everything that it acknowledged, and nothing of what it did not finish, when it starts again.</summary>
public sealed class KillTests
{
    private const int Parts = 20;
    private const int PartSize = 500;

    private static readonly IReadOnlyList<IReadOnlyList<string>> s_import =
        [.. Enumerable.Range(0, Parts).Select(p => Enumerable.Range(p * PartSize, PartSize).Select(n => $"import-{n}").ToList())];

    private static readonly Dictionary<string, IWrites> s_owners = new() { ["actors"] = new ActorWrites(), ["agreements"] = new RecordWrites() };

    [Theory]
    [InlineData("actors")]
    [InlineData("agreements")]
    public async Task Killed_while_an_import_comes_in(string owner)
    {
        var (acknowledged, after) = await KilledAsync(s_owners[owner], async (writes, session, process, _) =>
            await Assert.ThrowsAnyAsync<Exception>(() => writes.ImportAsync(session, s_import, async part =>
            {
                if (part == Parts / 2)
                    await process.KillAsync();
                return true;
            })));
        Assert.Equal(acknowledged.Order(), after.Order());
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("agreements")]
    public async Task Killed_while_an_import_is_written(string owner)
    {
        var finished = false;
        var (acknowledged, after) = await KilledAsync(s_owners[owner], async (writes, session, process, database) =>
        {
            var before = LengthOf(database);
            var import = writes.ImportAsync(session, s_import, _ => Task.FromResult(true));
            while (!import.IsCompleted && LengthOf(database) == before)
                await Task.Yield();
            await process.KillAsync();
            finished = import.IsCompletedSuccessfully || await EndsAsync(import);
        });
        Assert.Superset(acknowledged, after);
        var imported = after.Count - acknowledged.Count;
        Assert.True(imported == (finished ? Parts * PartSize : imported == 0 ? 0 : Parts * PartSize), $"{imported} of {Parts * PartSize} are there");
    }

    // Writes and waits for receipts, lets the test kill the process, starts it again on the same files and gives what was acknowledged and what is there.
    private static async Task<(HashSet<string> Acknowledged, HashSet<string> After)> KilledAsync(IWrites writes, Func<IWrites, Session, ServiceProcess, string, Task> kill)
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new HashSet<string>();
        await using (var process = await ServiceProcess.StartAsync(writes.Program, ("GeoGraph:Data", folder.Path)))
        {
            await using var session = World.SessionOf(process.Address);
            for (var batch = 0; batch < 5; batch++)
            {
                var names = Enumerable.Range(batch * 20, 20).Select(n => $"written-{n}").ToList();
                await writes.UpsertAsync(session, names);
                acknowledged.UnionWith(names);
            }
            await kill(writes, session, process, Path.Combine(folder.Path, writes.Database));
        }
        await using var restarted = await ServiceProcess.StartAsync(writes.Program, ("GeoGraph:Data", folder.Path));
        await using var reader = World.SessionOf(restarted.Address);
        var after = await writes.NamesAsync(reader);
        await writes.UpsertAsync(reader, ["after-restart"]);
        Assert.Contains("after-restart", await writes.NamesAsync(reader));
        return (acknowledged, after);
    }

    // The database's write-ahead log grows while a large transaction is being written.
    private static long LengthOf(string database) => new FileInfo(database + "-wal") is { Exists: true } log ? log.Length : 0;

    private static async Task<bool> EndsAsync(Task import)
    {
        try
        {
            await import;
            return true;
        }
        catch (Exception killed) when (killed is RpcException or InvalidOperationException)
        {
            return false;
        }
    }
}
