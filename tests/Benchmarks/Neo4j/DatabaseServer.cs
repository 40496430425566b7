using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GeoGraph.Tests;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>A real Neo4j of the shared folder on free ports of the loopback interface, on an empty store in a temporary folder.</summary>
internal sealed class DatabaseServer : IAsyncDisposable
{
    /// <summary>The Java process's heap.</summary>
    public const string Heap = "2g";

    /// <summary>The memory for pages of the store.</summary>
    public const string PageCache = "1g";

    /// <summary>The only user.</summary>
    public const string User = "neo4j";

    /// <summary>The password of <see cref="User"/>.</summary>
    public const string Password = "geograph-test";

    // A tick of the processor times that the kernel tells; a hundred a second on every architecture that the runtime supports.
    private const double TicksPerSecond = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("geograph-benchmark-").FullName;
    private readonly int _port = FreePort();

    private DatabaseServer()
    {
    }

    /// <summary>Where it speaks Bolt.</summary>
    public Uri Bolt => new($"bolt://127.0.0.1:{_port}");

    /// <summary>Processor time of the server so far, all threads together, in seconds.</summary>
    public double Busy => TimesOf(File.ReadAllText(Path.Combine(_folder, "pid")).Trim());

    private static string Script => Path.Combine(Checkout.Shared ?? "", "neo4j", "neo4j");

    /// <summary>Starts one; null, with a line on the output, where the shared folder has none.</summary>
    public static async Task<DatabaseServer?> TryStartAsync(TextWriter output)
    {
        if (!File.Exists(Script))
        {
            await output.WriteLineAsync("neo4j is skipped: there is no shared folder with a Neo4j beside the checkout, and GEOGRAPH_SHARED names none");
            return null;
        }
        var server = new DatabaseServer();
        await server.RunAsync("start", $"{server._port}", $"{FreePort()}");
        await output.WriteLineAsync($"Neo4j with a heap of {Heap} and {PageCache} for pages, {Environment.ProcessorCount} processors for it and for both clients");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(string action, params string[] ports)
    {
        var start = new ProcessStartInfo(Script, [action, _folder, .. ports]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["NEO4J_HEAP"], start.Environment["NEO4J_PAGECACHE"], start.Environment["NEO4J_PASSWORD"]) = (Heap, PageCache, Password);
        using var script = Process.Start(start)!;
        var error = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        if (script.ExitCode != 0)
            throw new InvalidOperationException($"neo4j {action}: {await error}");
    }

    // The fourteenth and fifteenth fields are the ticks in the process and in the kernel; the second, the name, may hold spaces.
    private static double TimesOf(string process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
