using GeoGraph.Core.Graph;
using GeoGraph.Neo4j;
using GeoGraph.Sqlite;

namespace GeoGraph.StoreWriter;

/// <summary>Opens the store that the command line names.</summary>
internal static class Stores
{
    public static async Task<IGraphStore> OpenAsync(string address)
    {
        if (!address.Contains("://", StringComparison.Ordinal))
            return await SqliteGraphStore.OpenAsync(SqliteStoreOptions.File(address), TimeProvider.System, null, CancellationToken.None);
        var password = Environment.GetEnvironmentVariable("GEOGRAPH_NEO4J_PASSWORD") ?? "";
        var options = new Neo4jStoreOptions { Uri = new Uri(address), Owner = "writers", Database = "neo4j" }.WithPassword("neo4j", password);
        return await Neo4jGraphStore.OpenAsync(options, TimeProvider.System, null, CancellationToken.None);
    }
}
