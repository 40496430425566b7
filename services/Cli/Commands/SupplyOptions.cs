using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>What questions to the store about supply have in common.</summary>
internal static class SupplyOptions
{
    /// <summary>How far to go; the service refuses what is out of bounds.</summary>
    public static Option<int> Tiers() => new("--tiers") { Description = "How many tiers upstream to go, 1 to 32.", HelpName = "n", DefaultValueFactory = _ => 8 };

    /// <summary>Says what bounds left somebody out.</summary>
    public static void ShowPruning(Screen screen, Completeness completeness)
    {
        if (!completeness.Complete)
            screen.Bullet($"Not whole: stopped by {string.Join(", ", completeness.PrunedBy.Select(Show.Word))}");
    }
}
