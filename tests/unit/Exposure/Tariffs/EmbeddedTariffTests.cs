using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.UnitTests.Exposure.Tariffs;

public class EmbeddedTariffTests
{
    [Theory]
    [InlineData("US_PACK", "0.0195")]
    [InlineData("US_OEM", "0.0078")]
    [InlineData("KR_CATHODE", "0.025")]
    [InlineData("MX_ECU", "0")]
    [InlineData("AU_MINE", "0")]
    public void Two_borders_of_the_small_world_are_embedded_tier_by_tier(string of, string expected)
    {
        var answer = TariffWorld.Embedded(TariffWorld.Small().View(), of, TariffWorld.TwoBorders);
        Assert.Equal(decimal.Parse(expected), answer.AtLeast);
        Assert.Equal(answer.AtLeast, answer.AtMost);
        Assert.Empty(answer.Unknown);
    }

    [Fact]
    public void Borders_are_listed_with_their_share_and_chain_the_largest_first()
    {
        var answer = TariffWorld.Embedded(TariffWorld.Small().View(), "US_OEM", TariffWorld.TwoBorders);
        Assert.Equal(["supplies:KR_CATHODE-US_PACK", "supplies:CN_REFINE-KR_CATHODE"], answer.Borders.Select(border => border.Relation.Value));
        Assert.Equal([0.12m, 0.06m], answer.Borders.Select(border => border.Share));
        Assert.Equal([0.0048m, 0.003m], answer.Borders.Select(border => border.Embedded!.Value));
        Assert.Equal("US_OEM < US_PACK < KR_CATHODE < CN_REFINE", answer.Borders[1].Chain.Path());
    }

    [Fact]
    public void A_border_without_a_rate_leaves_a_least_figure_and_is_named_last()
    {
        var view = TariffWorld.Small().View();
        var finder = new BorderFinder(view);
        var borders = Enumerable.Range(0, view.Graph.Flows.Count).Select(finder.Of).OfType<Border>().ToList();
        var law = borders.SelectMany(border => border.Pairs).Distinct().ToDictionary(pair => pair,
            pair => pair.Origin.Name == "CN" ? DutyRate.Unknown("no schedule") : pair.Importer.Name == "US" ? new DutyRate(0.02m, 0.04m, ["measure:x"], "") : DutyRate.Free);
        var answer = TariffWorld.Embedded(view, "US_PACK", FlowRates.Of(view, borders, new Dictionary<EntityId, decimal>(), law));
        Assert.Equal(0.006m, answer.AtLeast);
        Assert.Null(answer.AtMost);
        Assert.Equal("supplies:CN_REFINE-KR_CATHODE", answer.Borders[^1].Relation.Value);
        Assert.Equal(["supplies:CN_REFINE-KR_CATHODE: no schedule"], answer.Unknown);
    }

    [Fact]
    public void A_range_of_rates_gives_a_range()
    {
        var view = TariffWorld.Small().View();
        var border = new BorderFinder(view).Of(view.Graph.FindFlow(EntityId.Parse("supplies:KR_CATHODE-US_PACK"))!.Value)!;
        Assert.Equal("state:US state:KR 284190", $"{border.Importer} {border.Origin} {string.Join(',', border.Codes)}");
        var law = new Dictionary<DutyPair, DutyRate> { [border.Pairs.Single()] = new(0.02m, 0.04m, ["measure:x"], "") };
        var answer = TariffWorld.Embedded(view, "US_PACK", FlowRates.Of(view, [border], new Dictionary<EntityId, decimal>(), law));
        Assert.Equal((0.006m, 0.012m), (answer.AtLeast, answer.AtMost));
    }

    [Fact]
    public void A_buyer_without_output_has_nothing_to_set_duties_against()
    {
        var view = TariffWorld.WithOutputs(SmallWorld.Create(), name => name == "US_OEM" ? null : 100m).View();
        Assert.Equal(ErrorReason.DataMissing, Assert.Throws<GeoGraphException>(() => TariffWorld.Embedded(view, "US_OEM", TariffWorld.TwoBorders)).Reason);
    }

    [Fact]
    public void A_supplier_without_output_is_told_and_leaves_a_least_figure()
    {
        var view = TariffWorld.WithOutputs(SmallWorld.Create(), name => name switch { "US_PACK" => 400m, "KR_CATHODE" => null, _ => 100m }).View();
        var answer = TariffWorld.Embedded(view, "US_PACK", TariffWorld.TwoBorders);
        Assert.Equal(0.012m, answer.AtLeast);
        Assert.Null(answer.AtMost);
        Assert.Contains(answer.Unknown, text => text.StartsWith("firm:KR_CATHODE", StringComparison.Ordinal));
    }

