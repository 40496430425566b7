using GeoGraph.Exposure.Answers;
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
    [InlineData(10, 24, 0.0)]
    [InlineData(4, 50, 0.01)]
    public void The_ranking_lists_just_whose_loss_costs_others_with_exact_figures(int clusters, int size, double across)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var view = Clusters(new Random(seed), clusters, size, across).View();
            var limits = Ask.Limits with { MaxResults = 100_000 };
            List<ScreenedNode> all = [.. Enumerable.Range(0, view.Graph.NodeCount).Select(node => new ScreenedNode(node, 0, 0, 0))];
            var expected = NodeRanking.Exact(new InputNet(view), all, null, limits, out _, default).Where(node => node.Affected > 0);
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
            var expected = NodeRanking.Exact(new InputNet(view), all, target, limits, out _, default).Where(node => node.TargetLevel!.Value.AtLeast < 1m);
            Assert.Equal(expected, DisruptionMeasures.Rank(view, World.Id("C0N0"), limits, default).Nodes.Where(node => node.TargetLevel!.Value.AtLeast < 1m));
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.000001)]
    [InlineData(0.0)]
    public void A_large_circle_with_a_choice_of_groups_comes_to_rest_at_the_value_of_the_worst_choice(double leak)
    {
        // A ring of 200; each node takes its first input round the ring but for a leak, and its second half from ORE, half from FAST. Without ORE the second input is halved, and the ring,
        // which would let everything through, holds on to that: l = max(1/2, (1 - leak) * l(next)), but at N0, which takes a tenth of its first input from ORE and 0.9 from the ring.
        const int Length = 200;
        var world = new World().Firm("ORE").Firm("FAST").Firm("LEAK");
        for (var i = 0; i < Length; i++)
        {
            world.Firm($"N{i}").Firm($"PART{i}").Supply($"PART{i}", $"N{i}", "2", "second", 1m);
            world.Supply("ORE", $"PART{i}", "1", "in", 1m).Supply("FAST", $"PART{i}", "1", "in", 1m);
        }
        for (var i = 0; i < Length; i++)
            world.Supply($"N{(i + 1) % Length}", $"N{i}", "1", "first", 900_000m - (decimal)(leak * 1_000_000)).Supply("LEAK", $"N{i}", "1", "first", (decimal)(leak * 1_000_000) + (i == 0 ? 0m : 100_000m));
        world.Supply("ORE", "N0", "1", "first", 100_000m);
        var answer = world.View().Levels(DisruptionWorld.Without("ORE"), limits: Ask.Limits with { MaxResults = 1000 });
        var expected = new double[Length];
        for (var round = 0; round < 3000; round++)
        {
            for (var i = Length - 1; i >= 0; i--)
                expected[i] = Math.Max(0.5, (i == 0 ? 0.1 : 0) + ((0.9 - leak) * expected[(i + 1) % Length]));
        }

        Assert.True(answer.IsSettled);
        for (var i = 0; i < Length; i++)
            Assert.Equal(1 - expected[i], (double)answer.Of($"N{i}").Level.AtLeast, 10);
    }

    [Fact]
    public void A_large_circle_that_lets_through_all_but_a_millionth_comes_to_rest_at_the_closed_form()
    {
        // F0 takes a millionth from ORE, another from LEAK, which never fails, and the rest round a ring of 300: half of what it takes from outside is gone, so that it loses one half.
        const int Length = 300;
        var world = new World().Firm("ORE").Firm("LEAK");
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}");
        for (var i = 0; i < Length; i++)
            world.Supply($"F{(i + 1) % Length}", $"F{i}", "1", "in", 999_998m);
        world.Supply("ORE", "F0", "1", "in", 1m).Supply("LEAK", "F0", "1", "in", 1m);
        var answer = world.View().Levels(DisruptionWorld.Without("ORE"), limits: Ask.Limits with { MaxResults = 1000 });

        Assert.True(answer.IsSettled);
        Assert.All(answer.Nodes.Where(node => !node.IsRemoved), node => Assert.Equal(0.5, (double)node.Level.AtLeast, 9));
    }

    [Fact]
    public void Levels_that_have_no_time_are_the_most_that_they_can_be_and_say_so()
    {
        const int Length = 3000;
        var world = new World();
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}");
        for (var i = 1; i < Length; i++)
            world.Supply($"F{i}", $"F{i - 1}", "1", "in", 1m);
        var over = Ask.Limits with { End = new WorkEnd(TimeProvider.System, DateTimeOffset.MinValue) };
        var answer = world.View().Levels(DisruptionWorld.Without($"F{Length - 1}"), limits: over);

        Assert.False(answer.IsSettled);
        Assert.True(answer.Basis.Completeness.PrunedBy.HasFlag(PrunedBy.Deadline));
        Assert.InRange(answer.TotalNodes, 1, Length - 1);
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
