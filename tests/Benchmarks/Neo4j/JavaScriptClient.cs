using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>The official JavaScript client in a process of its own: <c>peer.mjs</c>, which says what it does.</summary>
internal sealed class JavaScriptClient : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Neo4j");
    private static readonly string Module = Path.Combine(Folder, "node_modules", "neo4j-driver");
    private readonly Process _node;

    private JavaScriptClient(Process node) => _node = node;

    /// <summary>Starts it, after the client was installed where it is not yet; null, with a line on the output, where Node or npm is absent.</summary>
    public static async Task<JavaScriptClient?> TryStartAsync(DatabaseServer server, TextWriter output)
    {
        try
        {
            if (!Directory.Exists(Module))
                await InstallAsync();
            string[] arguments = [Path.Combine(Folder, "peer.mjs"), Module, server.Bolt.ToString(), DatabaseServer.User, DatabaseServer.Password];
            return new JavaScriptClient(Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        }
        catch (Win32Exception error)
        {
            await output.WriteLineAsync($"neo4j is skipped: Node with npm, which the JavaScript client neo4j-driver runs on, is not installed ({error.Message})");
            return null;
        }
    }

    /// <summary>The version of the client.</summary>
    public static string Version
    {
        get
        {
            using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Module, "package.json")));
            return package.RootElement.GetProperty("version").GetString()!;
        }
    }

    /// <summary>Runs one statement in a transaction of its own.</summary>
    public Task RunAsync(string text) => RequestAsync(new { run = text });

    /// <summary>Writes the rows of a file of JSON lines, so many a transaction; the figure leaves reading the file out.</summary>
    public Task<PeerTime> WriteAsync(string text, string file, int batch) => RequestAsync(new { write = text, rows = file, batch });

    /// <summary>Asks one question a root, one after the other; with a file the answers go there, a JSON line each.</summary>
    public Task<PeerTime> AskAsync(string text, IEnumerable<string> roots, string? answers = null) => RequestAsync(new { ask = text, roots, answers });

    /// <summary>Reads all records of a query.</summary>
    public Task<PeerTime> ReadAsync(string text) => RequestAsync(new { read = text });

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task<PeerTime> RequestAsync(object request)
    {
        await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
        await _node.StandardInput.FlushAsync();
        var answer = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("peer.mjs ended");
        var time = JsonSerializer.Deserialize<PeerTime>(answer, JsonSerializerOptions.Web)!;
        return time.Error is null ? time : throw new InvalidOperationException(time.Error);
    }

    private static async Task InstallAsync()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--silent", "--no-fund", "--no-audit", "--prefix", Folder]))!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm, which installs the JavaScript client neo4j-driver, ended with {npm.ExitCode}");
    }
}

/// <summary>What the peer took.</summary>
/// <param name="Seconds">Time that passed.</param>
/// <param name="Busy">Processor time of the peer's process, all threads together, in seconds.</param>
/// <param name="Count">Rows written, questions asked or records read.</param>
/// <param name="Error">What went wrong; null where nothing did.</param>
internal sealed record PeerTime(double Seconds, double Busy, long Count, string? Error);
