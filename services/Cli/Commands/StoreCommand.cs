using System.CommandLine;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph store</c>: work on the databases themselves, past the services.</summary>
internal static class StoreCommand
{
    public static Command Create(CommandSetting setting) => new("store", "Move graphs between databases, and check that one is whole.")
    {
        StoreMigrateCommand.Create(setting),
        StoreCheckCommand.Create(setting),
    };
}
