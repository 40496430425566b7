using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>Worlds with a shock each; the same number gives the same case.</summary>
internal static class RandomShock
{
    public static readonly WorldShape Any = new(Cyclic: true, SeveralGroups: true, Gaps: true);

    /// <summary>A world of any shape in which every flow states a value, and most firms an output.</summary>
    public static World Known(this World world, int number)
    {
        var random = new Random(number);
        for (var i = 0; i < world.Relations.Count; i++)
        {
            if (world.Relations[i].Kind == RelationKind.Supplies)
                world.Relations[i] = world.Relations[i] with { ValueUsdPerYear = world.Relations[i].ValueUsdPerYear ?? random.Next(1, 20) };
        }
        return world.WithOutputs(random);
    }

    public static World WithOutputs(this World world, Random random)
    {
        for (var i = 0; i < world.Nodes.Count; i++)
            world.Nodes[i] = world.Nodes[i] with { OutputUsdPerYear = random.Next(4) > 0 ? random.Next(1, 100) : null };
        return world;
    }

    /// <summary>One or two firms gone, some flows arriving in part, now and then a firm that is linear.</summary>
    public static Shock Create(GraphView view, World world, int number)
    {
        var random = new Random(number);
        var firms = RandomWorld.CountOf(world);
        var delivered = new Dictionary<int, decimal>();
        for (var flow = 0; flow < view.Graph.Flows.Count; flow++)
        {
            if (random.Next(5) == 0)
                delivered[flow] = random.Next(0, 5) / 4m;
        }
        return new Shock
        {
            Removed = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Firm(random.Next(firms))).Distinct()],
            Delivered = delivered,
            Linear = random.Next(3) == 0 ? [Firm(random.Next(firms))] : [],
        };
    }

    /// <summary>What arrives of a flow, by its id.</summary>
    public static Func<EntityId, double> DeliveredById(this Shock shock, GraphView view)
    {
        var byId = shock.Delivered.ToDictionary(entry => view.Graph.Flows.Id(entry.Key), entry => (double)entry.Value);
        return flow => byId.GetValueOrDefault(flow, 1);
    }

    public static HashSet<int> PlacesOf(this LevelBruteForce brute, IEnumerable<EntityId> nodes) => [.. nodes.Select(node => brute.Firms.IndexOf(node))];

    private static EntityId Firm(int number) => World.Id(RandomWorld.Name(number));
}
