using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class StructureTests
{
    private static readonly TraceLimits Limits = new() { MaxResults = 100_000, MaxTier = 64 };
    private static readonly WorldShape Shape = new(Cyclic: true, SeveralGroups: true);

    [Fact]
    public void Small_world_is_reached_by_tier()
    {
        var up = ReachMeasures.Of(SmallWorld.Create().View(), World.Id("US_OEM"), ReachDirection.Upstream, Limits, default);
        Assert.Equal(["1: MX_ECU US_PACK", "2: DE_SEMI KR_CATHODE MY_OSAT", "3: CL_MINE CN_REFINE KR_FAB TW_FAB", "4: AU_MINE"], up.Tiers.Select(Print));
        Assert.Equal((10, true), (up.Total, up.Basis.Completeness.IsComplete));
        var down = ReachMeasures.Of(SmallWorld.Create().View(), World.Id("CL_MINE"), ReachDirection.Downstream, Limits, default);
        Assert.Equal(["1: CN_REFINE KR_CATHODE", "2: US_PACK", "3: US_OEM"], down.Tiers.Select(Print));
    }

    [Fact]
    public void Small_world_has_its_bottlenecks()
    {
        var answer = BottleneckMeasures.Of(SmallWorld.Create().View(), World.Id("US_OEM"), null, Limits, default);
        Assert.Equal((5, 5), (answer.Origins, answer.TotalBottlenecks));
        Assert.Equal(["MX_ECU 4 3", "US_PACK 4 2", "KR_CATHODE 3 2", "MY_OSAT 2 2", "CN_REFINE 1 1"], answer.Bottlenecks.Select(Print));
        Assert.DoesNotContain(answer.Bottlenecks, bottleneck => bottleneck.OnEveryPath);
        var pack = BottleneckMeasures.Of(SmallWorld.Create().View(), World.Id("US_OEM"), "pack", Limits, default);
        Assert.Equal(["US_PACK", "KR_CATHODE"], pack.Bottlenecks.Where(bottleneck => bottleneck.OnEveryPath).Select(bottleneck => bottleneck.Node.Name));
        Assert.Equal("US_OEM < US_PACK < KR_CATHODE", pack.Bottlenecks[1].Chain.Path());
    }

    [Fact]
    public void Small_world_has_its_brokers()
    {
        var answer = BrokerMeasures.Rank(SmallWorld.Create().View(), new BrokerQuestion(), Limits, default);
        // MX_ECU: TW, KR, DE and MY to US_OEM. US_PACK: AU, CL, CN and KR_CATHODE to it. KR_CATHODE: AU, CL and CN to two each.
        Assert.Equal(["KR_CATHODE 6", "MX_ECU 4", "MY_OSAT 4", "US_PACK 4", "CN_REFINE 3"], answer.Brokers.Select(broker => $"{broker.Node.Name} {broker.Betweenness:0.######}"));
        Assert.Equal((10, 10), (answer.Sources, answer.Suppliers));
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Fact]
    public void Reach_equals_a_literal_search() => RandomWorld.ForEach(300, Shape, world =>
    {
        var links = new LinkWorld(world);
        foreach (var direction in new[] { ReachDirection.Upstream, ReachDirection.Downstream })
        {
            var view = world.View();
            var answer = ReachMeasures.Of(view, World.Id("F0"), direction, Limits, default);
            _ = SupplyNet.Of(view);
            Assert.Equal(answer.Tiers.Select(Print), ReachMeasures.Of(view, World.Id("F0"), direction, Limits, default).Tiers.Select(Print));
            var expected = links.Tiers(World.Id("F0"), direction == ReachDirection.Downstream).Where(entry => entry.Value > 0)
                .OrderBy(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => (entry.Value, entry.Key));
            Assert.Equal(expected, answer.Tiers.SelectMany(tier => tier.Nodes.Select(node => (tier.Tier, node))));
            Assert.Equal(answer.Total, answer.Tiers.Sum(tier => tier.Count));
        }
    });

    [Theory]
    [InlineData(300, 100)]
    [InlineData(300, 3000)]
    public void Reach_over_a_net_is_that_over_the_graph(int firms, int chords)
    {
        var view = RelianceWorlds.Circle(firms, chords, firms).View();
        foreach (var direction in new[] { ReachDirection.Upstream, ReachDirection.Downstream })
        {
            var few = new TraceLimits { MaxResults = 1_000, MaxTier = 64, MaxRelations = chords };
            var (whole, part) = (ReachMeasures.Of(view, World.Id("F7"), direction, Limits, default), ReachMeasures.Of(view, World.Id("F7"), direction, few, default));
            var laidOut = RelianceWorlds.Circle(firms, chords, firms).View();
            _ = SupplyNet.Of(laidOut);
            Assert.Equal(whole.Tiers.Select(Print), ReachMeasures.Of(laidOut, World.Id("F7"), direction, Limits, default).Tiers.Select(Print));
            Assert.Equal(part.Basis.Completeness.PrunedBy, ReachMeasures.Of(laidOut, World.Id("F7"), direction, few, default).Basis.Completeness.PrunedBy);
        }
    }

    [Fact]
    public void Bottlenecks_are_what_cuts_others_off() => RandomWorld.ForEach(400, Shape, world =>
    {
        var links = new LinkWorld(world);
        var all = links.Tiers(World.Id("F0"), downstream: false);
        var origins = all.Keys.Where(firm => firm != World.Id("F0") && !links.Links.Any(link => link.To == firm)).ToList();
        var answer = BottleneckMeasures.Of(world.View(), World.Id("F0"), null, Limits, default);
        Assert.Equal(origins.Count, answer.Origins);
        foreach (var firm in all.Keys.Where(firm => firm != World.Id("F0")))
        {
            var without = links.Tiers(World.Id("F0"), downstream: false, firm);
            var lost = all.Keys.Except(without.Keys).Where(other => other != firm).ToList();
            var onEvery = origins.Count > 0 && origins.TrueForAll(origin => !without.ContainsKey(origin));
            var found = answer.Bottlenecks.SingleOrDefault(bottleneck => bottleneck.Node == firm);
            Assert.Equal((lost.Count, onEvery), (found?.Behind ?? 0, found?.OnEveryPath ?? false));
            Assert.Equal(found is null ? 0 : origins.Count(origin => !without.ContainsKey(origin)), found?.OriginsBehind ?? 0);
            if (found is not null)
                Assert.Equal((all[firm], firm), (found.Chain.Tier, found.Chain.Nodes[^1]));
        }
    });

    [Fact]
    public void Betweenness_counts_every_shortest_path() => RandomWorld.ForEach(200, Shape, world =>
    {
        var links = new LinkWorld(world);
        var expected = links.Firms.ToDictionary(firm => firm, _ => 0.0);
        foreach (var paths in links.Firms.SelectMany(from => links.Firms.Where(to => to != from).Select(to => links.ShortestPaths(from, to))))
        {
            foreach (var firm in paths.SelectMany(path => path[1..^1]))
                expected[firm] += 1.0 / paths.Count;
        }
        var answer = BrokerMeasures.Rank(world.View(), new BrokerQuestion(), Limits, default).Brokers.ToDictionary(broker => broker.Node, broker => (double)broker.Betweenness);
        Assert.All(expected, firm => Assert.Equal(firm.Value, answer.GetValueOrDefault(firm.Key), 1e-6));
    });

    [Fact]
    public void A_sample_of_everything_is_everything_and_processors_do_not_matter()
    {
        var world = RelianceWorlds.Circle(200, 600, 11);
        var links = SupplyNet.Of(world.View()).Links;
        int[] sources = [.. Enumerable.Range(0, 200)];
        Assert.Equal(Betweenness.Count(links, sources, 1, default), Betweenness.Count(links, sources, 4, default));
        var all = BrokerMeasures.Rank(world.View(), new BrokerQuestion(), Limits, default);
        Assert.Equal(all.Brokers, BrokerMeasures.Rank(world.View(), new BrokerQuestion(Samples: 200), Limits, default).Brokers);
        var half = BrokerMeasures.Rank(world.View(), new BrokerQuestion(Samples: 100), Limits, default);
        Assert.Equal((100, 200, PrunedBy.Limit), (half.Sources, half.Suppliers, half.Basis.Completeness.PrunedBy));
        Assert.Equal(half.Brokers, BrokerMeasures.Rank(world.View(), new BrokerQuestion(Samples: 100), Limits, default).Brokers);
        Assert.InRange((double)half.Brokers.Sum(broker => broker.Betweenness) / (double)all.Brokers.Sum(broker => broker.Betweenness), 0.9, 1.1);
    }

    [Fact]
    public void Trade_is_one_step()
    {
        var world = new World().States("AA", "BB", "CC").Firm("F0").Supply("F0", "state:AA", "1001", "g", 1m);
        foreach (var (from, to) in new[] { ("AA", "BB"), ("BB", "CC") })
            world.Relate(RelationKind.ExportsTo, $"state:{from}", $"state:{to}", row => row with { Product = EntityId.Parse("hs:1001"), ValueUsdPerYear = 1m });
        var view = world.View();
        Assert.Equal(["1: BB"], ReachMeasures.Of(view, EntityId.Parse("state:CC"), ReachDirection.Upstream, Limits, default).Tiers.Select(Print));
        Assert.Equal(["1: AA", "2: F0"], ReachMeasures.Of(view, EntityId.Parse("state:BB"), ReachDirection.Upstream, Limits, default).Tiers.Select(Print));
        Assert.Equal(["1: AA", "2: BB"], ReachMeasures.Of(view, World.Id("F0"), ReachDirection.Downstream, Limits, default).Tiers.Select(Print));
        _ = SupplyNet.Of(view);
        Assert.Equal(["1: AA", "2: F0"], ReachMeasures.Of(view, EntityId.Parse("state:BB"), ReachDirection.Upstream, Limits, default).Tiers.Select(Print));
        Assert.Equal(["1: AA", "2: BB"], ReachMeasures.Of(view, World.Id("F0"), ReachDirection.Downstream, Limits, default).Tiers.Select(Print));
    }

    private static string Print(TierReach tier) => $"{tier.Tier}: {string.Join(' ', tier.Nodes.Select(node => node.Name))}";

    private static string Print(Bottleneck bottleneck) => $"{bottleneck.Node.Name} {bottleneck.Behind} {bottleneck.OriginsBehind}";
}
