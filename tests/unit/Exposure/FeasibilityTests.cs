using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Feasibility;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class FeasibilityTests
{
    [Fact]
    public void Single_points_of_failure_of_US_OEM_are_exactly_three()
    {
        var answer = Points(SmallWorld.Create(), "US_OEM");

        Assert.True(answer.FeasibleBefore);
        Assert.Equal(["KR_CATHODE", "MX_ECU", "US_PACK"], answer.Points.Select(point => point.Node.Name));
        Assert.Equal(["supplies:US_PACK-US_OEM", "supplies:KR_CATHODE-US_PACK"], answer.Points[0].Relations.Select(id => id.Value));
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Theory]
    [InlineData("CN_REFINE", "CL_MINE")]
    [InlineData("AU_MINE", "CL_MINE")]
    [InlineData("MY_OSAT", "DE_SEMI")]
    public void Pairs_that_together_stop_US_OEM_do_not_alone(string first, string second)
    {
        Assert.True(IsFeasibleWithout(first));
        Assert.True(IsFeasibleWithout(second));
        Assert.False(IsFeasibleWithout(first, second));

        static bool IsFeasibleWithout(params string[] gone) =>
            FeasibilityMeasures.IsFeasibleWithout(SmallWorld.Create().View(), World.Id("US_OEM"), null, gone.Select(World.Id), Ask.Limits, default);
    }

    [Fact]
    public void A_group_that_is_not_essential_is_no_single_point()
    {
        var world = SmallWorld.Create().Change("supplies:MX_ECU-US_OEM", row => row with { Essential = false });

        Assert.Equal(["KR_CATHODE", "US_PACK"], Points(world, "US_OEM").Points.Select(point => point.Node.Name));
    }

    [Fact]
    public void Suppliers_in_a_circle_keep_one_another_alive_until_what_they_need_from_outside_is_gone()
    {
        var world = new World().Firm("A").Firm("B").Firm("ORE").Firm("X")
            .Supply("B", "A", "1001", "b", 1m).Supply("A", "B", "1001", "a", 1m).Supply("ORE", "B", "2601", "ore", 1m).Supply("A", "X", "1001", "a", 1m);

        Assert.Equal(["A", "B", "ORE"], Points(world, "X").Points.Select(point => point.Node.Name));
        Assert.Equal(["B", "ORE"], Points(world, "A").Points.Select(point => point.Node.Name));
    }

    [Fact]
    public void A_buyer_whose_only_evidence_does_not_count_is_infeasible_before()
    {
        var view = SmallWorld.Create().Change("supplies:MX_ECU-US_OEM", row => row with { Confidence = Confidence.Doubtful }).View(new EvidenceRule(Confidence.Reported, true));
        var answer = FeasibilityMeasures.SinglePoints(view, World.Id("US_OEM"), null, Ask.Limits, default);

        Assert.False(answer.FeasibleBefore);
        Assert.Empty(answer.Points);
        Assert.Equal(PrunedBy.Confidence, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void A_supplier_whose_contract_has_ended_is_no_alternative()
    {
        var world = SmallWorld.Create().Change("supplies:DE_SEMI-MX_ECU", row => row with { Valid = new ValidPeriod(null, World.Day) });

        Assert.Contains("MY_OSAT", Points(world, "US_OEM").Points.Select(point => point.Node.Name));
    }

    private static SinglePointsAnswer Points(World world, string of) =>
        FeasibilityMeasures.SinglePoints(world.View(), World.Id(of), null, Ask.Limits, default);
}
