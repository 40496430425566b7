using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>The ranking of graphs that take many batches and hold many circles: it lists just those whose loss costs others anything, with the figures of one shock after the other.</summary>
public sealed class ManyCirclesTests
{
    [Fact]
    public void Whoever_stands_last_in_a_circle_is_ranked_as_the_others()
    {
        // Sixty rings of three, of which each node is lost in turn: both others stand still.
        var world = new World();
        for (var ring = 0; ring < 60; ring++)
        {
            for (var i = 0; i < 3; i++)
                world.Node($"R{ring}N{i}", NodeKind.Firm, output: 10m);
            for (var i = 0; i < 3; i++)
                world.Supply($"R{ring}N{i}", $"R{ring}N{(i + 1) % 3}", "1", "in", 1m);
        }
        var answer = DisruptionMeasures.Rank(world.View(), null, Ask.Limits, default);

        Assert.Equal(180, answer.Nodes.Count);
        Assert.All(answer.Nodes, node => Assert.Equal(20m, node.LostPerYear.AtLeast));
    }

    [Theory]
    [InlineData(60, 8, 0.0)]
    [InlineData(60, 8, 0.004)]
    [InlineData(12, 30, 0.0)]
    [InlineData(3, 90, 0.01)]
    public void The_ranking_lists_just_whose_loss_costs_others_with_exact_figures(int clusters, int size, double across)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var view = Clusters(new Random(seed), clusters, size, across).View();
            var limits = Ask.Limits with { MaxResults = 100_000 };
            List<ScreenedNode> all = [.. Enumerable.Range(0, view.Graph.NodeCount).Select(node => new ScreenedNode(node, 0, 0, 0))];
            var expected = NodeRanking.Exact(new InputNet(view), all, null, limits, default).Where(node => node.Affected > 0);
            var answer = DisruptionMeasures.Rank(view, null, limits, default);
            Assert.Equal(expected, answer.Nodes);
            Assert.Equal(answer.Nodes.Count, answer.TotalNodes);
            Assert.True(answer.Basis.Completeness.IsComplete);
        }
    }

    [Fact]
    public void The_ranking_for_a_target_lists_just_who_lowers_it()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var view = Clusters(new Random(seed), 12, 15, 0.005).View();
            var (limits, target) = (Ask.Limits with { MaxResults = 100_000 }, view.Graph.FindNode(World.Id("C0N0"))!.Value);
            List<ScreenedNode> all = [.. Enumerable.Range(0, view.Graph.NodeCount).Where(node => node != target).Select(node => new ScreenedNode(node, 0, 0, 0))];
            var expected = NodeRanking.Exact(new InputNet(view), all, target, limits, default).Where(node => node.TargetLevel!.Value.AtLeast < 1m);
            Assert.Equal(expected, DisruptionMeasures.Rank(view, World.Id("C0N0"), limits, default).Nodes.Where(node => node.TargetLevel!.Value.AtLeast < 1m));
        }
    }

    private static World Clusters(Random random, int clusters, int size, double across)
    {
        var world = new World();
        for (var node = 0; node < clusters * size; node++)
            world.Node(Name(node, size), NodeKind.Firm, output: random.Next(1, 100));
        for (var buyer = 0; buyer < clusters * size; buyer++)
        {
            var suppliers = new HashSet<int> { buyer };
            for (var i = random.Next(0, 5); i > 0; i--)
            {
                var supplier = random.NextDouble() < across ? random.Next(clusters * size) : (buyer / size * size) + random.Next(size);
                if (suppliers.Add(supplier))
                    world.Supply(Name(supplier, size), Name(buyer, size), "1", random.Next(3) == 0 ? "second" : "first", random.Next(1, 20));
            }
        }
        return world;
    }

    private static string Name(int node, int size) => $"C{node / size}N{node % size}";
}
