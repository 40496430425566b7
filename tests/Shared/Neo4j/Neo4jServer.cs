using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GeoGraph.Tests;

/// <summary>
/// A real Neo4j on free ports of the loopback interface, with a store of its own in a temporary folder.
/// <para>
/// How a test project uses it: import <c>tests/Shared/Neo4j/Neo4j.props</c> in the project file. Tests marked <c>[Neo4jFact]</c> or <c>[Neo4jTheory]</c>, and every test,
/// inherited ones too, of a class marked <c>[RequiresNeo4j]</c>, are skipped by name with the reason where the server or Java is absent.
/// <see cref="SharedAsync"/> gives the one server of the test process, started when first asked for; classes that use it belong to the collection
/// <see cref="Collection"/>, whose tests run one after the other and alone, and begin with <see cref="WipeAsync"/>. <see cref="StartAsync"/> gives a further server, to be killed, stopped and configured at will.
/// </para>
/// Whoever starts a server disposes it; a server that is still there when the test process ends, as the shared one is, ends with it and its folder goes, even after a crash.
/// </summary>
public sealed partial class Neo4jServer : IAsyncDisposable
{
    /// <summary>The collection of tests that share the process's one server; nothing else runs beside them.</summary>
    public const string Collection = "neo4j";

    /// <summary>The only user.</summary>
    public const string User = "neo4j";

    /// <summary>The password of <see cref="User"/>.</summary>
    public const string Password = "geograph-test";

    /// <summary>The only database.</summary>
    public const string Database = "neo4j";

    private static readonly Lazy<Task<Neo4jServer>>[] s_shared = [new(() => StartAsync()), new(() => StartAsync())];

    private readonly List<string> _javaOptions = [];
    private readonly int _boltPort = FreePort();
    private readonly int _httpPort = FreePort();
    private Neo4jProcess? _process;

    private Neo4jServer(IEnumerable<string> configuration)
    {
        Folder = Directory.CreateTempSubdirectory("geograph-neo4j-").FullName;
        Configuration = [.. configuration];
        _http = Client();
    }

    /// <summary>The folder of its configuration, logs and data.</summary>
    public string Folder { get; }

    /// <summary>Lines of configuration beyond what every server has; read at each start.</summary>
    public List<string> Configuration { get; }

    /// <summary>Where it speaks Bolt.</summary>
    public Uri Bolt => new($"bolt://127.0.0.1:{_boltPort}");

    /// <summary>Where its HTTP interface is.</summary>
    public Uri Http => new($"http://127.0.0.1:{_httpPort}");

    /// <summary>The id of the running process.</summary>
    public int ProcessId => Running.Id;

    private Neo4jProcess Running => _process ?? throw new InvalidOperationException("the database is not running");

    /// <summary>The server that the whole test process shares.</summary>
    /// <param name="number">1 for a second one, for tests with two stores at once: a server has one database.</param>
    public static Task<Neo4jServer> SharedAsync(int number = 0) => s_shared[number].Value;

    /// <summary>Starts a further server on an empty store.</summary>
    /// <param name="configuration">Lines for neo4j.conf; a setting given here replaces the usual one.</param>
    public static async Task<Neo4jServer> StartAsync(params string[] configuration)
    {
        var server = new Neo4jServer(configuration);
        await server.StartAgainAsync();
        await server.SetPasswordAsync();
        return server;
    }

    /// <summary>Starts it on what the store holds, on the same ports; returns once it answers.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
            throw new InvalidOperationException("the database is running already");
        await WriteConfigurationAsync();
        _process = await Neo4jProcess.StartAsync(Folder, _javaOptions);
    }

    /// <summary>Ends it at once with SIGKILL, as a crash does.</summary>
    public async Task KillAsync()
    {
        await Running.KillAsync();
        _process = null;
    }

    /// <summary>Stops it in order.</summary>
    public async Task StopAsync()
    {
        await Running.StopAsync();
        _process = null;
    }

    /// <summary>The size of the largest file of its store and logs of transactions, in bytes.</summary>
    public long LargestFile() => new DirectoryInfo(Path.Combine(Folder, "data")).EnumerateFiles("*", SearchOption.AllDirectories).Max(file => file.Length);

    /// <summary>
    /// Lets the running process write no file beyond a size, as a disk does that is full: what would pass it fails. A process that is started again is without the limit.
    /// </summary>
    public void LimitFileSize(long bytes)
    {
        using var limiting = Process.Start("prlimit", ["--pid", $"{ProcessId}", $"--fsize={bytes}"]);
        limiting.WaitForExit();
        if (limiting.ExitCode != 0)
            throw new InvalidOperationException("the size of files cannot be limited");
    }

    /// <summary>Starts it once with the list of classes that it loads written down, so that later starts take about half the time. For a server that is started again often.</summary>
    public async Task RehearseAsync()
    {
        var archive = Path.Combine(Folder, "classes.jsa");
        await StopAsync();
        _javaOptions.Add("-XX:ArchiveClassesAtExit=" + archive);
        await StartAgainAsync();
        await StopAsync();
        _javaOptions[^1] = "-XX:SharedArchiveFile=" + archive;
        await StartAgainAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WriteConfigurationAsync()
    {
        Dictionary<string, string> settings = new()
        {
            ["server.default_listen_address"] = "127.0.0.1",
            ["server.bolt.listen_address"] = $"127.0.0.1:{_boltPort}",
            ["server.bolt.advertised_address"] = $"127.0.0.1:{_boltPort}",
            ["server.http.listen_address"] = $"127.0.0.1:{_httpPort}",
            ["server.memory.heap.initial_size"] = Neo4jProcess.Heap,
            ["server.memory.heap.max_size"] = Neo4jProcess.Heap,
            ["server.memory.pagecache.size"] = "64m",
            ["dbms.usage_report.enabled"] = "false",
            ["db.tx_log.preallocate"] = "false",
        };
        foreach (var line in Configuration)
            settings[line[..line.IndexOf('=', StringComparison.Ordinal)]] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Directory.CreateDirectory(Path.Combine(Folder, "conf"));
        Directory.CreateDirectory(Path.Combine(Folder, "logs"));
        await File.WriteAllLinesAsync(Path.Combine(Folder, "conf", "neo4j.conf"), settings.Select(s => $"{s.Key}={s.Value}"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
