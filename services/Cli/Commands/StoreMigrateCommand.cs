using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Stores;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph store migrate</c>: everything that one database retains into another, empty one.</summary>
internal static class StoreMigrateCommand
{
    public static Command Create(CommandSetting setting)
    {
        var (from, to) = (EngineOption("--from", "The database to read."), EngineOption("--to", "The database to fill; it is empty."));
        var command = new Command("migrate", "Copy everything that the graphs of one database retain, history and request ids included, into another, and compare both by count and digest.") { from, to };
        command.WithExamples(
            "geograph store migrate --from sqlite --data ./data --to neo4j --neo4j-uri bolt://127.0.0.1:7687 --neo4j-password-file password",
            "geograph store migrate --from neo4j --neo4j-uri bolt://127.0.0.1:7687 --neo4j-password-file password --to sqlite --data ./copy");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (source, target) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
            if (source == target)
                throw new UsageException($"--from and --to are both {source}; they are different engines");
            var (terminal, json) = (setting.Terminal, parsed.GetValue(setting.Globals.Json));
            var migration = new Migration(
                StoreEngine.Configured([.. setting.Globals.Store.Of(parsed, source).Settings]), StoreEngine.Configured([.. setting.Globals.Store.Of(parsed, target).Settings]), terminal.Time);
            var moved = await migration.RunAsync(json ? null : text => terminal.Error.WriteLineAsync(text), cancellationToken);
            if (json)
                await terminal.Out.WriteLineAsync(StoreJson.Of(moved));
            else
                StoreReport.Show(new Screen(terminal), moved);
            return moved.All(store => store.IsEqual) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }

    private static Option<string> EngineOption(string name, string description)
    {
        var option = new Option<string>(name) { Description = $"{description} {StoreOptions.Sqlite} (files in --data) or {StoreOptions.Neo4j} (at --neo4j-uri).", HelpName = "engine", Required = true };
        return option.AcceptOnlyFromAmong(StoreOptions.Sqlite, StoreOptions.Neo4j);
    }
}
