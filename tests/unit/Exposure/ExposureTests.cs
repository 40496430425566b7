using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class ExposureTests
{
    private static readonly EntityId Strait = EntityId.Parse("chokepoint:taiwan-strait");

    [Fact]
    public void The_Taiwan_Strait_carries_60_percent_of_wafers_at_tier_1_and_45_of_chips_at_tier_2()
    {
        var view = SmallWorld.Create().View();
        var wafers = Assert.Single(ExposureMeasures.On(view, World.Id("MY_OSAT"), "wafer", Strait, Ask.Limits, default).Figures);
        var chips = Assert.Single(ExposureMeasures.On(view, World.Id("MX_ECU"), "chip", Strait, Ask.Limits, default).Figures);

        Assert.Equal([0.6m], wafers.Tiers.Select(tier => tier.AtLeast));
        Assert.Equal([0m, 0.45m], chips.Tiers.Select(tier => tier.AtLeast));
        Assert.True(chips.Anywhere.IsExact);
        Assert.Equal(["MX_ECU < MY_OSAT < TW_FAB", "MX_ECU < MY_OSAT < KR_FAB"], chips.Chains.Select(chain => chain.Path()));
        Assert.Equal([0.3m, 0.15m], chips.Chains.Select(chain => chain.Share));
        Assert.Equal(["supplies:MY_OSAT-MX_ECU", "supplies:TW_FAB-MY_OSAT"], chips.Chains[0].Relations.Select(id => id.Value));
    }

    [Fact]
    public void All_chokepoints_of_MX_ECU_are_listed_with_chains()
    {
        var answer = ExposureMeasures.Chokepoints(SmallWorld.Create().View(), World.Id("MX_ECU"), null, Ask.Limits, default);

        Assert.Equal(["chokepoint:luzon 0.75", "chokepoint:taiwan-strait 0.45", "chokepoint:dover 0.25"], Lines(answer));
        Assert.Equal([0.75m, 0.3m], answer.Figures[0].Tiers.Select(tier => tier.AtLeast));
        Assert.All(answer.Figures, figure => Assert.NotEmpty(figure.Chains));
        Assert.Contains("not a loss forecast", answer.Basis.Measure.Note);
        Assert.Equal("actors=7", answer.Basis.Revisions.ToString());
        Assert.Equal(World.Day, answer.Basis.AsOf);
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Fact]
    public void All_that_depend_on_the_Taiwan_Strait_are_ranked()
    {
        var answer = ExposureMeasures.WhoDependsOn(SmallWorld.Create().View(), Strait, Ask.Limits, default);

        Assert.Equal(["MY_OSAT/wafer 0.6", "MX_ECU/chip 0.45", "US_OEM/ecu 0.45"], Buyers(answer));
        Assert.Equal("US_OEM < MX_ECU < MY_OSAT < TW_FAB", answer.Figures[2].Chains[0].Path());
    }

    [Theory]
    [InlineData("MY_OSAT", 0.75)]
    [InlineData("TW_FAB", 0.60)]
    [InlineData("KR_FAB", 0.15)]
    [InlineData("DE_SEMI", 0.25)]
    [InlineData("AU_MINE", 0.60)]
    [InlineData("CL_MINE", 0.40)]
    [InlineData("CN_REFINE", 0.75)]
    [InlineData("state:TW", 0.60)]
    [InlineData("state:KR", 1.0)]
    [InlineData("hs:854231", 1.0)]
    public void Exposure_of_US_OEM_is_what_its_level_loses_when_the_target_is_gone(string on, double exposure)
    {
        var answer = ExposureMeasures.On(SmallWorld.Create().View(), World.Id("US_OEM"), null, World.Id(on), Ask.Limits, default);

        Assert.Equal(new ShareRange((decimal)exposure, (decimal)exposure, (decimal)exposure), answer.Widest);
    }

    [Theory]
    [InlineData("supplies:TW_FAB-MY_OSAT", "supplies:KR_FAB-MY_OSAT")]
    [InlineData("supplies:MY_OSAT-MX_ECU", "supplies:MY_OSAT-MX_ECU")]
    public void Dependents_that_weak_evidence_hides_are_told_as_left_out(string one, string other)
    {
        static RelationRow Weak(RelationRow row) => row with { Confidence = Confidence.Rumour };
        var view = SmallWorld.Create().Change(one, Weak).Change(other, Weak).View(new EvidenceRule(Confidence.Reported, true));
        var answer = ExposureMeasures.WhoDependsOn(view, Strait, Ask.Limits, default);

        Assert.DoesNotContain(answer.Figures, figure => figure.Buyer == World.Id("MX_ECU"));
        Assert.Equal(PrunedBy.Confidence, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Every_upstream_node_is_listed_with_its_tiers()
    {
        var answer = ExposureMeasures.Suppliers(SmallWorld.Create().View(), World.Id("KR_CATHODE"), null, Ask.Limits, default);

        Assert.Equal(["firm:CN_REFINE 0.75", "firm:AU_MINE 0.6", "firm:CL_MINE 0.4"], Lines(answer));
        Assert.Equal([0.25m, 0.15m], answer.Figures[2].Tiers.Select(tier => tier.AtLeast));
    }

    [Fact]
    public void Exposure_to_a_bloc_follows_membership_on_the_date()
    {
        var world = SmallWorld.Create().Blocs("pact")
            .Relate(RelationKind.MemberOf, "state:TW", "bloc:pact", row => row with { Valid = new ValidPeriod(null, World.Day) })
            .Relate(RelationKind.MemberOf, "state:DE", "bloc:pact");

        Assert.Equal(0.25m, OnPact(world.View()).AtLeast);
        Assert.Equal(0.85m, OnPact(world.View(asOf: World.Day.AddDays(-1))).AtLeast);

        static ShareRange OnPact(GraphView view) => ExposureMeasures.On(view, World.Id("MX_ECU"), "chip", World.Id("bloc:pact"), Ask.Limits, default).Widest;
    }

    [Fact]
    public void Inferred_evidence_is_named_and_can_be_left_out()
    {
        var world = SmallWorld.Create().Change("supplies:KR_FAB-MY_OSAT", row => row with { Transits = [new TransitRow(Strait, 1m, Inferred: true)] });
        var with = ExposureMeasures.On(world.View(), World.Id("MX_ECU"), "chip", Strait, Ask.Limits, default);
        var without = ExposureMeasures.On(world.View(new EvidenceRule(Confidence.Unspecified, false)), World.Id("MX_ECU"), "chip", Strait, Ask.Limits, default);

        Assert.Equal(new ShareRange(0.45m, 0.45m, 0.3m), with.Widest);
        Assert.Equal(0.15m, with.Widest.Inferred);
        Assert.Equal([false, true], with.Figures[0].Chains.Select(chain => chain.Inferred));
        Assert.Equal(new ShareRange(0.3m, 0.45m, 0.3m), without.Widest);
    }

    [Fact]
    public void An_unstated_share_gives_a_chain_without_number_and_a_bound()
    {
        var world = SmallWorld.Create().Change("supplies:TW_FAB-MY_OSAT", row => row with { ValueUsdPerYear = null });
        var answer = ExposureMeasures.On(world.View(), World.Id("MX_ECU"), "chip", World.Id("state:TW"), Ask.Limits, default);

        Assert.Equal(new ShareRange(0m, 0.75m, 0m), answer.Widest);
        Assert.Null(Assert.Single(answer.Figures[0].Chains).Share);
        Assert.Equal(0.75m, answer.Figures[0].Chains[0].AtMost);
        Assert.Equal("locatedin:TW_FAB-TW", answer.Figures[0].Chains[0].Placement.Single().Value);
    }

    [Fact]
    public void What_a_tier_limit_hides_counts_as_unknown_and_the_answer_says_so()
    {
        var answer = ExposureMeasures.On(SmallWorld.Create().View(), World.Id("US_OEM"), "ecu", World.Id("DE_SEMI"), Ask.Limits with { MaxTier = 2 }, default);

        Assert.Equal(new ShareRange(0.25m, 1m, 0.25m), answer.Widest);
        Assert.Equal(PrunedBy.Depth, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void A_limit_on_relations_cuts_and_says_so()
    {
        var answer = ExposureMeasures.On(SmallWorld.Create().View(), World.Id("US_OEM"), "ecu", World.Id("TW_FAB"), Ask.Limits with { MaxRelations = 3 }, default);

        Assert.Equal(PrunedBy.Limit, answer.Basis.Completeness.PrunedBy & PrunedBy.Limit);
        Assert.Equal(3, answer.Basis.Completeness.ExploredRelations);
        Assert.Empty(answer.Figures);
    }

    [Fact]
    public void Suppliers_in_a_circle_neither_hang_nor_exceed_one()
    {
        var world = new World().States("TW", "JP").Firm("A", "JP").Firm("B", "JP").Firm("T", "TW").Firm("X")
            .Supply("B", "A", "854231", "chip", 50m).Supply("T", "A", "854231", "chip", 50m).Supply("A", "B", "854231", "part", 1m).Supply("A", "X", "854231", "chip", 1m);
        var answer = ExposureMeasures.On(world.View(), World.Id("X"), null, World.Id("state:TW"), Ask.Limits with { MaxTier = 64 }, default);

        Assert.InRange(answer.Widest.AtLeast, 0.99999m, 1m);
        Assert.Equal(1m, answer.Widest.AtMost);
        Assert.Equal([0.5m, 0.25m, 0.125m], answer.Figures[0].Chains.Take(3).Select(chain => chain.Share));
    }

    [Fact]
    public void A_supplier_whose_state_nobody_gives_may_lie_in_the_state_asked_about()
    {
        var world = new World().States("TW").Firm("T", "TW").Firm("S").Firm("X")
            .Supply("T", "X", "854231", "chip", 3m).Supply("S", "X", "854231", "chip", 1m);

        var answer = ExposureMeasures.On(world.View(), World.Id("X"), null, World.Id("state:TW"), Ask.Limits, default);

        Assert.Equal((0.75m, 1m), (answer.Widest.AtLeast, answer.Widest.AtMost));
    }

    [Fact]
    public void Unknown_ids_and_limits_are_refused_with_their_rule()
    {
        var view = SmallWorld.Create().View();

        Assert.Equal(ErrorReason.NotFound, Refusal("firm:none", Strait).Reason);
        Assert.Equal(ErrorReason.NotFound, Refusal("firm:US_OEM", EntityId.Parse("chokepoint:none")).Reason);
        Assert.Equal("limits.max_tier", Refusal("firm:US_OEM", Strait, new TraceLimits { MaxTier = 0 }).Violations.Single().Field);

        GeoGraphException Refusal(string of, EntityId on, TraceLimits? limits = null) =>
            Assert.Throws<GeoGraphException>(() => ExposureMeasures.On(view, EntityId.Parse(of), null, on, limits ?? Ask.Limits, default));
    }

    private static string[] Lines(ExposureAnswer answer) => [.. answer.Figures.Select(figure => $"{figure.Target} {DecimalText.Print(figure.Anywhere.AtLeast)}")];

    private static string[] Buyers(ExposureAnswer answer) => [.. answer.Figures.Select(figure => $"{figure.Buyer.Name}/{figure.Group} {DecimalText.Print(figure.Anywhere.AtLeast)}")];
}
