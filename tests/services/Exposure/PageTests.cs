using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>Lists that a limit cuts go on from their cursor, at the state of the first page.</summary>
public sealed class PageTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_of_passages_together_are_the_whole(int limit) => await TogetherAsync(limit,
        question => world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:US_OEM", Question = question }).ResponseAsync, answer => answer.Exposures, answer => answer.Basis);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Pages_of_who_depends_together_are_the_whole(int limit) => await TogetherAsync(limit,
        question => world.Exposure.ListChokepointExposuresAsync(new() { ChokepointId = "chokepoint:luzon", Question = question }).ResponseAsync, answer => answer.Exposures, answer => answer.Basis);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pages_of_reliances_together_are_the_whole(int limit) => await TogetherAsync(limit,
        question => world.Exposure.GetRelianceAsync(new() { OfId = "firm:US_OEM", Question = question }).ResponseAsync, answer => answer.Reliances, answer => answer.Basis);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Pages_of_cut_sets_together_are_the_whole(int limit) => await TogetherAsync(limit,
        question => world.Exposure.ListCutSetsAsync(new() { OfId = "firm:US_OEM", Question = question }).ResponseAsync, answer => answer.Sets, answer => answer.Basis);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pages_of_levels_together_are_the_whole(int limit) => await TogetherAsync(limit,
        question => world.Exposure.AssessDisruptionAsync(new() { Shock = new() { RemovedIds = { "firm:CN_REFINE" } }, Question = question }).ResponseAsync,
        answer => answer.Levels, answer => answer.Basis);

    [Fact]
    public async Task Pages_of_reach_list_everybody_once()
    {
        var found = new List<string>();
        var question = world.Ask();
        question.Limit = 3;
        ListReachResponse answer;
        do
        {
            answer = await world.Exposure.ListReachAsync(new() { OfId = "firm:US_OEM", Question = question });
            found.AddRange(answer.Tiers.SelectMany(tier => tier.ActorIds));
            question.Cursor = answer.Basis.Completeness.Cursor;
        }
        while (question.Cursor.Length > 0);

        Assert.Equal(10, found.Count);
        Assert.Equal(10, found.Distinct().Count());
    }

    [Fact]
    public async Task Chains_through_circles_are_bounded_over_the_whole_answer_and_their_want_is_told()
    {
        string[] circle = ["firm:TW_FAB", "firm:KR_FAB", "firm:DE_SEMI", "firm:JP_FAB", "firm:MY_OSAT"];
        var flows = circle.SelectMany(from => circle.Where(to => to != from && to != "firm:MY_OSAT").Select(to => Scenarios.Supply(from, to, "circle", "10")));
        var request = new ListChokepointExposuresRequest { ChokepointId = "chokepoint:luzon", Question = Limited(1_000) };
        request.Question.Scenarios.Add(Scenarios.Of("", [.. flows.Select(flow => new ScenarioChange { PutRelation = flow })]));

        var answer = (await world.Exposure.ListChokepointExposuresAsync(request)).UnderScenario;

        Assert.InRange(answer.Exposures.Sum(exposure => exposure.Chains.Count), 1, 2_000);
        Assert.All(answer.Exposures.GroupBy(exposure => (exposure.DependentId, exposure.InputGroup)), figure => Assert.NotEmpty(figure.SelectMany(exposure => exposure.Chains)));
        Assert.Contains(Pruning.Limit, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public async Task A_page_rests_on_its_own_relations_and_says_that_there_are_more()
    {
        var first = await world.Exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = Limited(1) });

        Assert.Equal([Pruning.Limit], first.Basis.Completeness.PrunedBy);
        Assert.Equal(["supplies:KR_CATHODE-US_PACK", "supplies:US_PACK-US_OEM"], first.Basis.RelationIds);
    }

    [Fact]
    public async Task A_cursor_goes_on_at_the_state_of_the_first_page()
    {
        var request = new ListSinglePointsRequest { OfId = "firm:US_OEM", Question = Limited(2) };
        var first = await world.Exposure.ListSinglePointsAsync(request);
        await world.WriteAsync(SmallWorld.Supply("DE_SEMI", "US_OEM", "853710", "ecu", "1"));
        request.Question.Cursor = first.Basis.Completeness.Cursor;
        var second = await world.Exposure.ListSinglePointsAsync(request);
        var anew = await world.Exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });
        await world.WriteAsync(new GeoGraph.Contracts.Actors.V1.ActorChange { DeleteId = "supplies:DE_SEMI-US_OEM" });

        Assert.Equal(["firm:US_PACK"], second.Points.Select(point => point.ActorId));
        Assert.Equal(first.Basis.RevisionToken, second.Basis.RevisionToken);
        Assert.Equal(["firm:KR_CATHODE", "firm:US_PACK"], anew.Points.Select(point => point.ActorId));
    }

    [Fact]
    public async Task Both_sides_go_on_together()
    {
        var request = new ListSinglePointsRequest { OfId = "firm:US_OEM", Question = Limited(2) };
        request.Question.Scenarios.Add(Scenarios.Of("", new ScenarioChange { RemoveId = "firm:DE_SEMI" }));
        var first = await world.Exposure.ListSinglePointsAsync(request);
        request.Question.Cursor = first.UnderScenario.Basis.Completeness.Cursor;
        var second = await world.Exposure.ListSinglePointsAsync(request);

        Assert.Equal(first.Basis.Completeness.Cursor, first.UnderScenario.Basis.Completeness.Cursor);
        Assert.Equal(["firm:KR_CATHODE", "firm:MX_ECU"], first.UnderScenario.Points.Select(point => point.ActorId));
        Assert.Equal(["firm:MY_OSAT", "firm:US_PACK"], second.UnderScenario.Points.Select(point => point.ActorId));
        Assert.Equal(["firm:US_PACK"], second.Points.Select(point => point.ActorId));
    }

    [Fact]
    public async Task A_cursor_of_another_question_or_made_up_is_refused()
    {
        var request = new ListSinglePointsRequest { OfId = "firm:US_OEM", Question = Limited(1) };
        var cursor = (await world.Exposure.ListSinglePointsAsync(request)).Basis.Completeness.Cursor;
        var scenario = Scenarios.Of("", new ScenarioChange { RemoveId = "firm:DE_SEMI" });
        Action<ListSinglePointsRequest>[] changes =
        [
            changed => changed.OfId = "firm:US_PACK", changed => changed.Question.AsOf.Day = 2, changed => changed.Question.MaxTiers = 3,
            changed => changed.Question.Scenarios.Add(scenario), changed => changed.Question.Cursor = "made up", changed => changed.Question.Cursor = cursor + "A",
        ];
        foreach (var change in changes)
        {
            var changed = request.Clone();
            changed.Question.Cursor = cursor;
            change(changed);
            var refused = await world.Exposure.ListSinglePointsAsync(changed).RefusedAsync();

            Assert.Equal((StatusCode.InvalidArgument, "INVALID_PAGE_TOKEN"), (refused.StatusCode, refused.Reason()));
        }
        var more = request.Clone();
        (more.Question.Cursor, more.Question.Limit) = (cursor, 5);
        Assert.Equal(2, (await world.Exposure.ListSinglePointsAsync(more)).Points.Count);
    }

    private Question Limited(int limit)
    {
        var question = world.Ask();
        question.Limit = limit;
        return question;
    }

    private async Task TogetherAsync<TResponse, TItem>(
        int limit, Func<Question, Task<TResponse>> ask, Func<TResponse, IEnumerable<TItem>> items, Func<TResponse, Basis> basis)
        where TItem : IMessage<TItem>
    {
        var whole = await ask(world.Ask());
        var (found, question, pages) = (new List<TItem>(), Limited(limit), 0);
        TResponse answer;
        do
        {
            answer = await ask(question);
            Assert.InRange(items(answer).Count(), 1, limit);
            found.AddRange(items(answer));
            question.Cursor = basis(answer).Completeness.Cursor;
            pages++;
        }
        while (question.Cursor.Length > 0);

        Assert.Equal((items(whole).Count() + limit - 1) / limit, pages);
        Assert.Equal(items(whole).Select(Text), found.Select(Text));
        Assert.Equal("", basis(whole).Completeness.Cursor);
    }

    // How many chains an item lists is bound by the limit as well.
    private static string Text<TItem>(TItem item)
        where TItem : IMessage<TItem>
    {
        var copy = item.Clone();
        copy.Descriptor.FindFieldByName("chains")?.Accessor.Clear(copy);
        return copy.ToString()!;
    }
}
