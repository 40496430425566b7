using System.Net;
using System.Net.Sockets;
using GeoGraph.Cli;
using GeoGraph.Cli.Output;

namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph serve</c>: answers until stopped, then ends as answered.</summary>
public sealed class ServeCommandTests
{
    [Fact]
    public async Task Services_answer_at_the_address_asked_for_until_they_are_stopped()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var stop = new CancellationTokenSource();
        var quiet = new Terminal(TextWriter.Null, TextWriter.Null, IsInteractive: false, TimeProvider.System);
        var served = CommandLine.RunAsync(["serve", "--listen", address, "--store", "memory"], quiet, stop.Token);
        var run = await CommandRun.OfAsync("actors", "list", "--server", address);
        while (run.ExitCode != 0 && !served.IsCompleted)
            run = await CommandRun.OfAsync("actors", "list", "--server", address);
        Assert.StartsWith("No actor is so.", run.Out, StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, await served);
    }

    [Fact]
    public async Task A_service_that_is_none_is_wrong_usage()
    {
        var run = await CommandRun.OfAsync("serve", "customs");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("customs", run.Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
