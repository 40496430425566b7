using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Core;
using Common = GeoGraph.Contracts.Common.V1;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>Questions to actors at one revision, within the caller's deadline.</summary>
internal sealed class NeighbourhoodCalls(ServiceClients clients, Revision revision, DateTime deadline)
{
    /// <summary>The most actors that a walk starts from.</summary>
    public const int MaxRoots = 1_000;

    private const int AtOnce = 16;
    private readonly Wire.ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));
    private readonly Common.ReadOptions _read = new() { Exact = RevisionToken.Of(ServiceNames.Actors, revision).ToString() };

    private DateTime? Deadline => deadline == DateTime.MaxValue ? null : deadline;

    /// <summary>The actors of some ids, which may be former ones; those that are none are left out.</summary>
    public async Task<IReadOnlyList<(EntityId Asked, Wire.Actor Actor)>> FindAsync(IEnumerable<EntityId> ids, CancellationToken cancellationToken)
    {
        var found = new List<(EntityId, Wire.Actor)>();
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var actors = await Task.WhenAll(chunk.Select(id => FindAsync(id, cancellationToken)));
            found.AddRange(chunk.Zip(actors).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)));
        }
        return found;
    }

    /// <summary>The relations of some ids; those that are none are left out.</summary>
    public async Task<IReadOnlyList<Wire.Relation>> FindRelationsAsync(IReadOnlyList<EntityId> ids, CancellationToken cancellationToken)
    {
        var found = new List<Wire.Relation>();
        foreach (var chunk in ids.Chunk(MaxRoots))
        {
            var request = new Wire.ListRelationsRequest { Ids = { chunk.Select(id => id.Value) }, PageSize = MaxRoots, Read = _read };
            found.AddRange((await _actors.ListRelationsAsync(request, deadline: Deadline, cancellationToken: cancellationToken)).Relations);
        }
        return found;
    }

    /// <summary>A walk.</summary>
    public async Task<Wire.GetNeighbourhoodResponse> WalkAsync(
        IEnumerable<EntityId> roots, Wire.WalkDirection direction, IEnumerable<Wire.RelationType> types, int depth, int maxActors, CancellationToken cancellationToken)
    {
        var request = new Wire.GetNeighbourhoodRequest
        {
            RootIds = { roots.Select(root => root.Value) },
            Direction = direction,
            Types_ = { types },
            MaxDepth = depth,
            MaxActors = maxActors,
            Read = _read,
        };
        return await _actors.GetNeighbourhoodAsync(request, deadline: Deadline, cancellationToken: cancellationToken);
    }

    private async Task<Wire.Actor?> FindAsync(EntityId id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new Wire.GetActorRequest { Id = id.Value, Read = _read };
            return (await _actors.GetActorAsync(request, deadline: Deadline, cancellationToken: cancellationToken)).Actor;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }
}
