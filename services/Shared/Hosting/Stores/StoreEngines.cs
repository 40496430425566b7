using GeoGraph.Core.Graph;
using GeoGraph.Sqlite;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Hosting.Stores;

/// <summary>Opens the store that configuration names; one case per engine.</summary>
internal static class StoreEngines
{
    public static async Task<IGraphStore> OpenAsync(
        StoreOptions options, string service, TimeProvider time, ILogger log, CancellationToken cancellationToken) => options.Store switch
        {
            "memory" => await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, time, log, cancellationToken),
            _ => await OpenFileAsync(options.Data, service, time, log, cancellationToken),
        };

    private static async Task<IGraphStore> OpenFileAsync(string folder, string service, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return await SqliteGraphStore.OpenAsync(SqliteStoreOptions.File(Path.Combine(folder, service + ".db")), time, log, cancellationToken);
    }
}
