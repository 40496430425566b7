using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace GeoGraph.Scenarios.Processes;

/// <summary>One service as an operator runs it: a process of its own on a free port of the loopback interface.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Starts the program and waits until it listens.</summary>
    /// <param name="program">The service's assembly, which lies beside the tests.</param>
    /// <param name="settings">Configuration, as <c>GeoGraph:Data</c>.</param>
    public static async Task<ServiceProcess> StartAsync(Assembly program, params (string Key, string Value)[] settings)
    {
        var arguments = settings.Append(("GeoGraph:Listen", "http://127.0.0.1:0")).SelectMany(s => new[] { "--" + s.Item1, s.Item2 });
        var started = new ServiceProcess(new Process { StartInfo = Dotnet.Exec(program, arguments), EnableRaisingEvents = true });
        started._process.OutputDataReceived += (_, line) => started.Read(line.Data);
        started._process.ErrorDataReceived += (_, line) => started.Read(line.Data);
        started._process.Exited += (_, _) => started._address.TrySetException(new InvalidOperationException($"{program.GetName().Name} ended before it listened:\n{started.Log}"));
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        await started._address.Task;
        return started;
    }

    /// <summary>What it wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Ends it with SIGKILL, as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        Assert.NotEqual(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
