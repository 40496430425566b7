using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Reliance;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class RelianceDataTests
{
    [Fact]
    public void An_output_that_nobody_states_is_not_looked_through()
    {
        var answer = Ask(RelianceWorlds.Small().WithOutput("MY_OSAT", null), new RelianceQuestion(World.Id("US_OEM")));
        Assert.Equal(new RelianceFinding(World.Id("MY_OSAT"), RelianceFault.OutputUnknown, "inputs of 100 USD a year and no stated output"), Assert.Single(answer.Findings));
        var fab = answer.Figures.Single(figure => figure.On == World.Id("TW_FAB"));
        Assert.Equal((0m, true), (fab.Gross, fab.GrossIsLeast));
        Assert.Equal(new ShareRange(0m, 0.15m, 0m), fab.ValueAdded);
        Assert.Equal(new ShareRange(0m, 0.15m, 0m), answer.Figures.Single(figure => figure.On == World.Id("MY_OSAT")).ValueAdded);
        Assert.Equal((0.06m, false), (answer.Figures.Single(figure => figure.On == World.Id("CN_REFINE")).Gross, answer.Figures.Single(figure => figure.On == World.Id("CN_REFINE")).GrossIsLeast));
    }

    [Fact]
    public void Sales_stand_in_for_an_output_only_where_asked_and_are_inferred()
    {
        var answer = Ask(RelianceWorlds.Small().WithOutput("MY_OSAT", null), new RelianceQuestion(World.Id("US_OEM")) { OutputFromSales = true });
        Assert.Equal((RelianceFault.OutputFromSales, "sales of 150 USD a year"), (answer.Findings[0].Fault, answer.Findings[0].Detail));
        var fab = answer.Figures.Single(figure => figure.On == World.Id("TW_FAB"));
        Assert.Equal((0.08m, 0m, false), (fab.Gross, fab.GrossObserved, fab.GrossIsLeast));
        Assert.True(fab.Chain!.Inferred);
    }

    [Fact]
    public void Without_the_buyers_output_data_are_missing()
    {
        var refused = Assert.Throws<GeoGraphException>(() => Ask(RelianceWorlds.Small().WithOutput("US_OEM", null), new RelianceQuestion(World.Id("US_OEM"))));
        Assert.Equal(ErrorReason.DataMissing, refused.Reason);
        Assert.Equal("of 'firm:US_OEM' has inputs of 700 USD a year and no stated output: there is nothing to set its inputs against.", refused.Message);
    }

    [Fact]
    public void A_buyer_without_inputs_rests_on_nobody()
    {
        var answer = Ask(RelianceWorlds.Small().WithOutput("CL_MINE", null), new RelianceQuestion(World.Id("CL_MINE")));
        Assert.Empty(answer.Figures);
        Assert.Equal(ShareRange.One, answer.OwnValueAdded);
    }

    [Fact]
    public void A_value_that_nobody_states_leaves_a_range()
    {
        var world = RelianceWorlds.Small().Change("supplies:KR_FAB-MY_OSAT", row => row with { ValueUsdPerYear = null, Share = 0.2m });
        var answer = Ask(world, new RelianceQuestion(World.Id("US_OEM")));
        Assert.Equal(RelianceFault.ValueUnknown, Assert.Single(answer.Findings).Fault);
        var (fab, known) = (answer.Figures.Single(figure => figure.On == World.Id("KR_FAB")), answer.Figures.Single(figure => figure.On == World.Id("TW_FAB")));
        Assert.Equal((0m, true, new ShareRange(0m, 0.07m, 0m)), (fab.Gross, fab.GrossIsLeast, fab.ValueAdded));
        Assert.Equal((0.08m, false), (known.Gross, known.GrossIsLeast));
    }

    [Fact]
    public void Inputs_worth_more_than_the_output_are_told_and_looked_through()
    {
        var answer = Ask(RelianceWorlds.Small().WithOutput("MY_OSAT", 75m), new RelianceQuestion(World.Id("US_OEM")));
        var finding = Assert.Single(answer.Findings);
        Assert.Equal((RelianceFault.InputsExceedOutput, "inputs of 100 and an output of 75 USD a year"), (finding.Fault, finding.Detail));
        Assert.Null(answer.Figures.Single(figure => figure.On == World.Id("MY_OSAT")).ValueAdded);
        Assert.Equal(0.16m, answer.Figures.Single(figure => figure.On == World.Id("TW_FAB")).Gross);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public void A_circle_that_adds_no_value_is_told_and_stops_there(int firms)
    {
        var world = new World().Firm("US").WithOutput("US", 100m);
        for (var firm = 0; firm < firms; firm++)
            world.Firm(RelianceWorlds.Name(firm)).WithOutput(RelianceWorlds.Name(firm), 10m);
        for (var firm = 0; firm < firms; firm++)
            world.Supply(RelianceWorlds.Name(firm), RelianceWorlds.Name((firm + 1) % firms), "1001", "g", 10m);
        var answer = Ask(world.Supply("F0", "US", "1001", "g", 50m), new RelianceQuestion(World.Id("US")) { MaxSweeps = 1000 });
        Assert.Equal(firms, answer.Findings.Count(finding => finding.Fault == RelianceFault.NoConvergence));
        Assert.Equal(0.5m, answer.Figures[0].Gross);
        Assert.All(answer.Figures, figure => Assert.True(figure.GrossIsLeast));
        Assert.Equal(new ShareRange(0.5m, 0.5m, 0.5m), answer.OwnValueAdded);
    }

    [Fact]
    public void A_figure_that_grows_beyond_all_proportion_tier_by_tier_is_told_and_not_passed_on()
    {
        var answer = Ask(RelianceWorlds.Growing(15, 900m), new RelianceQuestion(World.Id("F0")));
        Assert.Equal([900m, 810_000m, 729_000_000m, 656_100_000_000m], answer.Figures.Take(4).Select(figure => figure.Gross).Order());
        Assert.Equal("F4", Assert.Single(answer.Findings, finding => finding.Fault == RelianceFault.OutOfProportion).Node.Name);
        Assert.Equal(14, answer.TotalFigures);
        Assert.All(answer.Figures.Skip(4), figure => Assert.Equal((0m, true), (figure.Gross, figure.GrossIsLeast)));
    }

    [Fact]
    public void A_circle_that_a_figure_beyond_all_proportion_comes_to_is_told_as_that()
    {
        // Round the circle comes 900 times 0.0001, so that it adds value.
        var answer = Ask(RelianceWorlds.Growing(7, 900m).Supply("F4", "F5", "1001", "g", 0.0001m), new RelianceQuestion(World.Id("F0")));
        Assert.Equal(["F4 OutOfProportion", "F5 OutOfProportion"],
            answer.Findings.Where(finding => finding.Fault != RelianceFault.InputsExceedOutput).Select(finding => $"{finding.Node.Name} {finding.Fault}"));
    }

    [Fact]
    public void Zero_output_with_positive_inputs_is_told()
    {
        var world = new World().Firm("A").Firm("B").Firm("C").WithOutput("A", 10m).WithOutput("B", 0m)
            .Supply("C", "B", "1001", "g", 5m).Supply("B", "A", "1001", "g", null);
        var answer = Ask(world, new RelianceQuestion(World.Id("A")));
        Assert.Equal([RelianceFault.ValueUnknown, RelianceFault.OutputZero], answer.Findings.Select(finding => finding.Fault));
        Assert.All(answer.Figures, figure => Assert.True(figure.GrossIsLeast));
    }

    [Fact]
    public void Evidence_and_limits_that_leave_inputs_out_are_told()
    {
        var world = RelianceWorlds.Small().Change("supplies:KR_FAB-MY_OSAT", row => row with { Inferred = true });
        var strict = RelianceMeasures.Of(world.View(new EvidenceRule(Confidence.Unspecified, false)), new RelianceQuestion(World.Id("US_OEM")), TraceLimits.Default, default);
        Assert.Equal(PrunedBy.Confidence, strict.Basis.Completeness.PrunedBy);
        Assert.DoesNotContain(strict.Figures, figure => figure.On == World.Id("KR_FAB"));
        var few = Ask(RelianceWorlds.Small(), new RelianceQuestion(World.Id("US_OEM")), TraceLimits.Default with { MaxRelations = 3 });
        Assert.Equal(PrunedBy.Limit, few.Basis.Completeness.PrunedBy);
        Assert.All(few.Figures, figure => Assert.True(figure.GrossIsLeast));
        var inferred = Ask(world, new RelianceQuestion(World.Id("US_OEM"))).Figures.Single(figure => figure.On == World.Id("KR_FAB"));
        Assert.Equal((0.02m, 0m), (inferred.Gross, inferred.GrossObserved));
    }

    [Fact]
    public void Absent_nodes_and_bounds_are_refused()
    {
        var world = RelianceWorlds.Small();
        Assert.Equal(ErrorReason.NotFound, Refused(world, new RelianceQuestion(World.Id("NOBODY"))));
        Assert.Equal(ErrorReason.NotFound, Refused(world, new RelianceQuestion(World.Id("US_OEM"), null, [World.Id("NOBODY")])));
        Assert.Equal(ErrorReason.NotFound, Refused(world, new RelianceQuestion(World.Id("US_OEM"), "paint")));
        Assert.Equal(ErrorReason.InvalidRequest, Refused(world, new RelianceQuestion(World.Id("US_OEM")) { Tolerance = 0m }));
        Assert.Equal(ErrorReason.InvalidRequest, Refused(world, new RelianceQuestion(World.Id("US_OEM")) { MaxSweeps = 0 }));
    }

    [Fact]
    public void A_cancelled_question_stops() => Assert.Throws<OperationCanceledException>(() =>
        RelianceMeasures.Of(RelianceWorlds.Circle(100, 100, 3).View(), new RelianceQuestion(World.Id("F0")), TraceLimits.Default, new CancellationToken(canceled: true)));

    private static ErrorReason Refused(World world, RelianceQuestion question) => Assert.Throws<GeoGraphException>(() => Ask(world, question)).Reason;

    private static RelianceAnswer Ask(World world, RelianceQuestion question, TraceLimits? limits = null) =>
        RelianceMeasures.Of(world.View(), question, limits ?? TraceLimits.Default, default);
}
