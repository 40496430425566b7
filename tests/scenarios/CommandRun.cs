using GeoGraph.Cli;
using GeoGraph.Cli.Output;

namespace GeoGraph.Scenarios;

/// <summary>What a command line wrote, and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command line in this process, as if its output were a file.</summary>
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, IsInteractive: false, TimeProvider.System), CancellationToken.None);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line that must be answered.</summary>
    public static async Task<CommandRun> AnsweredAsync(params string[] args)
    {
        var run = await OfAsync(args);
        Assert.True(run.ExitCode == 0, $"geograph {string.Join(' ', args)}: exit code {run.ExitCode}: {run.Error}");
        return run;
    }
}
