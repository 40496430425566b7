using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Exposures;

namespace GeoGraph.UnitTests.Exposure.Closure;

public sealed class InferenceTests
{
    [Fact]
    public void A_flow_without_stated_transits_passes_what_lies_between_the_ports_of_its_ends()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 10m).Supply("a", "b", "1", "g", 10m).Inferred();

        Assert.Equal(["mouth 1 inferred", "strait 1 inferred"], graph.PassedBy("supplies:a-c"));
        Assert.Equal(["strait 1 inferred"], graph.PassedBy("supplies:a-b"));
    }

    [Fact]
    public void A_flow_keeps_the_transits_that_a_source_states()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 10m, ("ditch", 0.5m)).Inferred();
        Assert.Equal(["ditch 0.5"], graph.PassedBy("supplies:a-c"));
    }

    [Fact]
    public void Nothing_is_inferred_within_a_state_or_without_a_port()
    {
        var graph = ClosureWorld.States().Supply("a", "a2", "1", "g", 10m).Supply("a", "d", "1", "g", 10m).Inferred();

        Assert.Empty(graph.PassedBy("supplies:a-a2"));
        Assert.Empty(graph.PassedBy("supplies:a-d"));
    }

    [Fact]
    public void A_main_port_of_its_own_comes_before_that_of_its_state_and_one_off_the_chart_is_none()
    {
        var graph = ClosureWorld.States().Port("a", "BBBBB").Port("b", "ZZZZZ").Supply("a", "c", "1", "g", 10m).Supply("b", "c", "1", "g", 10m).Inferred();

        Assert.Equal(["mouth 1 inferred"], graph.PassedBy("supplies:a-c"));
        Assert.Empty(graph.PassedBy("supplies:b-c"));
    }

    [Fact]
    public void Exports_between_states_pass_what_lies_between_their_main_ports()
    {
        var world = ClosureWorld.States().Relate(RelationKind.ExportsTo, "state:AA", "state:CC", row => row with { Product = World.Id("hs:1") });
        Assert.Equal(["mouth 1 inferred", "strait 1 inferred"], world.Inferred().PassedBy(world.Relations[^1].Id.Value));
    }

    [Fact]
    public void A_firm_in_several_states_uses_the_port_that_all_of_them_share_or_none()
    {
        var graph = ClosureWorld.States()
            .Relate(RelationKind.LocatedIn, "d", "state:BB").Supply("d", "c", "1", "g", 10m)
            .States("EE").Port("state:EE", "AAAAA").Relate(RelationKind.LocatedIn, "a", "state:EE").Supply("a", "c", "1", "g", 10m).Inferred();

        Assert.Empty(graph.PassedBy("supplies:d-c"));
        Assert.Equal(["mouth 1 inferred", "strait 1 inferred"], graph.PassedBy("supplies:a-c"));
    }

    [Fact]
    public void A_port_is_its_own_port()
    {
        var world = ClosureWorld.States().Node("facility:port-bbbbb", NodeKind.Facility).Supply("facility:port-bbbbb", "c", "1", "g", 10m);
        Assert.Equal(["mouth 1 inferred"], world.Inferred().PassedBy("supplies:port-bbbbb-c"));
    }

    [Fact]
    public void Measures_count_what_is_inferred_as_such()
    {
        var view = ClosureWorld.States().Supply("a", "c", "1", "g", 10m).Inferred().OnDay();

        var answer = ExposureMeasures.Chokepoints(view, World.Id("c"), null, Ask.Limits, CancellationToken.None);

        Assert.Equal(["mouth", "strait"], answer.Figures.Select(figure => figure.Target.Name).Order());
        Assert.All(answer.Figures, figure => Assert.Equal((1m, 0m), (figure.Anywhere.AtLeast, figure.Anywhere.Observed)));
    }

    [Fact]
    public void A_chokepoint_that_is_no_node_of_the_graph_is_left_out()
    {
        var world = new World().States("AA", "CC").Chokepoints("mouth").Port("state:AA", "AAAAA").Port("state:CC", "CCCCC").Firm("a", "AA").Firm("c", "CC").Supply("a", "c", "1", "g", 10m);
        Assert.Equal(["mouth 1 inferred"], world.Inferred().PassedBy("supplies:a-c"));
    }
}
