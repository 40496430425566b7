using System.Diagnostics;

namespace GeoGraph.Conformance;

/// <summary>A StoreWriter in a process of its own, which can be killed at any moment.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="store">A database's file, or the address of a test's Neo4j.</param>
    /// <param name="name">The writer's name, which its ids begin with.</param>
    /// <param name="first">The number of its first batch.</param>
    /// <param name="count">How many it writes.</param>
    public WriterProcess(string store, string name, int first, int count)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GeoGraph.StoreWriter.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["GEOGRAPH_NEO4J_PASSWORD"] = Neo4jServer.Password },
        };
        foreach (var argument in (string[])["exec", program, store, name, $"{first}", $"{count}"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    /// <summary>The number of the next acknowledged batch.</summary>
    public async Task<int> NextBatchAsync(CancellationToken cancellationToken) => (await NextAsync(cancellationToken)).Batch;

    /// <summary>The next acknowledged batch, with the revision that it was written at.</summary>
    public async Task<(int Batch, long Revision)> NextAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line is null)
            throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(cancellationToken));
        return Acknowledged(line);
    }

    /// <summary>Kills the process (SIGKILL) and gives the batches that it had acknowledged and nobody had read yet; a torn last line is none.</summary>
    public async Task<List<int>> KillAsync(CancellationToken cancellationToken) => [.. (await EndAtOnceAsync(cancellationToken)).Select(batch => batch.Batch)];

    /// <summary>As <see cref="KillAsync"/>, with the revisions.</summary>
    public async Task<List<(int Batch, long Revision)>> EndAtOnceAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.NotEqual(0, _process.ExitCode);
        return [.. rest.Split('\n')[..^1].Select(Acknowledged)];
    }

    /// <summary>Waits for the process to finish its work.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode == 0, await _process.StandardError.ReadToEndAsync(cancellationToken));
    }

    private static (int Batch, long Revision) Acknowledged(string line) => (int.Parse(line.Split(' ')[0], null), long.Parse(line.Split(' ')[1], null));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
