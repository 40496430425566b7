using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>The figures of the small world, and what each rule of <see cref="LossFormula"/> says.</summary>
public sealed class DisruptionTests
{
    private static readonly Shock NoRefinery = DisruptionWorld.Without("CN_REFINE");

    [Fact]
    public void Without_CN_REFINE_all_behind_it_stand_at_a_quarter_and_1200_of_2250_is_lost()
    {
        var answer = DisruptionWorld.Create().View().Levels(NoRefinery);

        Assert.Equal(["US_OEM", "US_PACK", "KR_CATHODE", "CN_REFINE"], answer.Nodes.Select(node => node.Node.Name));
        Assert.All(answer.Nodes.Take(3), node => Assert.Equal(new LevelRange(0.25m, 0.25m), node.Level));
        Assert.Equal(new LevelRange(0m, 0m), answer.Nodes[3].Level);
        Assert.True(answer.Nodes[3].IsRemoved);
        Assert.Equal([750m, 300m, 90m, 60m], answer.Nodes.Select(node => node.LostPerYear!.Value.AtMost));
        Assert.Equal(new OutputLoss(new AmountRange(1200m, 1200m), 2250m, new AmountRange(1140m, 1140m), 1520m, 0), answer.Output);
        Assert.True(answer.Basis.Completeness.IsComplete);
        Assert.True(answer.IsSettled);
    }

    [Fact]
    public void With_US_OEM_linear_it_stands_at_four_sevenths() =>
        Assert.Equal(ShareRange.Round(4m / 7m), DisruptionWorld.Create().View().Levels(NoRefinery with { Linear = [World.Id("US_OEM")] }).Of("US_OEM").Level.AtMost);

    [Fact]
    public void With_packs_marked_inessential_it_stands_at_four_sevenths_too()
    {
        var world = DisruptionWorld.Create().Change("supplies:US_PACK-US_OEM", row => row with { Essential = false });

        Assert.Equal(new LevelRange(0.571428571429m, 0.571428571429m), world.View().Levels(NoRefinery).Of("US_OEM").Level);
    }

    [Theory]
    [InlineData("MY_OSAT", 0.25)]
    [InlineData("TW_FAB", 0.40)]
    [InlineData("KR_FAB", 0.85)]
    [InlineData("DE_SEMI", 0.75)]
    [InlineData("AU_MINE", 0.40)]
    [InlineData("CL_MINE", 0.60)]
    [InlineData("KR_CATHODE", 0)]
    [InlineData("MX_ECU", 0)]
    [InlineData("US_PACK", 0)]
    [InlineData("CN_REFINE", 0.25)]
    public void Level_of_US_OEM_when_one_node_is_gone(string gone, double level) =>
        Assert.Equal(new LevelRange((decimal)level, (decimal)level), DisruptionWorld.Create().View().Levels(DisruptionWorld.Without(gone)).Of("US_OEM").Level);

    [Fact]
    public void Each_level_names_the_input_that_holds_it_down_and_the_way_back_to_the_shock()
    {
        var reason = DisruptionWorld.Create().View().Levels(NoRefinery).Of("US_OEM").Reason!;

        Assert.Equal("pack", reason.Group);
        Assert.Equal("supplies:US_PACK-US_OEM", reason.Flow.Value);
        Assert.Equal("US_OEM < US_PACK < KR_CATHODE < CN_REFINE", reason.Chain.Path());
        Assert.Equal(0.75m, reason.Chain.Share);
        Assert.True(reason.ReachesShock);
    }

    [Fact]
    public void A_flow_of_which_a_part_arrives_lowers_its_buyer_and_is_the_reason()
    {
        var view = DisruptionWorld.Create().View();
        var answer = view.Levels(new Shock { Delivered = new Dictionary<int, decimal> { [view.Graph.FindFlow(EntityId.Parse("supplies:MY_OSAT-MX_ECU"))!.Value] = 0.2m } });

        Assert.Equal(0.4m, answer.Of("MX_ECU").Level.AtMost);
        Assert.Equal(0.4m, answer.Of("US_OEM").Level.AtLeast);
        Assert.Equal("US_OEM < MX_ECU < MY_OSAT", answer.Of("US_OEM").Reason!.Chain.Path());
        Assert.Equal(["US_OEM", "MX_ECU"], answer.Nodes.Select(node => node.Node.Name));
    }

    [Fact]
    public void A_shock_that_takes_nothing_away_changes_nothing()
    {
        var view = DisruptionWorld.Create().View();
        var answer = view.Levels(new Shock { Delivered = new Dictionary<int, decimal> { [0] = 1m }, Linear = [World.Id("US_OEM")] }, lostDemand: true);

        Assert.Empty(answer.Nodes);
        Assert.Equal(new AmountRange(0m, 0m), answer.Output.InAll);
    }

    [Fact]
    public void An_inessential_input_costs_its_weight_where_it_falls_short_of_the_pace_that_essential_ones_set()
    {
        // BUYER needs a (value 60, essential) and takes b (value 40): at a pace of 0.5 half of b would do.
        var world = new World().Firm("A1").Firm("A2").Firm("B1").Firm("B2").Firm("BUYER")
            .Supply("A1", "BUYER", "1", "a", 30m).Supply("A2", "BUYER", "1", "a", 30m).Supply("B1", "BUYER", "2", "b", 30m).Supply("B2", "BUYER", "2", "b", 10m)
            .Change("supplies:B1-BUYER", row => row with { Essential = false }).Change("supplies:B2-BUYER", row => row with { Essential = false });

        Assert.Equal(0.7m, Level(world, "B1"));
        Assert.Equal(0.5m, Level(world, "A1", "B2"));
        Assert.Equal(0.5m - (0.4m * 0.25m), Level(world, "A1", "B1"));
        Assert.Equal(0m, Level(world, "A1", "A2"));
        Assert.Equal(0.6m, Level(world, "B1", "B2"));
    }

