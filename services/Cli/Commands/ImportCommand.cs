using System.CommandLine;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import</c>: files into the services, one subcommand a format.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandSetting setting) =>
        new Command("import", "Write what files hold; the same files twice change nothing.")
        {
            ImportGeoGraphCommand.Create(setting),
            ImportCsvCommand.Create(setting),
            ImportEtoCommand.Create(setting),
            ImportHtsCommand.Create(setting),
            ImportSeaCommand.Create(setting),
        };
}
