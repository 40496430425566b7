using System.Reflection;
using GeoGraph.Actors;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using Grpc.Core;

namespace GeoGraph.Scenarios.Processes;

/// <summary>Firms in the actors service.</summary>
internal sealed class ActorWrites : IWrites
{
    private const string Kind = "firm:";

    public Assembly Program => typeof(ActorsHost).Assembly;

    public string Database => "actors.db";

    public async Task UpsertAsync(Session session, IEnumerable<string> names) =>
        await session.Actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { names.Select(Change) } });

    public async Task ImportAsync(Session session, IReadOnlyList<IReadOnlyList<string>> parts, Func<int, Task<bool>> sent)
    {
        using var call = session.Actors.ImportActors();
        for (var i = 0; i < parts.Count; i++)
        {
            await call.RequestStream.WriteAsync(new ImportActorsRequest { Changes = { parts[i].Select(Change) } });
            if (!await sent(i))
                return;
        }
        await call.RequestStream.CompleteAsync();
        await call;
    }

    public async Task<HashSet<string>> NamesAsync(Session session)
    {
        var names = new HashSet<string>();
        using var export = session.Actors.ExportActors(new ExportActorsRequest());
        await foreach (var part in export.ResponseStream.ReadAllAsync())
            names.UnionWith((part.Actors?.Actors ?? []).Select(a => a.Id[Kind.Length..]));
        return names;
    }

    private static ActorChange Change(string name) => new()
    {
        Actor = new Actor { Id = Kind + name, Names = { new LocalName { Language = "en", Text = $"Firm {name}" } }, Evidence = new Evidence { Inferred = true, Inference = "Made for a test." } },
    };
}
