using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using Actors = GeoGraph.Contracts.Actors.V1;
using Agreements = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Follows the law.</summary>
internal sealed class LawFeed(LawSource source, ScheduleComposer composer, FeedParts parts)
    : FeedLoop<LawRows, Agreements.WatchRecordsResponse>(ServiceNames.Agreements, parts)
{
    protected override Task<LawRows> LoadAsync(CancellationToken cancellationToken) => source.ExportAsync(null, null, cancellationToken);

    protected override IAsyncEnumerable<Agreements.WatchRecordsResponse> WatchAsync(Revision after, CancellationToken cancellationToken) =>
        source.WatchAsync(after, cancellationToken);

    protected override void Apply(LawRows rows, Agreements.WatchRecordsResponse changes)
    {
        foreach (var id in changes.DeletedIds)
            rows.Remove(id);
        foreach (var record in changes.Records)
            LawMapping.ReadInto(rows, record);
        rows.Revision = LawMapping.ReadRevision(changes.RevisionToken, ServiceNames.Agreements);
    }

    protected override void Publish(LawRows rows) => composer.Take(rows);

    protected override Revision RevisionOf(LawRows rows) => rows.Revision;
}

/// <summary>Follows which states there are and of which blocs they are.</summary>
internal sealed class MembershipFeed(MembershipSource source, ScheduleComposer composer, FeedParts parts)
    : FeedLoop<MembershipRows, Actors.WatchActorsResponse>(ServiceNames.Actors, parts)
{
    protected override Task<MembershipRows> LoadAsync(CancellationToken cancellationToken) => source.ExportAsync(null, null, cancellationToken);

    protected override IAsyncEnumerable<Actors.WatchActorsResponse> WatchAsync(Revision after, CancellationToken cancellationToken) =>
        source.WatchAsync(after, cancellationToken);

    protected override void Apply(MembershipRows rows, Actors.WatchActorsResponse changes)
    {
        foreach (var id in changes.DeletedIds)
            rows.Remove(id);
        foreach (var actor in changes.Actors)
            rows.Put(actor);
        foreach (var relation in changes.Relations)
            rows.Put(relation);
        rows.Revision = LawMapping.ReadRevision(changes.RevisionToken, ServiceNames.Actors);
    }

    protected override void Publish(MembershipRows rows) => composer.Take(rows);

    protected override Revision RevisionOf(MembershipRows rows) => rows.Revision;
}
