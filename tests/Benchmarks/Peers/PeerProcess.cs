using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>What a peer took for a task.</summary>
/// <param name="Peer">Name and version.</param>
/// <param name="Task">The task.</param>
/// <param name="Seconds">Its fastest run.</param>
/// <param name="Busy">The least processor time of a run, all threads together, in seconds.</param>
/// <param name="Result">Numbers to compare results by.</param>
internal sealed record PeerFigure(string Peer, string Task, double Seconds, double Busy, IReadOnlyList<double> Result);

/// <summary>Runs <c>peers.py</c>.</summary>
/// <param name="python">The interpreter.</param>
/// <param name="modules">A folder of modules beside the interpreter's own; null for none.</param>
internal sealed class PeerProcess(string python, string? modules)
{
    /// <summary>Times tasks on a file; a peer that is absent is named on the output and yields nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="repeats">Runs after the warm-up; 1 for a single run without one.</param>
    /// <param name="tasks">Peers and tasks, as <c>igraph.reach</c>.</param>
    /// <param name="output">Where absent peers are named.</param>
    public async Task<List<PeerFigure>> TimeAsync(string path, int repeats, IEnumerable<string> tasks, TextWriter output)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py"), path, $"{repeats}", .. tasks]) { RedirectStandardOutput = true };
        if (modules is not null)
            start.Environment["PYTHONPATH"] = modules;
        var figures = new List<PeerFigure>();
        using var process = TryStart(start);
        if (process is null)
        {
            await output.WriteLineAsync($"  {python} is not installed: all peers are skipped");
            return figures;
        }
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!;
            if (said.Absent)
                await output.WriteLineAsync($"  {said.Peer} is skipped: it is not installed");
            else
                figures.Add(new PeerFigure($"{said.Peer} {said.Version}", said.Task!, said.Seconds!.Min(), said.Busy!.Min(), said.Result!));
        }
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            await output.WriteLineAsync($"  {python} ended with {process.ExitCode}: its peers are skipped");
        return figures;
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private sealed record Line(string Peer, string? Version, string? Task, bool Absent, double[]? Seconds, double[]? Busy, double[]? Result);
}
