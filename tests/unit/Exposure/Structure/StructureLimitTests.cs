using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class StructureLimitTests
{
    [Fact]
    public void What_is_cut_is_told()
    {
        var view = SmallWorld.Create().View();
        var shallow = ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, new TraceLimits { MaxTier = 3 }, default);
        Assert.Equal((9, PrunedBy.Depth), (shallow.Total, shallow.Basis.Completeness.PrunedBy));
        Assert.Equal(PrunedBy.Nothing, ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, new TraceLimits { MaxTier = 4 }, default).Basis.Completeness.PrunedBy);
        Assert.Equal(PrunedBy.Depth, ReachMeasures.Of(view, World.Id("AU_MINE"), ReachDirection.Downstream, new TraceLimits { MaxTier = 3 }, default).Basis.Completeness.PrunedBy);
        Assert.Equal(PrunedBy.Limit, ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, new TraceLimits { MaxRelations = 5 }, default).Basis.Completeness.PrunedBy);
        var few = ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, new TraceLimits { MaxResults = 3 }, default);
        Assert.Equal((10, 3, PrunedBy.Limit), (few.Total, few.Tiers.Sum(tier => tier.Nodes.Count), few.Basis.Completeness.PrunedBy));
        Assert.Equal(PrunedBy.Limit, BottleneckMeasures.Of(view, World.Id("US_OEM"), null, new TraceLimits { MaxRelations = 5 }, default).Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Evidence_that_does_not_count_is_no_way()
    {
        var view = SmallWorld.Create().Change("supplies:DE_SEMI-MX_ECU", row => row with { Inferred = true }).View(new EvidenceRule(Confidence.Unspecified, false));
        var reach = ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, TraceLimits.Default, default);
        Assert.Equal((9, PrunedBy.Confidence), (reach.Total, reach.Basis.Completeness.PrunedBy));
        Assert.Equal(PrunedBy.Confidence, BottleneckMeasures.Of(view, World.Id("US_OEM"), null, TraceLimits.Default, default).Basis.Completeness.PrunedBy);
        Assert.Equal(PrunedBy.Confidence, BrokerMeasures.Rank(view, new BrokerQuestion(), TraceLimits.Default, default).Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Bad_bounds_and_absent_nodes_are_refused()
    {
        var view = SmallWorld.Create().View();
        Assert.Equal(ErrorReason.NotFound, Refused(() => ReachMeasures.Of(view, World.Id("NOBODY"), ReachDirection.Upstream, TraceLimits.Default, default)));
        Assert.Equal(ErrorReason.NotFound, Refused(() => BottleneckMeasures.Of(view, World.Id("US_OEM"), "paint", TraceLimits.Default, default)));
        Assert.Equal(ErrorReason.InvalidRequest, Refused(() => ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, new TraceLimits { MaxTier = 0 }, default)));
        Assert.Equal(ErrorReason.InvalidRequest, Refused(() => BrokerMeasures.Rank(view, new BrokerQuestion(Samples: -1), TraceLimits.Default, default)));
    }

    [Fact]
    public void Nothing_upstream_is_an_answer_and_cancelling_stops()
    {
        var view = SmallWorld.Create().View();
        Assert.Empty(ReachMeasures.Of(view, World.Id("AU_MINE"), ReachDirection.Upstream, TraceLimits.Default, default).Tiers);
        Assert.Empty(BottleneckMeasures.Of(view, World.Id("AU_MINE"), null, TraceLimits.Default, default).Bottlenecks);
        Assert.Empty(BrokerMeasures.Rank(new World().Firm("A").View(), new BrokerQuestion(), TraceLimits.Default, default).Brokers);
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => ReachMeasures.Of(view, World.Id("US_OEM"), ReachDirection.Upstream, TraceLimits.Default, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => BrokerMeasures.Rank(view, new BrokerQuestion(), TraceLimits.Default, cancelled));
    }

    [Fact]
    public void A_long_chain_needs_no_stack()
    {
        var world = new World().Firm("F0");
        for (var firm = 1; firm < 20_000; firm++)
            world.Firm($"F{firm}").Supply($"F{firm}", $"F{firm - 1}", "1001", "g", 1m);
        var answer = BottleneckMeasures.Of(world.View(), World.Id("F0"), null, new TraceLimits { MaxResults = 2 }, default);
        Assert.Equal((19_999, "F1", 19_998L), (answer.TotalBottlenecks, answer.Bottlenecks[0].Node.Name, answer.Bottlenecks[0].Behind));
    }

    private static ErrorReason Refused(Action question) => Assert.Throws<GeoGraphException>(question).Reason;
}
