using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Keeps the newest graph in step with actors.</summary>
internal sealed class ActorsFeed(ActorsSource source, Newest<LoadedGraph> newest, IOptions<HoldOptions> hold, FeedParts parts, ILogger<ActorsFeed> log)
    : FeedLoop<FedGraph, Wire.WatchActorsResponse>(ServiceNames.Actors, parts)
{
    private const int MostFaultsLogged = 20;
    private bool _isHeld = true;

    protected override async Task<FedGraph> LoadAsync(CancellationToken cancellationToken)
    {
        var header = await source.HeaderAsync(cancellationToken);
        _isHeld = hold.Value.Holds(header.Relations);
        if (!_isHeld)
        {
            Log.NotHeld(log, header.Relations, hold.Value.Hold);
            return new FedGraph(infersTransits: false) { Revision = ChangeMapping.ReadRevision(header) };
        }
        var rows = await source.ExportAsync(null, null, cancellationToken);
        var report = rows.Report;
        Log.Compiled(log, rows.Revision, report.RelationsTaken, report.RelationsRefused, report.Findings.Count);
        foreach (var finding in report.Findings.Take(MostFaultsLogged))
            Log.DataFaulty(log, finding.Id, finding.Fault, finding.Detail);
        return rows;
    }

    protected override IAsyncEnumerable<Wire.WatchActorsResponse> WatchAsync(Revision after, CancellationToken cancellationToken) =>
        source.WatchAsync(after, cancellationToken);

    // Of a graph that is not held only the revision is followed.
    protected override void Apply(FedGraph rows, Wire.WatchActorsResponse changes) =>
        ChangeMapping.ReadInto(rows, _isHeld ? changes : new Wire.WatchActorsResponse { RevisionToken = changes.RevisionToken });

    protected override void Publish(FedGraph rows) => newest.Publish(rows.Load() with { IsWhole = _isHeld });

    protected override Revision RevisionOf(FedGraph rows) => rows.Revision;
}
