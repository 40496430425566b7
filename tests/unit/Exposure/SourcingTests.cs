using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sourcing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

public sealed class SourcingTests
{
    private static readonly EntityId Pact = EntityId.Parse("bloc:pact");

    [Fact]
    public void Producers_in_member_states_are_alternatives_with_their_share_of_world_output()
    {
        var answer = Ask(Obligations.None);

        Assert.Equal(["firm:DE_SEMI  supplies:True", "firm:JP_FAB 0.2 supplies:False"],
            answer.Alternatives.Select(found => $"{found.Node} {found.ShareOfWorldOutput} supplies:{found.SuppliesNow}"));
        Assert.Equal(["produces:JP_FAB-854231", "locatedin:JP_FAB-JP", "memberof:JP-pact"], answer.Alternatives[1].Relations.Select(id => id.Value));
        Assert.Equal(new ShareRange(0.25m, 0.25m, 0.25m), answer.PresentShare);
    }

    [Fact]
    public void Without_a_bloc_everybody_who_makes_or_sells_it_is_listed_and_no_share_is_given()
    {
        var answer = SourcingMeasures.Within(
            Pacted().View(), new SourcingQuestion(World.Id("MX_ECU"), null, null, Obligations.None) { Product = World.Id("hs:854231") }, TraceLimits.Default, default);

        Assert.Equal(["firm:DE_SEMI state:DE True", "firm:MY_OSAT state:MY True", "firm:JP_FAB state:JP False", "firm:KR_FAB state:KR False", "firm:TW_FAB state:TW False"],
            answer.Alternatives.Select(found => $"{found.Node} {found.State} {found.SuppliesNow}"));
        Assert.Equal(ShareRange.Unknown, answer.PresentShare);
    }

    [Theory]
    [InlineData("produces:JP_FAB-854231")]
    [InlineData("supplies:TW_FAB-MY_OSAT")]
    public void Alternatives_that_weak_evidence_hides_are_told_as_left_out(string relation)
    {
        var view = Pacted().Change(relation, row => row with { Confidence = Confidence.Rumour }).View(new EvidenceRule(Confidence.Reported, true));
        var question = new SourcingQuestion(World.Id("MX_ECU"), null, null, Obligations.None) { Product = World.Id("hs:854231") };

        Assert.Equal(PrunedBy.Confidence, SourcingMeasures.Within(view, question, TraceLimits.Default, default).Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void A_product_that_goes_into_one_group_has_the_share_of_that_group()
    {
        var question = new SourcingQuestion(World.Id("MX_ECU"), null, Pact, Obligations.None) { Product = World.Id("hs:854231") };

        Assert.Equal(new ShareRange(0.25m, 0.25m, 0.25m), SourcingMeasures.Within(Pacted().View(), question, TraceLimits.Default, default).PresentShare);
    }

    [Fact]
    public void A_product_that_nobody_knows_is_not_found() =>
        Assert.Equal(ErrorReason.NotFound, Assert.Throws<GeoGraphException>(() => SourcingMeasures.Within(
            Pacted().View(), new SourcingQuestion(World.Id("MX_ECU"), null, Pact, Obligations.None) { Product = World.Id("hs:nothing") }, TraceLimits.Default, default)).Reason);

    [Fact]
    public void A_wanted_obligation_leaves_out_members_who_are_not_bound()
    {
        var answer = Ask(Obligations.Defense);

        Assert.Equal("firm:JP_FAB", answer.Alternatives.Single().Node.Value);
        Assert.Equal(Obligations.Defense | Obligations.Consultation, answer.Alternatives[0].Obligations);
        Assert.Equal(0m, answer.PresentShare.AtMost);
    }

    [Fact]
    public void Only_a_bloc_can_be_sourced_within() =>
        Assert.Equal("within", Assert.Throws<GeoGraphException>(() => SourcingMeasures.Within(
            Pacted().View(), new SourcingQuestion(World.Id("MX_ECU"), "chip", World.Id("state:US"), Obligations.None), TraceLimits.Default, default)).Violations.Single().Field);

    private static SourcingAnswer Ask(Obligations wanted) =>
        SourcingMeasures.Within(Pacted().View(), new SourcingQuestion(World.Id("MX_ECU"), "chip", Pact, wanted), TraceLimits.Default, default);

    private static World Pacted() => SmallWorld.Create().States("JP").Blocs("pact").Node("hs:854231", NodeKind.Product).Firm("JP_FAB", "JP")
        .Relate(RelationKind.Produces, "JP_FAB", "hs:854231", row => row with { Share = 0.2m })
        .Relate(RelationKind.MemberOf, "state:DE", "bloc:pact")
        .Relate(RelationKind.MemberOf, "state:TW", "bloc:pact", row => row with { Valid = new ValidPeriod(World.Day.AddDays(1), null) })
        .Relate(RelationKind.MemberOf, "state:JP", "bloc:pact", row => row with { Obligations = Obligations.Defense | Obligations.Consultation });
}
