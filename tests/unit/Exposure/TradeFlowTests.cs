using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Feasibility;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>
/// Imports of a state: 44.2% of US logic chips made in Taiwan (ITIF after a USITC working paper of 2023), the rest not stated; the passage is invented.
/// </summary>
public sealed class TradeFlowTests
{
    private static readonly EntityId Us = EntityId.Parse("state:US");
    private static readonly EntityId Chip = EntityId.Parse("product:logic-chip");

    [Fact]
    public void US_logic_chips_are_442_per_mille_from_Taiwan_and_the_rest_is_unknown()
    {
        var answer = ExposureMeasures.On(Imports().View(), Us, Chip.Value, EntityId.Parse("state:TW"), Ask.Limits, default);

        Assert.Equal(new ShareRange(0.442m, 1m, 0.442m), answer.Widest);
        Assert.True(answer.Figures[0].IsTrade);
        Assert.Equal("exportsto:TW-US", answer.Figures[0].Chains[0].Relations.Single().Value);
    }

    [Fact]
    public void Passages_of_trade_count()
    {
        var answer = ExposureMeasures.Chokepoints(Imports().View(), Us, null, Ask.Limits, default);

        Assert.Equal(0.221m, Assert.Single(answer.Figures).Anywhere.AtLeast);
        Assert.Equal(Us, ExposureMeasures.WhoDependsOn(Imports().View(), EntityId.Parse("chokepoint:taiwan-strait"), Ask.Limits, default).Figures.Single().Buyer);
    }

    [Fact]
    public void What_a_state_exports_is_not_traced_into_what_it_imports()
    {
        var world = Imports().Relate(RelationKind.ExportsTo, "state:NL", "state:TW", row => row with { Product = Chip, Share = 1m });
        var answer = ConcentrationMeasures.Of(world.View(), new ConcentrationQuestion(Us, Chip.Value, ConcentrationBy.State, ConcentrationDepth.LookThrough, []), Ask.Limits, default);

        Assert.Equal("state:TW", answer.Parts.Single().Key.Value);
        Assert.Equal((0.195364m, 1m), (answer.HhiAtLeast, answer.HhiAtMost));
        Assert.Equal(0.558m, answer.UnknownShare);
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Fact]
    public void A_state_lives_without_its_imports_but_a_named_import_has_single_points_of_failure()
    {
        var view = Imports().View();

        Assert.Empty(FeasibilityMeasures.SinglePoints(view, Us, null, Ask.Limits, default).Points);
        Assert.Equal("state:TW", FeasibilityMeasures.SinglePoints(view, Us, Chip.Value, Ask.Limits, default).Points.Single().Node.Value);
    }

    private static World Imports() => new World().States("US", "TW", "NL").Chokepoints("taiwan-strait").Node("product:logic-chip", NodeKind.Product)
        .Relate(RelationKind.ExportsTo, "state:TW", "state:US", row => row with
        {
            Product = Chip,
            Share = 0.442m,
            Transits = [new TransitRow(EntityId.Parse("chokepoint:taiwan-strait"), 0.5m)],
        });
}