    [Fact]
    public void What_grows_beyond_all_proportion_tier_by_tier_is_told_and_not_passed_on()
    {
        var answer = TariffWorld.Embedded(RelianceWorlds.Growing(15, 900m).View(), "F0", TariffWorld.Stated(("supplies:F1-F0", 0.1m), ("supplies:F14-F13", 0.1m)));
        Assert.Equal((90m, null), (answer.AtLeast, answer.AtMost));
        Assert.Equal("supplies:F1-F0", Assert.Single(answer.Borders).Relation.Value);
        Assert.StartsWith("firm:F4: what passes through it is out of all proportion", Assert.Single(answer.Unknown));
    }

    [Fact]
    public void What_comes_together_beyond_all_proportion_from_many_buyers_is_told_and_not_set_against()
    {
        // 1,000 times at each of four tiers, the last in a thousand parts of 10^9, and all of them buy 1,000 times of the hub: 10^15 times its inputs of 9 * 10^14.
        var world = RelianceWorlds.Growing(4, 1000m).Firm("HUB").WithOutput("HUB", 900_000_000_000m).Firm("MINE").Supply("MINE", "HUB", "1001", "g", 900_000_000_000_000m);
        for (var part = 0; part < 1000; part++)
            world.Firm($"P{part}").WithOutput($"P{part}", 1m).Supply($"P{part}", "F3", "1001", "g", 1m).Supply("HUB", $"P{part}", "1001", "g", 1000m);
        var answer = TariffWorld.Embedded(world.View(), "F0", TariffWorld.Stated(("supplies:F1-F0", 0.1m), ("supplies:MINE-HUB", 0.1m)));
        Assert.Equal((100m, null), (answer.AtLeast, answer.AtMost));
        Assert.Equal("supplies:F1-F0", Assert.Single(answer.Borders).Relation.Value);
        Assert.StartsWith("firm:HUB: what passes through it is out of all proportion", Assert.Single(answer.Unknown));
    }

    [Fact]
    public void Goods_within_a_state_cross_no_border_and_firms_in_several_states_have_no_known_one()
    {
        var world = new World().States("AA", "BB").Firm("a", "AA").Firm("b", "AA").Firm("c", "BB").Relate(RelationKind.LocatedIn, "c", "state:AA")
            .Supply("a", "b", "850760", "x", 1m).Supply("c", "b", "850760", "y", 1m);
        var view = world.View();
        var finder = new BorderFinder(view);
        Assert.Null(finder.Of(view.Graph.FindFlow(EntityId.Parse("supplies:a-b"))!.Value));
        Assert.Equal("firm:c lies in several states: state:AA, state:BB", finder.Of(view.Graph.FindFlow(EntityId.Parse("supplies:c-b"))!.Value)!.Missing);
    }

    [Fact]
    public void A_product_of_several_codes_has_the_range_over_them()
    {
        var rate = DutyRate.Over([DutyRate.Exactly(0.02m), new DutyRate(0.01m, 0.05m, ["measure:m"], "")]);
        Assert.Equal((0.01m, 0.05m), (rate.AtLeast, rate.AtMost));
        Assert.Equal("why", DutyRate.Over([DutyRate.Free, DutyRate.Unknown("why")]).Missing);
    }

    [Fact]
    public void In_a_circle_duty_goes_round_and_converges()
    {
        // a buys 50 from b of its 100, b buys 40 from a of its 80, both across a border at 10%: e(a) = 0.5(0.1 + e(b)), e(b) = 0.5(0.1 + e(a)), so both are 0.1.
        var world = TariffWorld.WithOutputs(new World().States("AA", "BB").Firm("a", "AA").Firm("b", "BB").Supply("b", "a", "8507", "x", 50m).Supply("a", "b", "8507", "x", 40m),
            name => name switch { "a" => 100m, "b" => 80m, _ => null });
        var stated = TariffWorld.Stated(("supplies:a-b", 0.1m), ("supplies:b-a", 0.1m));
        var view = world.View();
        Assert.Equal(0.1m, Math.Round(TariffWorld.Embedded(view, "a", stated).AtLeast, 20));
        var field = EmbeddedField.Of(view, FlowRates.Of(view, [], stated, null), 1m, null, default);
        Assert.Equal(0.1m, Math.Round(field.Embedded[view.Graph.FindNode(World.Id("b"))!.Value], 20));
    }
}
