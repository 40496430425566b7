using GeoGraph.Exposure.Disruption;

namespace GeoGraph.UnitTests.Exposure.Disruption;

public sealed class LostDemandTests
{
    [Fact]
    public void Without_CN_REFINE_all_that_US_OEM_no_longer_takes_is_lost_to_its_suppliers()
    {
        var answer = DisruptionWorld.Create().View().Levels(DisruptionWorld.Without("CN_REFINE"), lostDemand: true);

        // US_OEM at a quarter takes a quarter of its control units, and so on up the chip chain; it takes every pack that still comes.
        Assert.All(["MX_ECU", "MY_OSAT", "DE_SEMI", "TW_FAB", "KR_FAB"], name => Assert.Equal(Exactly(0.25m), answer.Of(name).Demand));
        Assert.All(["US_PACK", "KR_CATHODE"], name => Assert.Equal((Exactly(1m), Exactly(0.25m)), (answer.Of(name).Demand, answer.Of(name).Produces)));
        // AU_MINE sells to CN_REFINE alone; CL_MINE loses 10 of its 30.
        Assert.Equal(Exactly(0m), answer.Of("AU_MINE").Demand);
        Assert.Equal(Exactly(0.666666666667m), answer.Of("CL_MINE").Demand);
        Assert.All(answer.Nodes, node => Assert.NotNull(node.Demand));
    }

    [Fact]
    public void Losing_demand_does_not_lower_what_can_be_delivered_to_others()
    {
        var world = DisruptionWorld.Create().Firm("OTHER").Supply("MX_ECU", "OTHER", "853710", "ecu", 100m);
        var answer = world.View().Levels(DisruptionWorld.Without("CN_REFINE"), lostDemand: true);

        Assert.DoesNotContain("OTHER", answer.Nodes.Select(node => node.Node.Name));
        Assert.Equal(Exactly(1m), answer.Of("MX_ECU").Level);
        // 300 of 400 sold go to US_OEM, which takes a quarter.
        Assert.Equal(Exactly(0.4375m), answer.Of("MX_ECU").Demand);
    }

    [Fact]
    public void Where_a_sale_states_no_value_lost_demand_is_a_range()
    {
        var world = DisruptionWorld.Create().Firm("OTHER").Supply("MX_ECU", "OTHER", "853710", "ecu", null);

        Assert.Equal(new LevelRange(0.25m, 1m), world.View().Levels(DisruptionWorld.Without("CN_REFINE"), lostDemand: true).Of("MX_ECU").Demand);
    }

    private static LevelRange Exactly(decimal level) => new(level, level);
}
