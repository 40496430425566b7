using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors search</c>: by name in any script.</summary>
internal static class ActorsSearchCommand
{
    public static Command Create(CommandSetting setting)
    {
        var text = new Argument<string>("text") { Description = "A name or part of one, in any script, or an id." };
        var kinds = Values.Words<ActorKind>("--kind", "Only these kinds.", ActorReflection.Descriptor);
        var limit = Values.Limit(most: 1000);
        var command = new Command("search", "Find actors by name in any script.") { text, kinds, limit }
            .WithExamples("geograph actors search 台積電", "geograph actors search taiwan --kind chokepoint");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new SearchActorsRequest { Text = parsed.GetRequiredValue(text), Kinds = { parsed.GetValue(kinds) }, Limit = parsed.GetValue(limit), Read = session.Read };
            var response = await session.Actors.SearchActorsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => session.Screen.Table(
                ["=Id", "Names", "Found as"],
                response.Hits.Select(h => new[] { h.Actor.Id, Show.Names(h.Actor.Names), h.MatchedName?.Text ?? h.Actor.Id }),
                "No actor has such a name."));
        });
    }
}
