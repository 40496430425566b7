using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class ConcentrationTests
{
    [Fact]
    public void Chips_into_MX_ECU_are_concentrated_0625_direct()
    {
        var answer = Measure(SmallWorld.Create(), "MX_ECU", "chip", ConcentrationBy.Supplier, ConcentrationDepth.Direct);

        Assert.Equal((0.625m, 0.625m), (answer.HhiAtLeast, answer.HhiAtMost));
        Assert.Equal(["firm:MY_OSAT 0.75", "firm:DE_SEMI 0.25"], Shares(answer));
        Assert.Equal("supplies:MY_OSAT-MX_ECU", Assert.Single(answer.Parts[0].Chains).Relations.Single().Value);
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Theory]
    [InlineData(nameof(ConcentrationBy.Supplier), "firm:TW_FAB 0.6", "firm:DE_SEMI 0.25", "firm:KR_FAB 0.15")]
    [InlineData(nameof(ConcentrationBy.State), "state:TW 0.6", "state:DE 0.25", "state:KR 0.15")]
    public void Chips_into_MX_ECU_are_concentrated_0445_looked_through(string by, params string[] parts)
    {
        var answer = Measure(SmallWorld.Create(), "MX_ECU", "chip", Enum.Parse<ConcentrationBy>(by), ConcentrationDepth.LookThrough);

        Assert.Equal((0.445m, 0.445m), (answer.HhiAtLeast, answer.HhiAtMost));
        Assert.Equal(parts, Shares(answer));
        Assert.Equal("MX_ECU < MY_OSAT < TW_FAB", Assert.Single(answer.Parts[0].Chains).Path());
        Assert.Equal(0.6m, answer.Parts[0].Chains[0].Share);
    }

    [Fact]
    public void By_bloc_the_first_named_bloc_that_fits_counts_and_other_states_stand_for_themselves()
    {
        var world = SmallWorld.Create().Blocs("east", "all").Relate(RelationKind.MemberOf, "state:TW", "bloc:east")
            .Relate(RelationKind.MemberOf, "state:KR", "bloc:east").Relate(RelationKind.MemberOf, "state:KR", "bloc:all");

        var answer = Measure(world, "MX_ECU", "chip", ConcentrationBy.Bloc, ConcentrationDepth.LookThrough, "bloc:east", "bloc:all");

        Assert.Equal(["bloc:east 0.75", "state:DE 0.25"], Shares(answer));
        Assert.Equal(0.625m, answer.HhiAtLeast);
        Assert.Contains("memberof:TW-east", answer.Parts[0].Placement.Select(id => id.Value));
    }

    [Fact]
    public void By_ultimate_owner_majorities_are_followed_and_a_circle_of_owners_ends_at_its_least_id()
    {
        var world = SmallWorld.Create().Firm("HOLD").Firm("RING")
            .Relate(RelationKind.Owns, "HOLD", "DE_SEMI", row => row with { Share = 0.51m })
            .Relate(RelationKind.Owns, "HOLD", "MY_OSAT")
            .Relate(RelationKind.Owns, "RING", "HOLD", row => row with { Share = 0.9m })
            .Relate(RelationKind.Owns, "HOLD", "RING", row => row with { Share = 0.8m })
            .Relate(RelationKind.Owns, "US_OEM", "KR_FAB", row => row with { Share = 0.5m });

        Assert.Equal(["firm:HOLD 1"], Shares(Measure(world, "MX_ECU", "chip", ConcentrationBy.UltimateOwner, ConcentrationDepth.Direct)));
        Assert.Equal(["firm:TW_FAB 0.8", "firm:KR_FAB 0.2"], Shares(Measure(world, "MY_OSAT", "wafer", ConcentrationBy.UltimateOwner, ConcentrationDepth.Direct)));
    }

    [Fact]
    public void By_firm_a_facility_counts_as_the_firm_that_controls_it()
    {
        var world = new World().Firm("A").Firm("BUYER").Node("facility:a1", NodeKind.Facility).Node("facility:a2", NodeKind.Facility)
            .Relate(RelationKind.Owns, "A", "facility:a1").Relate(RelationKind.Owns, "A", "facility:a2")
            .Supply("facility:a1", "BUYER", "854231", "chip", 1m).Supply("facility:a2", "BUYER", "854231", "chip", 1m);

        Assert.Equal(0.5m, Measure(world, "BUYER", "chip", ConcentrationBy.Supplier, ConcentrationDepth.Direct).HhiAtLeast);
        Assert.Equal(["firm:A 1"], Shares(Measure(world, "BUYER", "chip", ConcentrationBy.Firm, ConcentrationDepth.Direct)));
    }

    [Fact]
    public void A_share_that_no_source_states_stays_unknown_and_widens_the_index()
    {
        var world = SmallWorld.Create().Change("supplies:DE_SEMI-MX_ECU", row => row with { ValueUsdPerYear = null })
            .Change("supplies:MY_OSAT-MX_ECU", row => row with { ValueUsdPerYear = null, Share = 0.7m });

        var answer = Measure(world, "MX_ECU", "chip", ConcentrationBy.Supplier, ConcentrationDepth.Direct);

        Assert.Equal(0.3m, answer.UnknownShare);
        Assert.Equal((0.49m, 1m), (answer.HhiAtLeast, answer.HhiAtMost));
        Assert.Equal(new ShareRange(0m, 0.3m, 0m), answer.Parts[1].Share);
        Assert.Null(answer.Parts[1].Chains[0].Share);
    }

    [Fact]
    public void Several_input_groups_weigh_by_value_and_are_unknown_without_values()
    {
        var world = SmallWorld.Create().Supply("CL_MINE", "MY_OSAT", "740311", "copper", 100m);
        var weighed = Measure(world, "MX_ECU", "chip", ConcentrationBy.Supplier, ConcentrationDepth.LookThrough);
        world.Change("supplies:CL_MINE-MY_OSAT", row => row with { ValueUsdPerYear = null, Share = 1m });
        var unweighed = Measure(world, "MX_ECU", "chip", ConcentrationBy.Supplier, ConcentrationDepth.LookThrough);

        Assert.Equal(["firm:CL_MINE 0.375", "firm:TW_FAB 0.3", "firm:DE_SEMI 0.25", "firm:KR_FAB 0.075"], Shares(weighed));
        Assert.Equal(0.75m, unweighed.UnknownShare);
        Assert.Equal("firm:DE_SEMI 0.25", Shares(unweighed)[0]);
    }

    [Fact]
    public void Flows_below_the_wanted_confidence_become_unknown_and_do_not_swell_the_others()
    {
        var world = SmallWorld.Create().Change("supplies:DE_SEMI-MX_ECU", row => row with { Confidence = Confidence.Rumour });
        var question = new ConcentrationQuestion(World.Id("MX_ECU"), "chip", ConcentrationBy.Supplier, ConcentrationDepth.Direct, []);

        var answer = ConcentrationMeasures.Of(world.View(new EvidenceRule(Confidence.Reported, true)), question, Ask.Limits, default);

        Assert.Equal(["firm:MY_OSAT 0.75"], Shares(answer));
        Assert.Equal(0.25m, answer.UnknownShare);
        Assert.Equal(PrunedBy.Confidence, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Blocs_are_asked_for_where_parts_are_told_apart_by_bloc_and_only_there()
    {
        var view = SmallWorld.Create().View();
        var none = new ConcentrationQuestion(World.Id("MX_ECU"), "chip", ConcentrationBy.Bloc, ConcentrationDepth.Direct, []);
        var state = none with { Blocs = [EntityId.Parse("state:TW")] };

        Assert.Equal("blocs", Assert.Throws<GeoGraphException>(() => ConcentrationMeasures.Of(view, none, Ask.Limits, default)).Violations.Single().Field);
        Assert.Equal("state:TW", Assert.Throws<GeoGraphException>(() => ConcentrationMeasures.Of(view, state, Ask.Limits, default)).Violations.Single().Value);
    }

    private static ConcentrationAnswer Measure(World world, string of, string group, ConcentrationBy by, ConcentrationDepth depth, params string[] blocs) =>
        ConcentrationMeasures.Of(world.View(), new ConcentrationQuestion(World.Id(of), group, by, depth, [.. blocs.Select(EntityId.Parse)]), Ask.Limits, default);

    private static string[] Shares(ConcentrationAnswer answer) => [.. answer.Parts.Select(part => $"{part.Key} {DecimalText.Print(part.Share.AtLeast)}")];
}
