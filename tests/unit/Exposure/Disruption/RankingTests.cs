using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>The ranking against the levels of one shock after the other.</summary>
public sealed class RankingTests
{
    [Fact]
    public void All_nodes_of_the_small_world_by_what_their_loss_costs_the_others()
    {
        var answer = DisruptionMeasures.Rank(DisruptionWorld.Create().View(), null, Ask.Limits, default);

        // US_OEM alone behind MX_ECU and US_PACK; behind CN_REFINE 0.75 of 1520.
        Assert.Equal(
            [("KR_CATHODE", 1400m), ("MY_OSAT", 975m), ("CN_REFINE", 1140m)],
            new[] { "KR_CATHODE", "MY_OSAT", "CN_REFINE" }.Select(name => (name, answer.Nodes.Single(node => node.Node.Name == name).LostPerYear.AtMost)));
        Assert.Equal(answer.Nodes.OrderByDescending(node => node.LostPerYear.AtMost).ThenByDescending(node => node.NodesLost.AtMost).ThenBy(node => node.Node), answer.Nodes);
        Assert.Equal(10, answer.TotalNodes);
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Fact]
    public void All_nodes_of_the_small_world_by_the_level_of_US_OEM()
    {
        var answer = DisruptionMeasures.Rank(DisruptionWorld.Create().View(), World.Id("US_OEM"), Ask.Limits, default);

        Assert.Equal(
            ["KR_CATHODE 0", "MX_ECU 0", "US_PACK 0", "CN_REFINE 0.25", "MY_OSAT 0.25", "AU_MINE 0.4", "TW_FAB 0.4", "CL_MINE 0.6", "DE_SEMI 0.75", "KR_FAB 0.85"],
            answer.Nodes.Select(node => $"{node.Node.Name} {DecimalText.Print(node.TargetLevel!.Value.AtLeast)}"));
    }

    [Fact]
    public void The_ranking_equals_one_shock_after_the_other() => ForEach(400, (world, number) =>
    {
        var view = world.WithOutputs(new Random(number)).View();
        var expected = Firms(world).Select(firm => Alone(world, firm)).Where(node => node.NodesLost.AtMost > 0m)
            .OrderByDescending(node => node.LostPerYear.AtMost).ThenByDescending(node => node.NodesLost.AtMost).ThenBy(node => node.Node);
        var answer = DisruptionMeasures.Rank(view, null, Ask.Limits, default);
        Assert.Equal(expected.Select(Print), answer.Nodes.Select(Print));
        var first = DisruptionMeasures.Rank(view, null, Ask.Limits with { MaxResults = 1 }, default);
        Assert.Equal(answer.TotalNodes, first.TotalNodes);
        Assert.Equal(answer.Nodes.Take(1).Select(node => node.LostPerYear.AtMost), first.Nodes.Select(node => node.LostPerYear.AtMost));
    });

    [Fact]
    public void The_ranking_for_a_target_equals_one_shock_after_the_other() => ForEach(250, (world, _) =>
    {
        var target = Firms(world)[^1];
        var expected = Firms(world).Where(firm => firm != target).Select(firm => (firm, LevelAlone(world, firm, target))).Where(entry => entry.Item2.AtLeast < 1m);
        var answer = DisruptionMeasures.Rank(world.View(), target, Ask.Limits, default);
        Assert.Equal(expected.OrderBy(entry => entry.firm), answer.Nodes.Select(node => (node.Node, node.TargetLevel!.Value)).OrderBy(entry => entry.Node));
        Assert.Equal(answer.Nodes.Select(node => node.TargetLevel!.Value.AtLeast).Order(), answer.Nodes.Select(node => node.TargetLevel!.Value.AtLeast));
    });

