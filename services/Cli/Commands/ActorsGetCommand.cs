using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors get</c>: one actor with all that is known of it.</summary>
internal static class ActorsGetCommand
{
    public static Command Create(CommandSetting setting)
    {
        var id = Values.IdArgument("id", "The actor's id, or a former one; two letters stand for a state.");
        var command = new Command("get", "One actor with all that is known of it.") { id }
            .WithExamples("geograph actors get firm:tsmc", "geograph actors get TW");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var response = await session.Actors.GetActorAsync(new GetActorRequest { Id = parsed.GetRequiredValue(id), Read = session.Read }, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => ActorReport.Show(session.Screen, response.Actor));
        });
    }
}
