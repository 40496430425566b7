using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Partners;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// The numbers that records of states and blocs state, read from actors as they stand at a revision; the compiled graph does not hold them. Safe for concurrent use.
/// </summary>
internal sealed class ActorNumbers(ServiceClients clients)
{
    private const int PageSize = 10_000;
    private readonly ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));

    /// <summary>All numbers.</summary>
    /// <exception cref="Grpc.Core.RpcException">Actors does not answer, or does not retain the revision.</exception>
    public async Task<List<StatedNumber>> AtAsync(Revision revision, CancellationToken cancellationToken)
    {
        var request = new ListActorsRequest
        {
            Kinds = { ActorKind.State, ActorKind.Bloc },
            PageSize = PageSize,
            Read = new() { Exact = RevisionToken.Of(ServiceNames.Actors, revision).ToString() },
        };
        var numbers = new List<StatedNumber>();
        do
        {
            var page = await _actors.ListActorsAsync(request, cancellationToken: cancellationToken);
            numbers.AddRange(page.Actors.SelectMany(PartnerMapping.Numbers));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return numbers;
    }
}
