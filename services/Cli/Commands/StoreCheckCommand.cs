using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Stores;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph store check</c>: whether a database holds together.</summary>
internal static class StoreCheckCommand
{
    public static Command Create(CommandSetting setting)
    {
        var command = new Command("check", "Check that the graphs of a database are whole: every version, the ends of relations, the names that searches find, the engine's own indexes. Exit code 1 where something is wrong.");
        command.WithExamples("geograph store check --data ./data", "geograph store check --store neo4j --neo4j-uri bolt://127.0.0.1:7687 --neo4j-password-file password --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (terminal, choice) = (setting.Terminal, setting.Globals.Store.Of(parsed));
            if (choice.Engine == StoreOptions.Memory)
                throw new UsageException("--store memory holds nothing that could be checked");
            var examined = await Examination.OfAsync(StoreEngine.Configured([.. choice.Settings]), terminal.Time, cancellationToken);
            if (parsed.GetValue(setting.Globals.Json))
                await terminal.Out.WriteLineAsync(StoreJson.Of(examined));
            else
                StoreReport.Show(new Screen(terminal), examined);
            return examined.All(store => store.Count == 0) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }
}
