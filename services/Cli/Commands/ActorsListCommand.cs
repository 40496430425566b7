using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors list</c>: actors in order of id.</summary>
internal static class ActorsListCommand
{
    public static Command Create(CommandSetting setting)
    {
        var kinds = Values.Words<ActorKind>("--kind", "Only these kinds.", ActorReflection.Descriptor);
        var asOf = Values.Day("--as-of", "Only actors that exist on the date.");
        var limit = Values.Limit();
        var command = new Command("list", "Actors in order of id.") { kinds, asOf, limit }
            .WithExamples("geograph actors list --kind bloc", "geograph actors list --kind firm --as-of 2026-01-01 --limit 1000");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListActorsRequest { Kinds = { parsed.GetValue(kinds) }, AsOf = parsed.GetValue(asOf).ToDate(), PageSize = parsed.GetValue(limit), Read = session.Read };
            var response = await session.Actors.ListActorsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Table(
                    ["=Id", "Names", "What"],
                    response.Actors.Select(a => new[] { a.Id, Show.Names(a.Names), a.Description }),
                    "No actor is so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }
}
