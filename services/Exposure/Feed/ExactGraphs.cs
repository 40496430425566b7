using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using Microsoft.Extensions.Options;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// Graphs of earlier revisions, built from exports and kept, the least recently used dropped first. One is built at a time, as each takes the memory of a
/// whole graph. Safe for concurrent use.
/// </summary>
internal sealed class ExactGraphs(ActorsSource source, IOptions<FeedOptions> options, ILogger<ExactGraphs> log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly RecentlyUsed<LoadedGraph> _kept = new(options.Value.ExactStates);

    /// <summary>The graph of just this revision.</summary>
    /// <exception cref="Grpc.Core.RpcException">As actors refuse the export, with REVISION_EXPIRED or REVISION_NOT_REACHED.</exception>
    public async Task<LoadedGraph> GetAsync(Revision revision, DateTime deadline, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_kept.Find(kept => kept.Revision == revision) is { } known)
                return known;
            var graph = await BuildAsync(revision, deadline, cancellationToken);
            _kept.Add(graph);
            return graph;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LoadedGraph> BuildAsync(Revision revision, DateTime deadline, CancellationToken cancellationToken)
    {
        var rows = await source.ExportAsync(revision, deadline == DateTime.MaxValue ? null : deadline, cancellationToken);
        Log.CompiledExact(log, rows.Revision);
        return rows.Load();
    }
}