    [Fact]
    public void Where_shares_are_unknown_a_level_is_a_range()
    {
        var world = new World().Firm("A").Firm("B").Firm("BUYER").Supply("A", "BUYER", "1", "a", null).Supply("B", "BUYER", "1", "a", null);

        Assert.Equal(new LevelRange(0m, 1m), world.View().Levels(DisruptionWorld.Without("A")).Of("BUYER").Level);
        Assert.Equal(new LevelRange(0m, 0m), world.View().Levels(DisruptionWorld.Without("A", "B")).Of("BUYER").Level);
        world.Change("supplies:A-BUYER", row => row with { Share = 0.6m });
        Assert.Equal(new LevelRange(0m, 0.4m), world.View().Levels(DisruptionWorld.Without("A")).Of("BUYER").Level);
        Assert.Equal(new LevelRange(0.6m, 1m), world.View().Levels(DisruptionWorld.Without("B")).Of("BUYER").Level);
    }

    [Fact]
    public void Where_the_weights_of_inessential_inputs_are_unknown_a_level_is_a_range()
    {
        var world = new World().Firm("A").Firm("B").Firm("BUYER").Supply("A", "BUYER", "1", "a", 1m).Supply("B", "BUYER", "2", "b", null);

        Assert.Equal(new LevelRange(0m, 1m), world.View().Levels(DisruptionWorld.Without("A") with { Linear = [World.Id("BUYER")] }).Of("BUYER").Level);
        Assert.Equal(new LevelRange(0m, 0m), world.View().Levels(DisruptionWorld.Without("A", "B") with { Linear = [World.Id("BUYER")] }).Of("BUYER").Level);
    }

    [Fact]
    public void Evidence_that_does_not_count_leaves_its_part_unknown()
    {
        var view = DisruptionWorld.Create().Change("supplies:CN_REFINE-KR_CATHODE", row => row with { Confidence = Confidence.Doubtful })
            .View(new EvidenceRule(Confidence.Reported, true));

        Assert.Equal(new LevelRange(0.25m, 1m), view.Levels(NoRefinery).Of("KR_CATHODE").Level);
    }

    [Fact]
    public void In_a_circle_losses_go_round_until_they_stand_still()
    {
        // A takes half of its input from B and half from ORE; B takes all of its own from A: without ORE, a = 1/2 b and b = a, so both come to rest at 0.
        var world = new World().Firm("A").Firm("B").Firm("ORE").Firm("X")
            .Supply("B", "A", "1", "in", 50m).Supply("ORE", "A", "1", "in", 50m).Supply("A", "B", "2", "in", 100m).Supply("A", "X", "2", "in", 1m);
        var answer = world.View().Levels(DisruptionWorld.Without("ORE"));

        Assert.All(["A", "B", "X"], name => Assert.Equal(new LevelRange(0m, 0m), answer.Of(name).Level));
        Assert.True(answer.IsSettled);
        Assert.Equal("B < A < ORE", answer.Of("B").Reason!.Chain.Path());
    }

    [Fact]
    public void Suppliers_in_a_circle_keep_one_another_alive_where_nothing_outside_is_gone()
    {
        var world = new World().Firm("A").Firm("B").Firm("C").Supply("B", "A", "1", "in", 1m).Supply("A", "B", "1", "in", 1m).Supply("A", "C", "1", "in", 1m);

        Assert.Equal(["C"], world.View().Levels(DisruptionWorld.Without("C")).Nodes.Select(node => node.Node.Name));
    }

    [Fact]
    public void What_is_asked_about_is_listed_whether_or_not_it_loses()
    {
        var answer = DisruptionMeasures.Levels(DisruptionWorld.Create().View(), NoRefinery, [World.Id("MX_ECU"), World.Id("US_OEM")], false, Ask.Limits, default);

        Assert.Equal([("US_OEM", 0.25m), ("MX_ECU", 1m)], answer.Nodes.Select(node => (node.Node.Name, node.Level.AtLeast)));
        Assert.Equal(1200m, answer.Output.InAll.AtLeast);
    }

    [Fact]
    public void A_shock_out_of_bounds_is_refused_with_every_field()
    {
        var shock = new Shock { Days = 0m, ClosureDays = 40_000m, Delivered = new Dictionary<int, decimal> { [-1] = 0.5m, [0] = 1.5m } };
        var error = Assert.Throws<GeoGraphException>(() => DisruptionWorld.Create().View().Levels(shock));

        Assert.Equal(ErrorReason.InvalidRequest, error.Reason);
        Assert.Equal(["shock.days", "shock.closure_days", "shock.delivered", "shock.delivered"], error.Violations.Select(violation => violation.Field));
        Assert.Equal(ErrorReason.NotFound, Assert.Throws<GeoGraphException>(() => DisruptionWorld.Create().View().Levels(DisruptionWorld.Without("NOBODY"))).Reason);
    }

    [Fact]
    public void A_limit_on_relations_is_said()
    {
        var answer = DisruptionWorld.Create().View().Levels(NoRefinery, limits: new TraceLimits { MaxRelations = 1 });

        Assert.Equal(PrunedBy.Limit, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Cancelling_stops_the_work() => Assert.ThrowsAny<OperationCanceledException>(() =>
        DisruptionMeasures.Levels(DisruptionWorld.Create().View(), NoRefinery, [], false, Ask.Limits, new CancellationToken(canceled: true)));

    private static decimal Level(World world, params string[] gone) => world.View().Levels(DisruptionWorld.Without(gone)).Of("BUYER").Level.AtLeast;
}
