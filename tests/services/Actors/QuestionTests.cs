using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.ServiceTests.Actors;

public sealed class QuestionTests : ActorsTest
{
    [Theory]
    [InlineData("台積電", MatchKind.Whole)]
    [InlineData("台积电", MatchKind.Whole)]
    [InlineData("tsmc", MatchKind.Whole)]
    [InlineData("ＴＳＭＣ", MatchKind.Whole)]
    [InlineData("taiwan semi", MatchKind.Prefix)]
    [InlineData("manufacturing", MatchKind.Within)]
    public async Task A_firm_is_found_by_name_in_any_script(string text, MatchKind match)
    {
        await WriteAsync(Write.Actor("firm:tsmc", "Taiwan Semiconductor Manufacturing", "台積電"), Write.Actor("firm:umc", "United Microelectronics", "聯電"));

        var hit = Assert.Single((await Client.SearchActorsAsync(new SearchActorsRequest { Text = text })).Hits);

        Assert.Equal(("firm:tsmc", match), (hit.Actor.Id, hit.Match));
    }

    [Fact]
    public async Task Who_defends_japan_is_the_ally_and_not_the_forum()
    {
        await WriteAsync(
            Write.Actor("state:JP"), Write.Actor("state:US"), Write.Actor("state:IN"), Write.Actor("state:AU"),
            Write.Actor("bloc:us-japan-alliance"), Write.Actor("bloc:quad"), Write.Actor("bloc:talks"),
            Write.Member("US", "us-japan-alliance", Obligation.Defense), Write.Member("JP", "us-japan-alliance", Obligation.Defense),
            Write.Member("US", "quad"), Write.Member("JP", "quad"), Write.Member("IN", "quad"), Write.Member("AU", "quad"),
            Write.Member("JP", "talks"), Write.Member("IN", "talks", Obligation.Consultation));

        var answer = await Client.ListCommitmentsAsync(new ListCommitmentsRequest { TowardsId = "state:JP", Obligation = Obligation.Defense, AsOf = Write.On(2026, 1, 1) });

        var commitment = Assert.Single(answer.Commitments);
        Assert.Equal(("state:US", "bloc:us-japan-alliance"), (commitment.BoundId, commitment.BlocId));
        Assert.Equal("member-of:JP-us-japan-alliance", commitment.TowardsMembership.Id);
        Assert.Equal(["bloc:quad", "bloc:talks"], answer.NotBinding.Select(forum => forum.BlocId));
        Assert.Equal(["state:AU", "state:IN", "state:US"], answer.NotBinding[0].MemberIds);
        Assert.Equal("its memberships carry no obligation", answer.NotBinding[0].Reason);
        Assert.Equal("its memberships carry no obligation of defence, only of consultation", answer.NotBinding[1].Reason);
    }

    [Fact]
    public async Task A_membership_binds_only_on_its_dates()
    {
        var member = Write.Member("US", "pact", Obligation.Defense);
        member.Relation.Valid = new Period { From = Write.On(1954, 12, 2), To = Write.On(1980, 1, 1) };
        await WriteAsync(Write.Actor("state:TW"), Write.Actor("state:US"), Write.Actor("bloc:pact"), member, Write.Member("TW", "pact"));

        async Task<int> BoundOnAsync(int year) => (await Client.ListCommitmentsAsync(
            new ListCommitmentsRequest { TowardsId = "state:TW", AsOf = Write.On(year, 1, 1) })).Commitments.Count;

        Assert.Equal((0, 1, 0), (await BoundOnAsync(1954), await BoundOnAsync(1979), await BoundOnAsync(1980)));
    }

    [Fact]
    public async Task A_walk_says_what_bounds_left_out()
    {
        await WriteAsync(Write.Actor("product:chip"), Write.Actor("firm:a"), Write.Actor("firm:b"), Write.Actor("firm:c"),
            Write.Supply("a-b", "firm:a", "firm:b", "g", "1"), Write.Supply("b-c", "firm:b", "firm:c", "g", "1"));
        var request = new GetNeighbourhoodRequest { RootIds = { "firm:c" }, Direction = WalkDirection.Backward };

        var near = await Client.GetNeighbourhoodAsync(request);
        request.MaxDepth = 2;
        var whole = await Client.GetNeighbourhoodAsync(request);

        Assert.Equal(["firm:c", "firm:b"], near.Actors.Select(item => item.Actor.Id));
        Assert.Equal([Pruning.Depth], near.Completeness.PrunedBy);
        Assert.Equal([0, 1, 2], whole.Actors.Select(item => item.Depth));
        Assert.Equal(["supplies:a-b", "supplies:b-c"], whole.Relations.Select(relation => relation.Id));
        Assert.True(whole.Completeness.Complete);
    }
}
