using GeoGraph.Neo4j;
using Neo4j.Driver;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>The benchmarks on a real Neo4j against the official JavaScript client; they need no data, and run only where they are named.</summary>
internal static class Neo4jBenchmarks
{
    private static readonly string[] All = ["neo4j-import", "neo4j-neighbourhood", "neo4j-records"];

    /// <summary>Runs those that are named, on one server.</summary>
    public static async Task RunAsync(BenchmarkOptions options, TextWriter output)
    {
        var names = options.Names.Contains("neo4j") ? All : [.. All.Where(options.Names.Contains)];
        if (names.Length == 0 || await DatabaseServer.TryStartAsync(output) is not { } started)
            return;
        await using var server = started;
        if (await JavaScriptClient.TryStartAsync(server, output) is not { } client)
            return;
        await using var peer = client;
        await using var driver = GraphDatabase.Driver(server.Bolt, AuthTokens.Basic(DatabaseServer.User, DatabaseServer.Password));
        if (names.Contains("neo4j-records"))
            await new RecordComparison(driver, server, peer).RunAsync(output);
        if (names is ["neo4j-records"])
            return;
        var at = new Neo4jStoreOptions { Uri = server.Bolt, Owner = "actors" }.WithPassword(DatabaseServer.User, DatabaseServer.Password);
        await using var store = await Neo4jGraphStore.OpenAsync(at, TimeProvider.System, null, default);
        await new ImportComparison(store, driver, server, peer).RunAsync(options.Relations, output);
        if (names.Contains("neo4j-neighbourhood"))
            await new NeighbourhoodComparison(store, server, peer).RunAsync(options.Relations, output);
    }

    /// <summary>True where a benchmark is one of these.</summary>
    public static bool Has(string name) => name == "neo4j" || All.Contains(name);
}
