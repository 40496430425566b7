using System.CommandLine;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors</c>: states, blocs, firms, facilities, products, chokepoints and the relations between them.</summary>
internal static class ActorsCommand
{
    public static Command Create(CommandSetting setting) =>
        new Command("actors", "States, blocs, persons, firms, facilities, products, chokepoints, and the relations between them.")
        {
            ActorsSearchCommand.Create(setting),
            ActorsGetCommand.Create(setting),
            ActorsListCommand.Create(setting),
            ActorsRelationsCommand.Create(setting),
            ActorsCommitmentsCommand.Create(setting),
            ActorsUpstreamCommand.Create(setting),
            ActorsSharedSuppliersCommand.Create(setting),
        };
}
