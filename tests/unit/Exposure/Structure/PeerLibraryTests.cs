using System.Globalization;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.MaximumFlow;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>The algorithms against networkx and igraph on random circles of suppliers. Reported as skipped, by name, where python3 has them not.</summary>
public sealed class PeerLibraryTests
{
    private const string Script = """
        import json, sys
        import igraph, networkx as nx
        firms, edges = json.loads(sys.stdin.read())
        flow, simple = nx.DiGraph(), nx.DiGraph()
        simple.add_nodes_from(range(firms))
        for supplier, buyer, capacity in edges:
            simple.add_edge(supplier, buyer)
            before = flow.get_edge_data(supplier, buyer, {"capacity": 0})["capacity"]
            flow.add_edge(supplier, buyer, capacity=before + capacity)
        up = simple.reverse()
        tiers = nx.single_source_shortest_path_length(up, 0)
        tree = nx.immediate_dominators(up, 0)
        between = igraph.Graph(n=firms, edges=list(simple.edges), directed=True).betweenness(directed=True)
        for origin in [firm for firm in range(firms) if simple.in_degree(firm) == 0]:
            flow.add_edge(-1, origin)
        most = nx.maximum_flow_value(flow, -1, 0)
        print(json.dumps([[tiers.get(i, -1) for i in range(firms)], [tree.get(i, -1) for i in range(firms)], between, most]))
        """;

    [PythonTheory("igraph", "networkx")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reach_dominators_betweenness_and_maximum_flow_are_those_of_networkx_and_igraph(int seed)
    {
        var world = Draw(60, seed);
        var view = world.View();
        var peers = Ask(world);
        var limits = new TraceLimits { MaxTier = 64, MaxResults = 100_000 };
        var reach = ReachMeasures.Of(view, World.Id("F0"), ReachDirection.Upstream, limits, default);
        Assert.Equal(Numbered(peers[0]).Where(entry => entry.Value > 0).Order(), reach.Tiers.SelectMany(tier => tier.Nodes.Select(node => (Number(node), (double)tier.Tier))).Order());
        var cone = SupplyConeBuilder.Build(view, view.Graph.FindNode(World.Id("F0"))!.Value, null, null, int.MaxValue, default);
        var tree = DominatorTree.Find(cone.FirstIn, cone.Suppliers, default);
        int FirmAt(int place) => Number(view.Graph.NodeId(cone.Nodes[place]));
        Assert.Equal(Numbered(peers[1]).Where(entry => entry.Value >= 0).Order(), Enumerable.Range(0, cone.Count).Select(place => (FirmAt(place), (double)FirmAt(tree.Of(place)))).Order());
        var brokers = BrokerMeasures.Rank(view, new BrokerQuestion(), limits, default).Brokers.ToDictionary(broker => Number(broker.Node), broker => (double)broker.Betweenness);
        Assert.All(Numbered(peers[2]), entry => Assert.Equal(entry.Value, brokers.GetValueOrDefault(entry.Number), 1e-5));
        Assert.Equal(peers[3][0], (double)MaximumFlowMeasures.Of(view, new MaximumFlowQuestion(World.Id("F0"), null, null, []), limits, default).UsdPerYear!.Value);
    }

    private static World Draw(int firms, int seed)
    {
        var (world, random) = (new World(), new Random(seed));
        for (var firm = 0; firm < firms; firm++)
            world.Firm(RelianceWorlds.Name(firm));
        foreach (var (supplier, buyer) in Enumerable.Range(0, 4 * firms).Select(_ => (random.Next(firms), random.Next(firms - 8))).Where(pair => pair.Item1 != pair.Item2).Distinct())
        {
            world.Supply(RelianceWorlds.Name(supplier), RelianceWorlds.Name(buyer), "1001", "g", 1m);
            world.Relations[^1] = world.Relations[^1] with { CapacityUsdPerYear = random.Next(1, 50) };
        }
        return world;
    }

    private static List<double[]> Ask(World world)
    {
        var edges = world.Relations.Select(row => string.Create(CultureInfo.InvariantCulture, $"[{Number(row.From)},{Number(row.To)},{row.CapacityUsdPerYear}]"));
        var said = Python.Run(["-c", Script], $"[{world.Nodes.Count},[{string.Join(',', edges)}]]").Output;
        using var json = System.Text.Json.JsonDocument.Parse(said);
        return [.. json.RootElement.EnumerateArray().Select(part => part.ValueKind == System.Text.Json.JsonValueKind.Array
            ? part.EnumerateArray().Select(number => number.GetDouble()).ToArray() : [part.GetDouble()])];
    }

    private static IEnumerable<(int Number, double Value)> Numbered(double[] values) => values.Select((value, number) => (number, value));

    private static int Number(GeoGraph.Core.EntityId firm) => int.Parse(firm.Name[1..], CultureInfo.InvariantCulture);
}
