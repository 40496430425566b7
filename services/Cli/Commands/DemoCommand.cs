using System.CommandLine;
using GeoGraph.Cli.Demo;
using GeoGraph.Cli.Server;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph demo</c>: three questions to the starter data, each answered by the services.</summary>
internal static class DemoCommand
{
    private static readonly DateOnly s_asOf = new(2026, 3, 2);

    public static Command Create(CommandSetting setting)
    {
        var command = new Command("demo", "Load the starter data into a temporary store, or into that of --store where it is empty, and answer three questions with their sources.")
            .WithExamples("geograph demo", "geograph demo --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = setting.Globals.Store.IsChosen(parsed) ? setting.Globals.Store.Of(parsed) : StoreChoice.InMemory;
            await using var session = await EmbeddedSession.OpenWithStarterDataAsync(store, setting.Terminal, parsed.GetValue(setting.Globals.Json), cancellationToken);
            await StraitDemo.AnswerAsync(session, s_asOf, cancellationToken);
            Separate(session);
            await MachineDemo.AnswerAsync(session, cancellationToken);
            Separate(session);
            await DefenceDemo.AnswerAsync(session, s_asOf, cancellationToken);
            return ExitCodes.Answered;
        });
        return command;
    }

    private static void Separate(Session session)
    {
        if (!session.IsJson)
            session.Screen.Line();
    }
}
