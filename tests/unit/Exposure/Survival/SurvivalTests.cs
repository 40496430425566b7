using GeoGraph.Core;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Survival;
using GeoGraph.Exposure.Views;
using GeoGraph.UnitTests.Exposure.Disruption;

namespace GeoGraph.UnitTests.Exposure.Survival;

/// <summary>
/// Stocks of the small world: KR_CATHODE loses three quarters of its lithium and has 30 days of it: 30 / 0.75 = 40 days; US_PACK then draws on 20 days of cathodes
/// for 26⅔ days, US_OEM on 10 days of packs for 13⅓: 80 in all.
/// </summary>
public sealed class SurvivalTests
{
    private static readonly Shock NoRefinery = DisruptionWorld.Without("CN_REFINE") with { Days = 90m };

    [Fact]
    public void US_OEM_survives_80_days_and_loses_10_days_of_three_quarters_when_recovery_takes_90()
    {
        var course = Course(DisruptionWorld.Create().View(), NoRefinery, "US_OEM");

        Assert.Equal(80m, course.SurvivesDays);
        Assert.Equal(90m, course.RecoversAfterDays);
        Assert.Equal(10m, course.GapDays);
        Assert.Equal(10m, course.DaysLost);
        Assert.Equal(7.5m, course.FullDaysLost);
        Assert.Equal(20.55m, Math.Round(course.LostUsd!.Value, 2));
        Assert.Equal(Math.Round(1000m / 365m * 7.5m, 12), course.LostUsd);
        Assert.Equal([new LevelStep(0m, 1m), new LevelStep(80m, 0.25m), new LevelStep(90m, 1m)], course.Steps);
        var shortfall = Assert.Single(course.Shortfalls);
        Assert.Equal(new InputShortfall("pack", 10m, 80m, null, 0.25m), shortfall);
    }

    [Fact]
    public void The_chain_runs_down_stock_by_stock()
    {
        var answer = SurvivalMeasures.TimeTo(DisruptionWorld.Create().View(), NoRefinery, [], Ask.Limits, default);

        Assert.Equal(["US_OEM", "US_PACK", "CN_REFINE", "KR_CATHODE"], answer.Nodes.Select(node => node.Node.Name));
        Assert.Equal([80m, 66.666666666667m, 0m, 40m], answer.Nodes.Select(node => node.Worst.SurvivesDays!.Value));
        Assert.Equal(90m, answer.EndsOnDay);
        Assert.Equal(4, answer.Events);
        Assert.Equal(0, answer.WithoutAmount);
        Assert.Equal(Math.Round(((60m * 90m) + (120m * 0.75m * 50m) + (400m * 0.75m * (90m - (40m + (80m / 3m)))) + (1000m * 7.5m)) / 365m, 10), Math.Round(answer.LostUsd.AtMost, 10));
    }

    [Fact]
    public void Without_stated_days_a_node_recovers_by_its_own()
    {
        var view = DisruptionWorld.Create().Adjust("CN_REFINE", node => node with { RecoveryDays = 100m }).View();

        Assert.Equal(20m, Course(view, NoRefinery with { Days = null }, "US_OEM").DaysLost);
    }

    [Fact]
    public void What_never_recovers_has_no_amount()
    {
        var answer = SurvivalMeasures.TimeTo(DisruptionWorld.Create().View(), NoRefinery with { Days = null }, [], Ask.Limits, default);
        var course = answer.Nodes.Single(node => node.Node.Name == "US_OEM").Worst;

        Assert.Equal((80m, null, null, null, null), (course.SurvivesDays, course.RecoversAfterDays, course.GapDays, course.DaysLost, course.LostUsd));
        Assert.Null(answer.EndsOnDay);
        Assert.Equal(4, answer.WithoutAmount);
    }

    [Fact]
    public void Demand_that_is_met_throughout_has_no_gap()
    {
        var course = Course(DisruptionWorld.Create().View(), NoRefinery with { Days = 80m }, "US_OEM");

        Assert.Equal((null, 0m, 0m, 0m), (course.SurvivesDays, course.GapDays, course.DaysLost, course.LostUsd));
        Assert.Equal([new LevelStep(0m, 1m)], course.Steps);
        Assert.Empty(course.Shortfalls);
    }

    [Fact]
    public void A_closure_of_flows_ends_on_its_own_day()
    {
        var view = DisruptionWorld.Create().View();
        var flow = view.Graph.FindFlow(EntityId.Parse("supplies:CN_REFINE-KR_CATHODE"))!.Value;
        var shock = new Shock { Removed = [World.Id("CN_REFINE")], Days = 10m, Delivered = new Dictionary<int, decimal> { [flow] = 0m }, ClosureDays = 85m };
        var course = Course(view, shock, "US_OEM");

        Assert.Equal((80m, 85m), (course.SurvivesDays, course.RecoversAfterDays));
    }