    [Fact]
    public void Work_that_has_to_end_says_so()
    {
        var over = Ask.Limits with { End = new WorkEnd(TimeProvider.System, DateTimeOffset.MinValue) };

        Assert.Equal(PrunedBy.Deadline, DisruptionMeasures.Rank(DisruptionWorld.Create().View(), null, over, default).Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void A_large_circle_that_loses_slowly_comes_to_rest_where_the_definition_says()
    {
        // A ring of 300 with a small leak at each: F0 buys from F1, F1 from F2, and so on round; each takes a hundredth from LEAK, which never fails. Without ORE, which gives F0 a tenth,
        // F0 gets 0.89 of its input round the ring, so that l(F0) = 0.1 + 0.89 * 0.99^299 * l(F0).
        const int Length = 300;
        var world = new World().Firm("ORE").Firm("LEAK");
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}").Supply("LEAK", $"F{i}", "1", "in", 1m);
        for (var i = 0; i < Length; i++)
            world.Supply($"F{(i + 1) % Length}", $"F{i}", "1", "in", i == 0 ? 89m : 99m);
        world.Supply("ORE", "F0", "1", "in", 10m);
        var expected = 0.1 / (1 - (0.89 * Math.Pow(0.99, Length - 1)));
        var answer = world.View().Levels(DisruptionWorld.Without("ORE"));

        Assert.True(answer.IsSettled);
        Assert.Equal(1 - expected, (double)answer.Of("F0").Level.AtLeast, 10);
    }

    [Fact]
    public void A_large_circle_without_a_leak_comes_to_rest_at_nothing()
    {
        // F0 takes a tenth from ORE and the rest round a ring of 500: whatever is gone of ORE comes round again, until nothing is left.
        const int Length = 500;
        var world = new World().Firm("ORE");
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}");
        for (var i = 0; i < Length; i++)
            world.Supply($"F{(i + 1) % Length}", $"F{i}", "1", "in", 90m);
        world.Supply("ORE", "F0", "1", "in", 10m);
        var answer = world.View().Levels(DisruptionWorld.Without("ORE"), limits: Ask.Limits with { MaxResults = 1000 });

        Assert.Equal(Length + 1, answer.Nodes.Count);
        Assert.All(answer.Nodes, node => Assert.Equal(new LevelRange(0m, 0m), node.Level));
    }

    [Fact]
    public void More_nodes_than_lanes_are_ranked_batch_by_batch()
    {
        // A star of 100 suppliers of one buyer each, with outputs that grow: the loss of F<i> costs B<i> its whole output.
        var world = new World();
        for (var i = 0; i < 100; i++)
            world.Firm($"F{i}").Node($"B{i}", NodeKind.Firm, output: i + 1).Supply($"F{i}", $"B{i}", "1", "in", 1m);
        var answer = DisruptionMeasures.Rank(world.View(), null, Ask.Limits with { MaxResults = 5 }, default);

        Assert.Equal(["F99", "F98", "F97", "F96", "F95"], answer.Nodes.Select(node => node.Node.Name));
        Assert.Equal([100m, 99m, 98m, 97m, 96m], answer.Nodes.Select(node => node.LostPerYear.AtLeast));
        Assert.Equal((100, PrunedBy.Limit), (answer.TotalNodes, answer.Basis.Completeness.PrunedBy));
    }

    [Fact]
    public void A_chain_of_100_000_suppliers_needs_no_deep_stack()
    {
        const int Length = 100_000;
        var world = new World();
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}");
        for (var i = 1; i < Length; i++)
            world.Supply($"F{i}", $"F{i - 1}", "1", "in", 1m);
        var view = world.View();
        var answer = view.Levels(DisruptionWorld.Without($"F{Length - 1}"), lostDemand: true);
        Assert.Equal(Length, answer.TotalNodes);
        Assert.False(answer.Of("F0").Reason!.ReachesShock);

    }

    private static void ForEach(int cases, Action<World, int> check)
    {
        var number = 0;
        RandomWorld.ForEach(cases, RandomShock.Any, world => check(world, number++));
    }

    private static List<EntityId> Firms(World world) => [.. world.Nodes.Where(node => node.Kind == NodeKind.Firm).Select(node => node.Id)];

    private static LevelRange LevelAlone(World world, EntityId firm, EntityId target) =>
        DisruptionMeasures.Levels(world.View(), new Shock { Removed = [firm] }, [target], false, Ask.Limits, default).Nodes.Single().Level;

    private static RankedNode Alone(World world, EntityId firm)
    {
        var others = world.View().Levels(new Shock { Removed = [firm] }).Nodes.Where(node => !node.IsRemoved).ToList();
        var usd = others.Aggregate(new AmountRange(0m, 0m), (sum, node) => sum + (node.LostPerYear ?? default));
        var nodes = others.Aggregate(new AmountRange(0m, 0m), (sum, node) => sum + new AmountRange(1m - node.Level.AtMost, 1m - node.Level.AtLeast));
        return new RankedNode(firm, usd, null, nodes, others.Count, others.Count(node => node.Output is null), null);
    }

    private static string Print(RankedNode node) =>
        $"{node.Node} {node.LostPerYear.AtLeast:0.########} {node.LostPerYear.AtMost:0.########} {node.NodesLost.AtMost:0.########} {node.Affected} {node.WithoutOutput}";
}
