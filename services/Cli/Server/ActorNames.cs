using GeoGraph.Contracts.Actors.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Server;

/// <summary>The names of actors, asked for once each; an id that names no actor stands for itself.</summary>
internal sealed class ActorNames(Session session)
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Asks for names before they are shown.</summary>
    public async Task LoadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(id => id.Length > 0 && !_names.ContainsKey(id)).Distinct().ToList();
        foreach (var found in await Task.WhenAll(wanted.Select(id => FindAsync(id, cancellationToken))))
            _names[found.Id] = found.Name;
    }

    /// <summary>The name in the first language given; the id where it is not loaded or has none.</summary>
    public string Of(string id) => _names.GetValueOrDefault(id, id);

    private async Task<(string Id, string Name)> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var response = await session.Actors.GetActorAsync(new GetActorRequest { Id = id, Read = session.Read }, cancellationToken: cancellationToken);
            return (id, response.Actor.Names.FirstOrDefault()?.Text ?? id);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            return (id, id);
        }
    }
}
