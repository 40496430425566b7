using System.Diagnostics;
using System.Reflection;

namespace GeoGraph.Scenarios.Processes;

/// <summary>Starts programs of this build.</summary>
internal static class Dotnet
{
    /// <summary>How to run a program's assembly, with its output redirected.</summary>
    public static ProcessStartInfo Exec(Assembly program, IEnumerable<string> arguments) => Redirected(Host, ["exec", program.Location, .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<CommandRun> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return new CommandRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>How to run any program, with its output redirected.</summary>
    public static ProcessStartInfo Redirected(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string Host => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
