using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Reliance;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class RelianceTests
{
    private static readonly TraceLimits Limits = new() { MaxResults = 100_000 };

    [Theory]
    [InlineData("CN_REFINE", 3, 0, 0.06, 0.01)]
    [InlineData("TW_FAB", 3, 0, 0.08, 0.08)]
    [InlineData("KR_FAB", 3, 0, 0.02, 0.02)]
    [InlineData("MY_OSAT", 2, 0, 0.15, 0.05)]
    [InlineData("DE_SEMI", 2, 0, 0.05, 0.05)]
    [InlineData("MX_ECU", 1, 0.3, 0.3, 0.1)]
    [InlineData("US_PACK", 1, 0.4, 0.4, 0.28)]
    [InlineData("KR_CATHODE", 2, 0, 0.12, 0.04)]
    [InlineData("CL_MINE", 3, 0, 0.03, 0.03)]
    [InlineData("AU_MINE", 4, 0, 0.04, 0.04)]
    public void Small_world_has_its_figures(string on, int tier, decimal direct, decimal gross, decimal valueAdded)
    {
        var answer = Ask(RelianceWorlds.Small(), "US_OEM");
        var figure = Assert.Single(answer.Figures, figure => figure.On == World.Id(on));
        Assert.Equal((tier, direct, gross, gross, false), (figure.Tier, figure.Direct, figure.Gross, figure.GrossObserved, figure.GrossIsLeast));
        Assert.Equal(ShareRange.Exactly(valueAdded, inferred: false), figure.ValueAdded);
    }

    [Fact]
    public void Small_world_is_complete_exact_and_sums_to_one()
    {
        var answer = Ask(RelianceWorlds.Small(), "US_OEM");
        Assert.True(answer.Basis.Completeness.IsComplete);
        Assert.Equal((0m, 0, 0, 10), (answer.ErrorBound, answer.Sweeps, answer.TotalFindings, answer.TotalFigures));
        Assert.Equal(1m, answer.OwnValueAdded!.Value.AtLeast + answer.Figures.Sum(figure => figure.ValueAdded!.Value.AtLeast));
        var chain = answer.Figures.Single(figure => figure.On == World.Id("CN_REFINE")).Chain!;
        Assert.Equal("US_OEM < US_PACK < KR_CATHODE < CN_REFINE", chain.Path());
        Assert.Equal(0.06m, chain.Share);
    }

    [Fact]
    public void One_group_and_one_supplier_can_be_asked_for()
    {
        var view = RelianceWorlds.Small().View();
        var pack = RelianceMeasures.Of(view, new RelianceQuestion(World.Id("US_OEM"), "pack", [World.Id("CL_MINE")]), Limits, default);
        Assert.Equal(0.03m, Assert.Single(pack.Figures).Gross);
        Assert.Null(pack.OwnValueAdded);
        var none = RelianceMeasures.Of(view, new RelianceQuestion(World.Id("US_OEM"), "pack", [World.Id("TW_FAB")]), Limits, default);
        Assert.Equal((0m, 0m, ShareRange.Zero), (none.Figures[0].Gross, none.Figures[0].Direct, none.Figures[0].ValueAdded));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_worlds_equal_the_dense_inverse(bool cyclic)
    {
        var number = 0;
        RandomWorld.ForEach(400, new WorldShape(Cyclic: cyclic, SeveralGroups: true), world =>
        {
            RelianceWorlds.WithOutputs(world, number++);
            RelianceWorlds.AssertEqualsDense(world, World.Id("F0"), Ask(world, "F0"), 1e-11);
            var last = RandomWorld.Name(RandomWorld.CountOf(world) - 1);
            RelianceWorlds.AssertEqualsDense(world, World.Id(last), Ask(world, last), 1e-11);
        });
    }

    [Theory]
    [InlineData(49, 100)]
    [InlineData(150, 600)]
    [InlineData(300, 300)]
    public void Large_circles_are_iterated_to_a_proven_bound(int firms, int chords)
    {
        var world = RelianceWorlds.Circle(firms, chords, firms);
        var answer = Ask(world, "F0");
        Assert.True(answer.Sweeps > 0);
        Assert.InRange(answer.ErrorBound, 0m, RelianceQuestion.DefaultTolerance);
        Assert.True(answer.Basis.Completeness.IsComplete);
        RelianceWorlds.AssertEqualsDense(world, World.Id("F0"), answer, 1e-11);
    }

    [Fact]
    public void A_loose_tolerance_bounds_the_true_error()
    {
        var world = RelianceWorlds.Circle(120, 500, 7);
        var (firms, leontief, _) = RelianceWorlds.Dense(world);
        foreach (var tolerance in new[] { 0.001m, 0.00001m, 0.0000001m })
        {
            var answer = RelianceMeasures.Of(world.View(), new RelianceQuestion(World.Id("F0")) { Tolerance = tolerance }, Limits, default);
            var error = answer.Figures.Sum(figure => Math.Abs((double)figure.Gross - leontief[firms.ToList().IndexOf(figure.On), 0]));
            Assert.InRange(answer.ErrorBound, 0m, tolerance);
            Assert.InRange(error, 0, (double)answer.ErrorBound + 1e-10);
        }
    }

    [Fact]
    public void Too_few_sweeps_are_told()
    {
        var answer = RelianceMeasures.Of(
            RelianceWorlds.Circle(100, 100, 3).View(), new RelianceQuestion(World.Id("F0")) { MaxSweeps = 1 }, Limits, default);
        Assert.All(answer.Findings, finding => Assert.Equal(RelianceFault.NoConvergence, finding.Fault));
        Assert.Equal(100, answer.TotalFindings);
        Assert.All(answer.Figures, figure => Assert.True(figure.GrossIsLeast));
    }

    [Fact]
    public void Order_of_rows_does_not_matter() => RandomWorld.ForEach(100, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: true), world =>
    {
        RelianceWorlds.WithOutputs(world, 1);
        var before = Ask(world, "F0");
        world.Nodes.Reverse();
        world.Relations.Reverse();
        var after = Ask(world, "F0");
        Assert.Equal(before.Figures.Select(figure => figure with { Chain = null }), after.Figures.Select(figure => figure with { Chain = null }));
        Assert.Equal(before.Findings, after.Findings);
    });

    [Fact]
    public void A_long_chain_needs_no_stack()
    {
        var world = new World().Firm("F0").WithOutput("F0", 1m);
        for (var firm = 1; firm < 20_000; firm++)
            world.Firm(RelianceWorlds.Name(firm)).Supply(RelianceWorlds.Name(firm), RelianceWorlds.Name(firm - 1), "1001", "g", 1m);
        for (var firm = 1; firm < 20_000; firm++)
            world.Nodes[firm] = world.Nodes[firm] with { OutputUsdPerYear = 1m };
        var answer = RelianceMeasures.Of(world.View(EvidenceRule.All), new RelianceQuestion(World.Id("F0")), Limits with { MaxChains = 0 }, default);
        Assert.All(answer.Figures, figure => Assert.Equal(1m, figure.Gross));
        Assert.Equal(19_999, answer.Figures.Max(figure => figure.Tier));
    }

    private static RelianceAnswer Ask(World world, string of) => RelianceMeasures.Of(world.View(), new RelianceQuestion(World.Id(of)), Limits, default);
}
