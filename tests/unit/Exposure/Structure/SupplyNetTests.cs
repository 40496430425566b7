using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class SupplyNetTests
{
    [Fact]
    public void A_net_says_what_the_view_says() => RandomWorld.ForEach(500, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: true), world =>
    {
        foreach (var evidence in new[] { EvidenceRule.All, new EvidenceRule(Confidence.Reported, false) })
        {
            var view = world.View(evidence);
            var net = SupplyNet.Of(view);
            Assert.Equal(view.Graph.NodeCount, net.NodeCount);
            for (var node = 0; node < net.NodeCount; node++)
            {
                Assert.Equal(view.SupplyGroups(node), net.GroupIndex[net.FirstGroup[node]..net.FirstGroup[node + 1]]);
                Assert.Equal(view.Graph.Flows.FromNode(node).ToArray().Where(view.Counts), net.OutFlows[net.OutStart[node]..net.OutStart[node + 1]].Select(flow => net.FlowIndex[flow]));
            }
            for (var group = 0; group < net.GroupCount; group++)
                AssertGroup(view, net, group);
        }
    });

    [Fact]
    public void Nets_are_kept_with_the_graph_by_date_and_evidence()
    {
        var graph = SmallWorld.Create().Compile().Graph;
        var strict = new EvidenceRule(Confidence.Reported, true);
        SupplyNet Of(int day, EvidenceRule evidence) => SupplyNet.Of(graph.At(World.Day.AddDays(day), RevisionToken.Of("actors", new Revision(1)), evidence));
        var first = Of(0, strict);
        Assert.Same(first, Of(0, new EvidenceRule(Confidence.Reported, true)));
        Assert.NotSame(first, Of(1, strict));
        Assert.NotSame(first, Of(0, EvidenceRule.All));
        Assert.NotSame(first, Of(0, strict));
    }

    [Fact]
    public void Trade_is_left_out_and_outputs_are_there()
    {
        var world = RelianceWorlds.Small().Relate(GeoGraph.Exposure.Compiled.RelationKind.ExportsTo, "state:TW", "state:US", row => row with { Product = EntityId.Parse("hs:854231"), ValueUsdPerYear = 1m });
        var view = world.View();
        var net = SupplyNet.Of(view);
        Assert.Equal((11, 7), (net.FlowCount, net.GroupCount));
        Assert.Equal(1000, net.Output[view.Graph.FindNode(World.Id("US_OEM"))!.Value]);
    }

    private static void AssertGroup(GraphView view, SupplyNet net, int group)
    {
        var shares = view.Shares(net.GroupIndex[group]);
        var flows = Enumerable.Range(net.FirstFlow[group], net.FirstFlow[group + 1] - net.FirstFlow[group]).ToList();
        Assert.Equal(shares.Members.Select(member => member.Flow), flows.Select(flow => net.FlowIndex[flow]));
        Assert.Equal((shares.LeftOut, view.IsEssential(net.GroupIndex[group])), (net.LeftOut[group], net.Essential[group]));
        Assert.Equal((double)shares.Unknown, net.UnknownShare[group], 1e-12);
        for (var i = 0; i < flows.Count; i++)
        {
            Assert.Equal((double)(shares.Members[i].Share ?? 0m), net.Share[flows[i]], 1e-12);
            Assert.Equal((double)(view.Graph.Flows.Value(net.FlowIndex[flows[i]]) ?? 0m), net.Value[flows[i]], 1e-9);
            Assert.Equal((view.Graph.Flows.Supplier(net.FlowIndex[flows[i]]), group), (net.Supplier[flows[i]], net.GroupOfFlow[flows[i]]));
            Assert.Equal(view.Graph.Groups.Buyer(net.GroupIndex[group]), net.Buyer(flows[i]));
        }
    }
}
