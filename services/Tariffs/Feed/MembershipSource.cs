using GeoGraph.Contracts.Common.V1;
using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Feed;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>The states that there are, and which are of which blocs.</summary>
/// <param name="Memberships">The memberships.</param>
/// <param name="States">The states.</param>
internal sealed record KnownPlaces(IReadOnlyList<BlocMembership> Memberships, IReadOnlyList<KnownState> States);

/// <summary>States and which are of which blocs, as told by actors. Not thread-safe; what <see cref="Snapshot"/> gave never changes.</summary>
internal sealed class MembershipRows
{
    private const string StateKind = "state";
    private readonly Dictionary<string, BlocMembership> _memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownState> _states = new(StringComparer.Ordinal);
    private KnownPlaces? _snapshot;

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

    /// <summary>Takes an actor where it is a state.</summary>
    public void Put(Wire.Actor actor)
    {
        var state = new KnownState(LawMapping.ReadId(actor.Id), LawMapping.ReadPeriod(actor.Valid));
        if (state.Id.Kind != StateKind || (_states.TryGetValue(actor.Id, out var known) && known == state))
            return;
        _states[actor.Id] = state;
        _snapshot = null;
    }

    /// <summary>Forgets what has the id.</summary>
    public void Remove(string id)
    {
        if (_memberships.Remove(id) | _states.Remove(id))
            _snapshot = null;
    }

    /// <summary>States and memberships as they are now; the same object while nothing changes.</summary>
    public KnownPlaces Snapshot() => _snapshot ??= new KnownPlaces([.. _memberships.Values], [.. _states.Values]);
}

/// <summary>Where states and memberships come from: the actors service, over gRPC.</summary>
internal sealed class MembershipSource(ServiceClients clients, IOptions<FeedOptions> options, TimeProvider time)
{
    private const int PageSize = 10_000;
    private readonly Wire.ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));

    /// <summary>A snapshot: the newest, or the one of just this revision.</summary>
    public async Task<MembershipRows> ExportAsync(Revision? exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var rows = new MembershipRows();
        var token = await TakeMembershipsAsync(rows, exact is { } revision ? RevisionToken.Of(ServiceNames.Actors, revision).ToString() : "", deadline, cancellationToken);
        await TakeStatesAsync(rows, token, deadline, cancellationToken);
        rows.Revision = LawMapping.ReadRevision(token, ServiceNames.Actors);
        return rows;
    }

    private async Task<string> TakeMembershipsAsync(MembershipRows rows, string exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var request = new Wire.ListRelationsRequest { Types_ = { Wire.RelationType.MemberOf }, PageSize = PageSize, Read = ReadOf(exact) };
        Wire.ListRelationsResponse page;
        do
        {
            page = await _actors.ListRelationsAsync(request, deadline: deadline, cancellationToken: cancellationToken);
            foreach (var relation in page.Relations)
                rows.Put(relation);
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0);
        return page.RevisionToken;
    }

    private async Task TakeStatesAsync(MembershipRows rows, string exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var request = new Wire.ListActorsRequest { Kinds = { Wire.ActorKind.State }, PageSize = PageSize, Read = ReadOf(exact) };
        Wire.ListActorsResponse page;
        do
        {
            page = await _actors.ListActorsAsync(request, deadline: deadline, cancellationToken: cancellationToken);
            foreach (var actor in page.Actors)
                rows.Put(actor);
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0);
    }

    private static ReadOptions? ReadOf(string exact) => exact.Length == 0 ? null : new ReadOptions { Exact = exact };

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
