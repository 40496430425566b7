using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Common = GeoGraph.Contracts.Common.V1;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>Questions to actors at one revision, within the caller's deadline.</summary>
internal sealed class NeighbourhoodCalls(ServiceClients clients, Revision revision, DateTime deadline)
{
    /// <summary>The most ids of each kind in one call.</summary>
    public const int MaxIds = 1_000;

    private readonly Wire.ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));
    private readonly Common.ReadOptions _read = new() { Exact = RevisionToken.Of(ServiceNames.Actors, revision).ToString() };

    private DateTime? Deadline => deadline == DateTime.MaxValue ? null : deadline;

    /// <summary>What lies upstream of some actors, and what else is named, with all that surrounds them.</summary>
    public async Task<Wire.GetSupplyGraphResponse> ReadAsync(
        IEnumerable<EntityId> of, IEnumerable<EntityId> named, int depth, int maxActors, CancellationToken cancellationToken)
    {
        var request = new Wire.GetSupplyGraphRequest
        {
            OfIds = { of.Select(id => id.Value) },
            NamedIds = { named.Select(id => id.Value) },
            MaxDepth = depth,
            MaxActors = maxActors,
            Read = _read,
        };
        return await _actors.GetSupplyGraphAsync(request, deadline: Deadline, cancellationToken: cancellationToken);
    }
}
