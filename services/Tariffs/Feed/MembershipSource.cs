using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Feed;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Which states are of which blocs, as told by actors. Not thread-safe; what <see cref="Snapshot"/> gave never changes.</summary>
internal sealed class MembershipRows
{
    private readonly Dictionary<string, BlocMembership> _memberships = new(StringComparer.Ordinal);
    private IReadOnlyList<BlocMembership>? _snapshot;

    /// <summary>The revision of actors up to which everything is told.</summary>
    public Revision Revision { get; set; }

    /// <summary>Takes a relation where it is a membership.</summary>
    public void Put(Wire.Relation relation)
    {
        if (relation.Type != Wire.RelationType.MemberOf)
            return;
        _memberships[relation.Id] =
            new BlocMembership(LawMapping.ReadId(relation.FromId), LawMapping.ReadId(relation.ToId), LawMapping.ReadPeriod(relation.Valid));
        _snapshot = null;
    }

    /// <summary>Forgets what has the id.</summary>
    public void Remove(string id)
    {
        if (_memberships.Remove(id))
            _snapshot = null;
    }

    /// <summary>The memberships as they are now; the same object while nothing changes.</summary>
    public IReadOnlyList<BlocMembership> Snapshot() => _snapshot ??= [.. _memberships.Values];
}

/// <summary>Where memberships come from: the actors service, over gRPC.</summary>
internal sealed class MembershipSource(ServiceClients clients, IOptions<FeedOptions> options, TimeProvider time)
{
    private readonly Wire.ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));

    /// <summary>A snapshot: the newest, or the one of just this revision.</summary>
    public async Task<MembershipRows> ExportAsync(Revision? exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var rows = new MembershipRows();
        var request = new Wire.ListRelationsRequest { Types_ = { Wire.RelationType.MemberOf }, PageSize = 10_000 };
        if (exact is { } revision)
            request.Read = new() { Exact = RevisionToken.Of(ServiceNames.Actors, revision).ToString() };
        Wire.ListRelationsResponse page;
        do
        {
            page = await _actors.ListRelationsAsync(request, deadline: deadline, cancellationToken: cancellationToken);
            foreach (var relation in page.Relations)
                rows.Put(relation);
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0);
        rows.Revision = LawMapping.ReadRevision(page.RevisionToken, ServiceNames.Actors);
        return rows;
    }

    /// <summary>Every change after a revision, until cancelled.</summary>
    public IAsyncEnumerable<Wire.WatchActorsResponse> WatchAsync(Revision after, CancellationToken cancellationToken)
    {
        var request = new Wire.WatchActorsRequest
        {
            After = RevisionToken.Of(ServiceNames.Actors, after).ToString(),
            CheckpointEvery = Duration.FromTimeSpan(options.Value.CheckpointEvery),
        };
        return WatchStream.ReadAsync(
            token => _actors.WatchActors(request, cancellationToken: token), options.Value.CheckpointEvery, time, cancellationToken);
    }
}
