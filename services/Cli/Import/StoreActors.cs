using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Import;

/// <summary>Asks a store which actors it has.</summary>
internal sealed class StoreActors(Session session)
{
    private const int MostAskedOneByOne = 500;
    private const int PageSize = 10_000;
    private const int AskedAtOnce = 16;

    /// <summary>Those of some ids that name no actor, not even one that was merged into another.</summary>
    public async Task<IReadOnlySet<string>> AbsentAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        if (wanted.Count > MostAskedOneByOne)
        {
            await foreach (var actor in ListAsync([], cancellationToken))
                wanted.Remove(actor.Id);
        }
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in wanted.Chunk(AskedAtOnce))
        {
            var found = await Task.WhenAll(part.Select(id => FindAsync(id, cancellationToken)));
            absent.UnionWith(part.Where((_, i) => found[i] is null));
        }
        return absent;
    }

    /// <summary>The actor that an id names, or one that it was merged into; null where it names none.</summary>
    public async Task<Actor?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.Actors.GetActorAsync(new GetActorRequest { Id = id, Read = session.Read }, cancellationToken: cancellationToken)).Actor;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>All actors of some kinds, in order of id; of all kinds where none is named.</summary>
    public async IAsyncEnumerable<Actor> ListAsync(ActorKind[] kinds, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListActorsRequest { Kinds = { kinds }, PageSize = PageSize, Read = session.Read };
        do
        {
            var page = await session.Actors.ListActorsAsync(request, cancellationToken: cancellationToken);
            foreach (var actor in page.Actors)
                yield return actor;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }
}
