using System.Diagnostics;

namespace GeoGraph.Conformance;

/// <summary>A StoreWriter in a process of its own, which can be killed at any moment.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    public WriterProcess(string path, string name, int first, int count)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GeoGraph.StoreWriter.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", program, path, name, $"{first}", $"{count}"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    /// <summary>The number of the next acknowledged batch.</summary>
    public async Task<int> NextBatchAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line is null)
            throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(cancellationToken));
        return int.Parse(line.Split(' ')[0], null);
    }

    /// <summary>Kills the process (SIGKILL) and gives the batches that it had acknowledged and nobody had read yet; a torn last line is none.</summary>
    public async Task<List<int>> KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.NotEqual(0, _process.ExitCode);
        return [.. rest.Split('\n')[..^1].Select(line => int.Parse(line.Split(' ')[0], null))];
    }

    /// <summary>Waits for the process to finish its work.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode == 0, await _process.StandardError.ReadToEndAsync(cancellationToken));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
