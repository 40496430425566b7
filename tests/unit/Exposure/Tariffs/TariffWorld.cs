using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Tariffs;

/// <summary>Worlds with outputs, and short ways to ask for duties in them.</summary>
internal static class TariffWorld
{
    /// <summary>5% on lithium from CN into KR and 4% on cathodes from KR into US, as the question states.</summary>
    public static readonly Dictionary<EntityId, decimal> TwoBorders = Stated(("supplies:CN_REFINE-KR_CATHODE", 0.05m), ("supplies:KR_CATHODE-US_PACK", 0.04m));

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

    /// <summary>The small world with its outputs.</summary>
    public static World Small() => WithOutputs(SmallWorld.Create(), name => Outputs.TryGetValue(name, out var output) ? output : null);

    /// <summary>The world with outputs by name of the node.</summary>
    public static World WithOutputs(World world, Func<string, decimal?> output)
    {
        for (var i = 0; i < world.Nodes.Count; i++)
            world.Nodes[i] = world.Nodes[i] with { OutputUsdPerYear = output(world.Nodes[i].Id.Name) };
        return world;
    }

    public static Dictionary<EntityId, decimal> Stated(params (string Relation, decimal Rate)[] rates) =>
        rates.ToDictionary(rate => EntityId.Parse(rate.Relation), rate => rate.Rate);

    /// <summary>A side on which only what is stated is charged.</summary>
    public static CostSide Side(GraphView view, IReadOnlyDictionary<EntityId, decimal> stated) => new(view, FlowRates.Of(view, [], stated, null));

    public static EmbeddedAnswer Embedded(GraphView view, string of, FlowRates rates) =>
        EmbeddedTariffMeasures.Of(view, EmbeddedTariffMeasures.ConeOf(view, World.Id(of), Ask.Limits, default), rates, Ask.Limits with { MaxResults = 1000 }, default);

    public static EmbeddedAnswer Embedded(GraphView view, string of, IReadOnlyDictionary<EntityId, decimal> stated) => Embedded(view, of, FlowRates.Of(view, [], stated, null));

    public static ShockAnswer Shock(CostSide before, CostSide after, decimal passThrough = 1m, params string[] of) => TariffShockMeasures.Of(
        before, after, new ShockQuestion(of.Length == 0 ? null : [.. of.Select(World.Id)], passThrough), TraceLimits.Default with { MaxResults = 1000 }, default);
}
