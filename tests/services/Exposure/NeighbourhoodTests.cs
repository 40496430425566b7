using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>A replica that holds nothing answers from the neighbourhood of each question, in the same bytes as one that holds all.</summary>
public sealed class NeighbourhoodTests(ExposureWorld world) : IClassFixture<ExposureWorld>, IAsyncLifetime
{
    private const int Worlds = 12;
    private const int Seed = 20260201;
    private ServiceFixture _replica = null!;
    private ExposureService.ExposureServiceClient _exposure = null!;

    public async Task InitializeAsync()
    {
        _replica = await StartAsync(("GeoGraph:Exposure:Hold", "neighbourhood"));
        _exposure = new(_replica.Channel);
    }

    public async Task DisposeAsync() => await _replica.DisposeAsync();

    [Theory]
    [InlineData("firm:US_OEM")]
    [InlineData("firm:MX_ECU")]
    [InlineData("firm:AU_MINE")]
    [InlineData("state:US")]
    public async Task The_small_world_is_answered_alike(string of) => await AlikeAsync(of, "state:TW", "bloc:pact", "chokepoint:taiwan-strait", null);

    [Fact]
    public async Task Scenarios_are_answered_alike_whatever_they_name()
    {
        var scenario = Scenarios.Of("",
            new ScenarioChange { RemoveId = "firm:KR_FAB" },
            Scenarios.Adjust("supplies:US_PACK-US_OEM", a => a.Factor = "2"),
            Scenarios.Close("luzon"),
            new ScenarioChange { PutRelation = Scenarios.Supply("firm:US_PACK", "firm:MX_ECU", "chip", "25") });
        await AlikeAsync("firm:MX_ECU", "state:KR", "bloc:pact", "chokepoint:taiwan-strait", scenario);
    }

    [Fact]
    public async Task Random_worlds_are_answered_alike()
    {
        for (var number = 0; number < Worlds; number++)
        {
            var firms = await WriteRandomWorldAsync(number);
            await AlikeAsync(firms[^1], "state:TW", "bloc:pact", "chokepoint:luzon", null, tiers: 1 + (number % 4));
        }
    }

    [Fact]
    public async Task A_circle_longer_than_one_walk_is_read_once_round()
    {
        List<string> names = [.. Enumerable.Range(0, 45).Select(i => $"circle-{i}")];
        List<string> firms = [.. names.Select(name => "firm:" + name)];
        await world.WriteAsync([.. firms.Select(SmallWorld.Named), .. names.Select((name, i) => SmallWorld.Supply(name, names[(i + 1) % names.Count], "chip", "part", "10"))]);
        Ask[] questions =
        [
            async (exposure, question) => await exposure.ListReachAsync(new() { OfId = firms[0], Question = question }),
            async (exposure, question) => await exposure.ListSinglePointsAsync(new() { OfId = firms[0], Question = question }),
            async (exposure, question) => await exposure.ListBottlenecksAsync(new() { OfId = firms[0], Question = question }),
        ];

        foreach (var ask in questions)
            Assert.Equal(await AnswerAsync(ask, world.Exposure, world.Ask()), await AnswerAsync(ask, _exposure, world.Ask()));
    }

