using System.Diagnostics;
using System.Globalization;

namespace GeoGraph.Tests;

/// <summary>One run of the database: the Java process, and a guard that ends it and removes its folder should the test process die.</summary>
internal sealed class Neo4jProcess
{
    /// <summary>The memory of the Java process's heap.</summary>
    public const string Heap = "320m";

    // Waits until its input ends, which it does with the process that started it; then the database is an orphan. A signal to the whole group of processes, as an interrupt is, does not end it.
    private const string Guarding = """
        trap '' INT TERM HUP
        exec >/dev/null 2>&1
        read -r _
        kill -9 "$1"
        for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" || break; sleep 0.1; done
        rm -rf "$2"
        """;

    private static readonly string[] s_options =
    [
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1", "-XX:-UsePerfData", $"-Xmx{Heap}", "-Dio.netty.tryReflectionSetAccessible=true", "-Dfile.encoding=UTF-8", "-Dlog4j2.disable.jmx=true",
        .. new[] { "java.nio", "java.io", "sun.nio.ch", "java.util.concurrent" }.Select(package => $"--add-opens=java.base/{package}=ALL-UNNAMED"),
    ];

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _said = new();
    private readonly Process _java;
    private Process? _guard;

    private Neo4jProcess(string folder, IEnumerable<string> options)
    {
        var start = new ProcessStartInfo(Neo4jInstallation.Java) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] arguments =
        [
            .. s_options, .. options, "-cp", Path.Combine(Neo4jInstallation.Folder, "lib", "*"),
            "org.neo4j.server.CommunityEntryPoint", "--home-dir=" + folder, "--config-dir=" + Path.Combine(folder, "conf"), "--console-mode",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _java = new Process { StartInfo = start, EnableRaisingEvents = true };
        _java.OutputDataReceived += (_, line) => Read(line.Data);
        _java.ErrorDataReceived += (_, line) => Read(line.Data);
        _java.Exited += (_, _) => _started.TrySetException(new InvalidOperationException($"Neo4j ended before it had started:\n{Said()}"));
    }

    public int Id => _java.Id;

    /// <summary>Starts the database of a folder and waits until it answers.</summary>
    public static async Task<Neo4jProcess> StartAsync(string folder, IEnumerable<string> options)
    {
        var process = new Neo4jProcess(folder, options);
        process._java.Start();
        process._guard = Process.Start(new ProcessStartInfo("sh", ["-c", Guarding, "sh", process.Id.ToString(CultureInfo.InvariantCulture), folder]) { RedirectStandardInput = true });
        process._java.BeginOutputReadLine();
        process._java.BeginErrorReadLine();
        try
        {
            await process._started.Task.WaitAsync(TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException)
        {
            await process.KillAsync();
            throw new InvalidOperationException($"Neo4j has not started within three minutes:\n{process.Said()}");
        }
        return process;
    }

    public Task KillAsync() => EndAsync(_java.Kill);

    public Task StopAsync() => EndAsync(() => Process.Start("kill", [Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit());

    private async Task EndAsync(Action end)
    {
        // The guard goes first, as the number of an ended process may soon be another's.
        _guard!.Kill();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
        end();
        await _java.WaitForExitAsync();
        _java.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 40)
                _said.Dequeue();
        }
        if (line.EndsWith(" Started.", StringComparison.Ordinal))
            _started.TrySetResult();
    }

    private string Said()
    {
        lock (_said)
            return string.Join('\n', _said);
    }
}
