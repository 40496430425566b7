using GeoGraph.Core;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Closure;

public sealed class ClosureTests
{
    private const decimal DegreeKm = 111.195m;

    [Fact]
    public void Without_lanes_the_part_that_passes_is_lost_and_the_reason_told()
    {
        var graph = SmallWorld.Create().Compile().Graph;

        var answer = graph.Shut(SeaNetwork.Empty, null, "chokepoint:taiwan-strait");

        // Half of 80 and all of 20.
        Assert.Equal((60m, 0m), (answer.LostUsd, answer.ReroutedUsd));
        Assert.Equal(["supplies:TW_FAB-MY_OSAT 40", "supplies:KR_FAB-MY_OSAT 20"], answer.Flows.Select(flow => $"{flow.Id} {DecimalText.Print(flow.ValueUsd!.Value)}"));
        Assert.All(answer.Flows, flow => Assert.StartsWith("no sea lanes are in the data", flow.Fate.Reason, StringComparison.Ordinal));
        Assert.Equal(["dover 50 50", "lombok 40 40", "luzon 190 190", "taiwan-strait 60 0"], answer.Told());
    }

    [Fact]
    public void Parts_side_by_side_add_up_and_what_is_lost_is_lost_once()
    {
        var graph = SmallWorld.Create().Compile().Graph;
        Assert.Equal(80m + 20m + 150m, graph.Shut(SeaNetwork.Empty, null, "chokepoint:taiwan-strait", "chokepoint:luzon").LostUsd);
        Assert.Equal(40m + 150m, graph.Shut(SeaNetwork.Empty, null, "chokepoint:luzon").LostUsd);

        var inSeries = ClosureWorld.States().Supply("a", "d", "1", "g", 10m, ("strait", 1m), ("mouth", 1m)).Compile().Graph;
        Assert.Equal(10m, inSeries.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait, ClosureWorld.Mouth).LostUsd);
    }

    [Fact]
    public void A_closure_of_some_days_loses_its_part_of_the_year()
    {
        var graph = SmallWorld.Create().Compile().Graph;
        Assert.Equal(60m * 73m / 365m, graph.Shut(SeaNetwork.Empty, question => question with { Days = 73m }, "chokepoint:taiwan-strait").LostUsd);
    }

    [Fact]
    public void Only_flows_into_an_actor_are_looked_at_where_one_is_named()
    {
        var graph = SmallWorld.Create().Compile().Graph;
        Assert.Equal(20m + 40m, graph.Shut(SeaNetwork.Empty, question => question with { Of = World.Id("US_OEM") }, "chokepoint:taiwan-strait").LostUsd);
        Assert.Empty(graph.Shut(SeaNetwork.Empty, question => question with { Of = World.Id("US_PACK") }, "chokepoint:taiwan-strait").Flows);
    }

    [Fact]
    public void What_can_go_round_does_and_the_others_carry_it()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m).Supply("b", "c", "1", "g", 50m).Inferred();

        var answer = graph.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait);

        Assert.Equal((0m, 100m), (answer.LostUsd, answer.ReroutedUsd));
        Assert.Equal(["north 0 100", "mouth 150 150", "strait 100 0"], answer.Told());
        // Up and down ten degrees, and along ten degrees at 10° north (the great circle, 1095.02 km) in place of ten on the equator.
        var extra = Voyage.Km(Assert.Single(answer.Flows).Fate.Detour!.ExtraMicrometres);
        Assert.InRange(extra, (20 * DegreeKm) + 1095m - (10 * DegreeKm) - 0.5m, (20 * DegreeKm) + 1095m - (10 * DegreeKm) + 0.5m);
        Assert.Equal([("mouth", 1m, 1m), ("north", 0m, 0.666666666667m), ("strait", 0.666666666667m, 0m)],
            answer.Loads.Select(load => (load.Chokepoint.Name, load.ShareBefore!.Value, load.ShareAfter!.Value)).Order());
    }

    [Fact]
    public void Without_rerouting_it_is_lost()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m).Inferred();
        var answer = graph.Shut(ClosureWorld.Sea, question => question with { NoRerouting = true }, ClosureWorld.Strait);

        Assert.Equal((100m, "going round is left out of account"), (answer.LostUsd, answer.Flows[0].Fate.Reason));
        Assert.Null(answer.Loads[0].ShareAfter);
    }

    [Fact]
    public void Where_no_way_is_open_it_is_lost()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m).Supply("a", "b", "1", "g", 7m).Inferred();
        var answer = graph.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait, ClosureWorld.Mouth);

        Assert.Equal((100m, 7m), (answer.LostUsd, answer.ReroutedUsd));
        Assert.Equal([("supplies:a-c", true), ("supplies:a-b", false)], answer.Flows.Select(flow => (flow.Id.Value, flow.IsLost)));
        Assert.Equal("no way by sea is open from AAAAA to CCCCC", answer.Flows[0].Fate.Reason);
    }

    [Theory]
    [InlineData("a", "d", "strait", "no port is known for firm:d")]
    [InlineData("a", "a2", "strait", "both of its ends lie in one state, so no way by sea between them is known")]
    [InlineData("a", "c", "ditch", "chokepoint:ditch has neither a gate nor labelled lanes, so no way round it is known")]
    public void A_stated_passage_with_no_way_round_is_lost_with_the_reason(string from, string to, string passed, string reason)
    {
        var graph = ClosureWorld.States().Supply(from, to, "1", "g", 100m, (passed, 0.4m)).Inferred();
        var answer = graph.Shut(ClosureWorld.Sea, null, "chokepoint:" + passed);

        Assert.Equal((40m, reason), (answer.LostUsd, Assert.Single(answer.Flows).Fate.Reason));
    }

    [Fact]
    public void Of_a_stated_part_just_that_part_goes_round()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m, ("strait", 0.4m), ("mouth", 1m)).Inferred();

        // The six tenths that did not pass keep the mouth; the four that go round pass it too.
        Assert.Equal(["north 0 40", "mouth 100 100", "strait 40 0"], graph.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait).Told());
    }

    [Fact]
    public void What_no_source_says_stays_unknown_and_is_named()
    {
        var world = ClosureWorld.States().Supply("a", "d", "1", "g", 100m, ("strait", 0.5m)).Supply("a", "c", "1", "g", null);
        world.Change("supplies:a-d", row => row with { Transits = [row.Transits[0] with { Share = null }] });

        var answer = world.Inferred().Shut(ClosureWorld.Sea, null, ClosureWorld.Strait);

        Assert.Equal((0m, 0m), (answer.LostUsd, answer.ReroutedUsd));
        Assert.Contains(answer.Unknown, sentence => sentence.Contains("supplies:a-c", StringComparison.Ordinal) && sentence.Contains("value", StringComparison.Ordinal));
        Assert.Contains(answer.Unknown, sentence => sentence.Contains("supplies:a-d", StringComparison.Ordinal));
        Assert.True(answer.Flows.Single(flow => flow.Id.Value == "supplies:a-d").IsLost);
    }

    [Fact]
    public void As_a_scenario_flows_pass_what_they_pass_then_and_lose_what_is_lost()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m).Supply("a", "d", "1", "g", 80m, ("strait", 0.25m)).Supply("b", "c", "1", "g", 50m, ("strait", 1m)).Inferred();
        ShutPassage[] shut = [new(EntityId.Parse(ClosureWorld.Strait), NoRerouting: false)];

        var after = GraphBuilder.Apply(graph, ClosureEffects.Changes(graph, ClosureWorld.Sea, shut, CancellationToken.None)).Graph;

        Assert.Equal(["mouth 1 inferred", "north 1 inferred", "strait 0 inferred"], after.PassedBy("supplies:a-c"));
        Assert.Equal(60m, after.Flows.Value(after.FindFlow(EntityId.Parse("supplies:a-d"))!.Value));
        Assert.Equal(["strait 0"], after.PassedBy("supplies:a-d"));
        // It is told to pass the strait, though the way between its ports does not: it goes that way.
        Assert.Equal(["mouth 1 inferred", "strait 0"], after.PassedBy("supplies:b-c"));
    }

    [Fact]
    public void As_a_scenario_a_flow_that_is_lost_whole_is_gone()
    {
        var graph = ClosureWorld.States().Supply("a", "c", "1", "g", 100m).Inferred();
        ShutPassage[] shut = [new(EntityId.Parse(ClosureWorld.Mouth), NoRerouting: false)];

        Assert.Equal(["supplies:a-c"], ClosureEffects.Changes(graph, ClosureWorld.Sea, shut, CancellationToken.None).Removed.Select(id => id.Value));
        Assert.Equal(0m, Assert.Single(ClosureEffects.Flows(graph, ClosureWorld.Sea, shut, CancellationToken.None)).Delivered);
    }

    [Fact]
    public void A_chokepoint_that_nothing_passes_changes_nothing()
    {
        var graph = ClosureWorld.States().Supply("a", "b", "1", "g", 100m).Inferred();
        Assert.True(ClosureEffects.Changes(graph, ClosureWorld.Sea, [new(EntityId.Parse(ClosureWorld.Mouth), false)], CancellationToken.None).IsEmpty);
        Assert.True(ClosureEffects.Changes(graph, ClosureWorld.Sea, [new(EntityId.Parse("chokepoint:nowhere"), false)], CancellationToken.None).IsEmpty);
    }
}
