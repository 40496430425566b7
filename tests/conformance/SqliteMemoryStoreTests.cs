using GeoGraph.Core.Graph;
using GeoGraph.Sqlite;

namespace GeoGraph.Conformance;

public sealed class SqliteMemoryStoreTests : GraphStoreConformance
{
    protected override int ModelRuns => 150;

    protected override async Task<IGraphStore> OpenAsync() =>
        await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, CancellationToken.None);
}