    [Fact]
    public async Task An_answer_says_within_which_bounds_the_graph_was_read()
    {
        var answer = await _exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "state:TW", Question = world.Ask() });

        Assert.StartsWith("upstream of firm:MX_ECU within 8 tiers and 50000 actors", answer.Basis.Neighbourhood, StringComparison.Ordinal);
        Assert.True(answer.Basis.Completeness.Complete);
    }

    [Fact]
    public async Task Where_the_bound_leaves_actors_out_the_answer_stops_at_the_tiers_that_are_whole_and_says_so()
    {
        await using var small = await StartAsync(("GeoGraph:Exposure:Hold", "neighbourhood"), ("GeoGraph:Exposure:MaxNeighbourhoodActors", "5"));
        var exposure = new ExposureService.ExposureServiceClient(small.Channel);
        var answer = await exposure.ListChokepointExposuresAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });
        var whole = world.Ask();
        whole.MaxTiers = 1;
        var shallow = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:US_OEM", Question = whole });
        var refused = await exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() }).RefusedAsync();

        Assert.Contains("within 1 tiers and 5 actors", answer.Basis.Neighbourhood, StringComparison.Ordinal);
        Assert.Contains(Pruning.Limit, answer.Basis.Completeness.PrunedBy);
        Assert.Equal(shallow.Exposures, answer.Exposures);
        Assert.Equal("LIMIT_EXCEEDED", refused.Reason());
        Assert.Equal("5", refused.Detail<Google.Rpc.ErrorInfo>().Metadata["allowed"]);
    }

    [Fact]
    public async Task Questions_of_the_whole_graph_are_refused()
    {
        RpcException[] refused =
        [
            await _exposure.RankDisruptionsAsync(new() { Question = world.Ask() }).RefusedAsync(),
            await _exposure.RankBrokersAsync(new() { Question = world.Ask() }).RefusedAsync(),
            await _exposure.ListChokepointExposuresAsync(new() { ChokepointId = "chokepoint:luzon", Question = world.Ask() }).RefusedAsync(),
            await _exposure.ListReachAsync(new() { OfId = "firm:CL_MINE", Downstream = true, Question = world.Ask() }).RefusedAsync(),
        ];

        Assert.All(refused, failure => Assert.Equal((StatusCode.FailedPrecondition, "RULE_VIOLATED"), (failure.StatusCode, failure.Reason())));
    }

    [Theory]
    [InlineData("20", false)]
    [InlineData("100000", true)]
    public async Task Left_to_itself_a_replica_goes_by_the_number_of_relations(string most, bool holds)
    {
        await using var replica = await StartAsync(("GeoGraph:Exposure:Hold", "auto"), ("GeoGraph:Exposure:MaxRelations", most));
        var answer = await new ExposureService.ExposureServiceClient(replica.Channel).ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });

        Assert.Equal(3, answer.Points.Count);
        Assert.Equal(holds, answer.Basis.Neighbourhood.Length == 0);
    }

    [Fact]
    public async Task What_nobody_knows_is_not_found_and_former_ids_are_followed()
    {
        var nobody = await _exposure.GetExposureAsync(new() { OfId = "firm:nobody", OnId = "state:TW", Question = world.Ask() }).RefusedAsync();
        await world.WriteAsync(
            SmallWorld.Named("firm:OLD_NAME"),
            new ActorChange { Merge = new ActorMerge { DuplicateId = "firm:OLD_NAME", SurvivorId = "firm:MX_ECU" } });
        var former = await _exposure.GetExposureAsync(new() { OfId = "firm:OLD_NAME", OnId = "state:TW", Question = world.Ask() });

        Assert.Equal(StatusCode.NotFound, nobody.StatusCode);
        Assert.Equal("0.6", former.Exposures.Single().Share);
    }

    private async Task<ServiceFixture> StartAsync(params (string Key, string Value)[] settings)
    {
        var replica = await ServiceFixture.StartAsync(ExposureHost.Build,
            [new("GeoGraph:Services:actors", world.Host.Address.ToString()), .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]);
        await ExposureWorld.LoadedAsync(replica);
        return replica;
    }

    private async Task AlikeAsync(string of, string on, string bloc, string chokepoint, Scenario? scenario, int tiers = 0)
    {
        foreach (var ask in Questions(of, on, bloc, chokepoint))
        {
            var question = world.Ask();
            question.MaxTiers = tiers;
            if (scenario is not null)
                question.Scenarios.Add(scenario);
            Assert.Equal(await AnswerAsync(ask, world.Exposure, question), await AnswerAsync(ask, _exposure, question));
        }
    }

    private delegate Task<IMessage> Ask(ExposureService.ExposureServiceClient exposure, Question question);

    private static IEnumerable<Ask> Questions(string of, string on, string bloc, string chokepoint) =>
    [
        async (exposure, question) => await exposure.ListChokepointExposuresAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.ListChokepointExposuresAsync(new() { OfId = of, ChokepointId = chokepoint, Question = question }),
        async (exposure, question) => await exposure.GetExposureAsync(new() { OfId = of, OnId = on, Question = question }),
        async (exposure, question) => await exposure.GetExposureAsync(new() { OfId = of, OnId = bloc, Question = question }),
        async (exposure, question) => await exposure.GetConcentrationAsync(new() { OfId = of, Level = ConcentrationLevel.Owner, Question = question }),
        async (exposure, question) => await exposure.GetConcentrationAsync(new() { OfId = of, Level = ConcentrationLevel.Bloc, BlocIds = { bloc }, LookThrough = true, Question = question }),
        async (exposure, question) => await exposure.ListSinglePointsAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.ListCutSetsAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.GetRelianceAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.GetMaximumFlowAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.ListReachAsync(new() { OfId = of, Question = question }),
        async (exposure, question) => await exposure.ListBottlenecksAsync(new() { OfId = of, Question = question }),
    ];

    // The answer's text, or why it is refused; but for the sentence that says how the graph was read.
    private static async Task<string> AnswerAsync(Ask ask, ExposureService.ExposureServiceClient exposure, Question question)
    {
        try
        {
            var answer = await ask(exposure, question);
            foreach (var side in new[] { answer, answer.Descriptor.FindFieldByName("under_scenario").Accessor.GetValue(answer) as IMessage })
            {
                if (side?.Descriptor.FindFieldByName("basis").Accessor.GetValue(side) is Basis basis)
                    basis.Neighbourhood = "";
            }
            return answer.ToString()!;
        }
        catch (RpcException refused)
        {
            return $"{refused.Reason()}: {refused.Status.Detail}";
        }
    }

    // Firms of a world of its own, which lie in the states of the small one, own one another and supply one another, in circles too.
    private async Task<IReadOnlyList<string>> WriteRandomWorldAsync(int number)
    {
        var random = new Random(Seed + number);
        string[] states = ["state:TW", "state:KR", "state:DE", "state:US"];
        List<string> firms = [.. Enumerable.Range(0, random.Next(3, 9)).Select(i => $"firm:r{number}-{i}")];
        var changes = firms.Select(SmallWorld.Named).ToList();
        foreach (var change in changes)
            change.Actor.OutputUsdPerYear = random.Next(4) > 0 ? $"{random.Next(50, 200)}" : "";
        foreach (var firm in firms)
        {
            changes.Add(SmallWorld.Relate(RelationType.LocatedIn, "located-in", firm, states[random.Next(states.Length)]));
            foreach (var other in firms.Where(other => other != firm && random.Next(3) == 0))
                changes.Add(Supply(random, firm, other));
            if (random.Next(3) == 0 && firms[random.Next(firms.Count)] is var owner && owner != firm)
                changes.Add(SmallWorld.Relate(RelationType.Owns, "owns", owner, firm, relation => relation.Share = random.Next(2) == 0 ? "" : "0.7"));
        }
        await world.WriteAsync([.. changes]);
        return firms;
    }

    private static ActorChange Supply(Random random, string from, string to) => SmallWorld.Relate(RelationType.Supplies, "supplies", from, to, relation =>
    {
        (relation.ProductId, relation.InputGroup) = (SmallWorld.Chip, random.Next(2) == 0 ? "first" : "second");
        relation.ValueUsdPerYear = random.Next(6) > 0 ? $"{random.Next(1, 20)}" : "";
        relation.CapacityUsdPerYear = random.Next(2) == 0 ? $"{random.Next(1, 40)}" : "";
        if (random.Next(3) == 0)
            relation.Transits.Add(SmallWorld.Passes(random.Next(2) == 0 ? "luzon" : "taiwan-strait", random.Next(2) == 0 ? "1" : "0.5"));
    });
}
