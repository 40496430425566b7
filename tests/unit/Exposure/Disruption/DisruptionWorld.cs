using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>
/// <see cref="SmallWorld"/> with outputs: US_OEM 1000, US_PACK 400, MX_ECU 300, KR_CATHODE 120, CN_REFINE 60, MY_OSAT 150, TW_FAB 80, KR_FAB 20, DE_SEMI 50,
/// AU_MINE 40, CL_MINE 30; 2250 in all. And with stocks: 30 days of li at KR_CATHODE, 20 days of cathode at US_PACK, 10 days of pack at US_OEM.
/// </summary>
internal static class DisruptionWorld
{
    private static readonly Dictionary<string, decimal> Outputs = new()
    {
        ["US_OEM"] = 1000m,
        ["US_PACK"] = 400m,
        ["MX_ECU"] = 300m,
        ["KR_CATHODE"] = 120m,
        ["CN_REFINE"] = 60m,
        ["MY_OSAT"] = 150m,
        ["TW_FAB"] = 80m,
        ["KR_FAB"] = 20m,
        ["DE_SEMI"] = 50m,
        ["AU_MINE"] = 40m,
        ["CL_MINE"] = 30m,
    };

    public static World Create()
    {
        var world = SmallWorld.Create();
        foreach (var (name, output) in Outputs)
            world.Adjust(name, node => node with { OutputUsdPerYear = output });
        return world.Stock("KR_CATHODE", "li", 30m).Stock("US_PACK", "cathode", 20m).Stock("US_OEM", "pack", 10m);
    }

    public static World Adjust(this World world, string name, Func<NodeRow, NodeRow> change)
    {
        var index = world.Nodes.FindIndex(node => node.Id == World.Id(name));
        world.Nodes[index] = change(world.Nodes[index]);
        return world;
    }

    public static World Stock(this World world, string name, string group, decimal days) =>
        world.Adjust(name, node => node with { Stocks = [.. node.Stocks, new StockRow(group, days)] });

    public static Shock Without(params string[] names) => new() { Removed = [.. names.Select(World.Id)] };

    public static DisruptionAnswer Levels(this GraphView view, Shock shock, bool lostDemand = false, TraceLimits? limits = null) =>
        DisruptionMeasures.Levels(view, shock, [], lostDemand, limits ?? Ask.Limits, default);

    public static NodeLevel Of(this DisruptionAnswer answer, string name) => answer.Nodes.Single(node => node.Node == World.Id(name));
}