    [Fact]
    public void A_stock_that_goes_down_at_two_speeds_is_summed()
    {
        // 10 days of a. Without A1 (half of it) the stock goes down at 1/2 a day; once A2's own stock of 6 days is gone, at 1 a day: 6 days take 3, the rest 7 more.
        var world = new World().Firm("ORE").Firm("A1").Firm("A2").Firm("BUYER")
            .Supply("A1", "BUYER", "1", "a", 50m).Supply("A2", "BUYER", "1", "a", 50m).Supply("ORE", "A2", "2", "ore", 1m)
            .Stock("BUYER", "a", 10m).Stock("A2", "ore", 6m);
        var course = Course(world.View(), DisruptionWorld.Without("A1", "ORE") with { Days = 20m }, "BUYER");

        Assert.Equal(13m, course.SurvivesDays);
        Assert.Equal(7m, course.FullDaysLost);
        Assert.Equal(new InputShortfall("a", 10m, 13m, 13m, 0m), Assert.Single(course.Shortfalls));
    }

    [Fact]
    public void A_buyer_held_down_by_one_input_draws_less_on_the_stock_of_another()
    {
        // From day 0 BUYER runs at a half for want of b, and gets a half of a: its stock of a is not touched.
        var world = new World().Firm("A1").Firm("A2").Firm("B1").Firm("B2").Firm("BUYER")
            .Supply("A1", "BUYER", "1", "a", 1m).Supply("A2", "BUYER", "1", "a", 1m).Supply("B1", "BUYER", "2", "b", 1m).Supply("B2", "BUYER", "2", "b", 1m)
            .Stock("BUYER", "a", 10m);
        var course = Course(world.View(), DisruptionWorld.Without("A1", "B1") with { Days = 100m }, "BUYER");

        Assert.Equal([new LevelStep(0m, 0.5m), new LevelStep(100m, 1m)], course.Steps);
        Assert.Equal("b", Assert.Single(course.Shortfalls).Group);
    }

    [Fact]
    public void Stocks_that_run_out_on_one_day_are_one_event()
    {
        var world = new World().Firm("ORE");
        for (var i = 0; i < 5; i++)
            world.Firm($"F{i}").Supply("ORE", $"F{i}", "1", "ore", 1m).Stock($"F{i}", "ore", 7m);
        var answer = SurvivalMeasures.TimeTo(world.View(), DisruptionWorld.Without("ORE"), [], Ask.Limits, default);

        Assert.Equal(1, answer.Events);
        Assert.All(answer.Nodes.Where(node => !node.IsRemoved), node => Assert.Equal(7m, node.Worst.SurvivesDays));
    }

    [Fact]
    public void A_circle_lives_on_its_stock_and_then_falls_together()
    {
        var world = new World().Firm("A").Firm("B").Firm("ORE")
            .Supply("B", "A", "1", "in", 50m).Supply("ORE", "A", "1", "in", 50m).Supply("A", "B", "2", "in", 100m).Stock("A", "in", 5m);
        var answer = SurvivalMeasures.TimeTo(world.View(), DisruptionWorld.Without("ORE") with { Days = 30m }, [], Ask.Limits, default);

        Assert.All(answer.Nodes.Where(node => !node.IsRemoved), node => Assert.Equal([new LevelStep(0m, 1m), new LevelStep(10m, 0m), new LevelStep(30m, 1m)], node.Worst.Steps));
    }

    [Fact]
    public void Where_shares_are_unknown_there_is_a_worst_and_a_best_course()
    {
        var world = new World().Firm("A").Firm("B").Firm("BUYER").Supply("A", "BUYER", "1", "a", null).Supply("B", "BUYER", "1", "a", null).Stock("BUYER", "a", 4m);
        var survival = SurvivalMeasures.TimeTo(world.View(), DisruptionWorld.Without("A") with { Days = 9m }, [World.Id("BUYER")], Ask.Limits, default).Nodes[0];

        Assert.Equal(4m, survival.Worst.SurvivesDays);
        Assert.Equal(5m, survival.Worst.DaysLost);
        Assert.Null(survival.Best.SurvivesDays);
    }

    private static SurvivalCourse Course(GraphView view, Shock shock, string name) =>
        SurvivalMeasures.TimeTo(view, shock, [World.Id(name)], Ask.Limits, default).Nodes.Single().Worst;
}
