using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using Google.Protobuf;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>The figures of the small world, worked out by hand from its values.</summary>
public sealed class FigureTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Theory]
    [InlineData(false, "0.625", "firm:MY_OSAT 0.75", "firm:DE_SEMI 0.25")]
    [InlineData(true, "0.445", "firm:TW_FAB 0.6", "firm:DE_SEMI 0.25", "firm:KR_FAB 0.15")]
    public async Task Chips_into_the_control_unit_are_less_concentrated_looked_through(bool lookThrough, string hhi, params string[] holders)
    {
        var group = Assert.Single((await ConcentrationAsync(ConcentrationLevel.Supplier, lookThrough)).Groups);

        Assert.Equal(("chip", hhi, "", "0"), (group.InputGroup, group.Hhi, group.HhiAtMost, group.UnknownShare));
        Assert.Equal(holders, group.Holders.Select(holder => $"{holder.Id} {holder.Share}"));
    }

    [Theory]
    [InlineData(ConcentrationLevel.State, "state:MY 0.75", "state:DE 0.25")]
    [InlineData(ConcentrationLevel.Owner, "firm:MY_OSAT 0.75", "firm:HU_HOLDING 0.25")]
    [InlineData(ConcentrationLevel.Firm, "firm:MY_OSAT 0.75", "firm:DE_SEMI 0.25")]
    [InlineData(ConcentrationLevel.Bloc, "state:MY 0.75", "bloc:pact 0.25")]
    public async Task Shares_are_summed_at_the_level_asked_for(ConcentrationLevel level, params string[] holders)
    {
        var group = Assert.Single((await ConcentrationAsync(level, lookThrough: false)).Groups);

        Assert.Equal(holders, group.Holders.Select(holder => $"{holder.Id} {holder.Share}"));
    }

    [Fact]
    public async Task A_states_imports_are_a_group_named_by_the_product()
    {
        var answer = await world.Exposure.GetConcentrationAsync(new() { OfId = "state:US", Question = world.Ask() });

        var group = Assert.Single(answer.Groups);
        Assert.Equal((SmallWorld.Chip, "0.625"), (group.InputGroup, group.Hhi));
    }

    [Fact]
    public async Task The_strait_carries_60_percent_of_the_wafers_and_45_percent_of_the_chips_at_tier_2()
    {
        Assert.Equal(["firm:MY_OSAT wafer tier 1: 0.6"], await ChokepointsAsync("firm:MY_OSAT", "chokepoint:taiwan-strait"));
        Assert.Equal(["firm:MX_ECU chip tier 2: 0.45"], await ChokepointsAsync("firm:MX_ECU", "chokepoint:taiwan-strait"));
    }

    [Fact]
    public async Task Every_passage_of_an_input_is_listed_tier_by_tier_with_its_chains()
    {
        var answer = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() });

        Assert.Equal(["luzon 1 0.75", "taiwan-strait 2 0.45", "luzon 2 0.3", "dover 1 0.25"],
            answer.Exposures.Select(found => $"{found.ChokepointId["chokepoint:".Length..]} {found.Tier} {found.Share}"));
        Assert.Equal(["supplies:MY_OSAT-MX_ECU supplies:TW_FAB-MY_OSAT 0.3", "supplies:MY_OSAT-MX_ECU supplies:KR_FAB-MY_OSAT 0.15"],
            answer.Exposures[1].Chains.Select(chain => $"{string.Join(' ', chain.RelationIds)} {chain.Share}"));
        Assert.Equal(["firm:MX_ECU", "firm:MY_OSAT", "firm:TW_FAB"], answer.Exposures[1].Chains[0].ActorIds);
        Assert.Equal((true, false), (answer.Exposures[3].Chains[0].Inferred, answer.Exposures[1].Chains[0].Inferred));
        Assert.All(answer.Exposures, found => Assert.Equal(("", ""), (found.ShareAtMost, found.AnyTierShareAtMost)));
    }

    [Fact]
    public async Task Who_depends_on_a_passage_is_found_downstream() =>
        Assert.Equal(["firm:MY_OSAT wafer tier 1: 0.6", "firm:MX_ECU chip tier 2: 0.45", "firm:US_OEM ecu tier 3: 0.45"], await ChokepointsAsync("", "chokepoint:taiwan-strait"));

    [Theory]
    [InlineData("firm:US_OEM", "firm:CN_REFINE", "pack 0.75")]
    [InlineData("firm:US_OEM", "state:TW", "ecu 0.6")]
    [InlineData("firm:US_OEM", "bloc:pact", "ecu 0.25")]
    [InlineData("firm:US_OEM", "firm:HU_HOLDING", "ecu 0.25")]
    [InlineData("firm:MX_ECU", SmallWorld.Chip, "chip 1")]
    [InlineData("firm:US_OEM", "chokepoint:lombok", "pack 0.6")]
    [InlineData("state:US", "state:TW", "product:854231 0.75")]
    public async Task Inputs_rest_on_what_lies_upstream_of_them(string of, string on, string expected)
    {
        var answer = await ExposureAsync(of, on);

        Assert.Equal([expected], answer.Exposures.Select(found => $"{found.InputGroup} {found.Share}"));
        Assert.NotEmpty(answer.Exposures[0].Chains);
    }

    [Fact]
    public async Task Nothing_resting_on_it_is_an_answer_and_complete()
    {
        var answer = await ExposureAsync("firm:MY_OSAT", "firm:CN_REFINE");

        Assert.Empty(answer.Exposures);
        Assert.True(answer.Basis.Completeness.Complete);
    }

    [Fact]
    public async Task Only_the_unreplaceable_are_single_points_of_failure()
    {
        var answer = await world.Exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });

        Assert.Equal(["firm:KR_CATHODE", "firm:MX_ECU", "firm:US_PACK"], answer.Points.Select(point => point.ActorId));
        Assert.Equal(["firm:US_OEM", "firm:US_PACK", "firm:KR_CATHODE"], answer.Points[0].Chain.ActorIds);
        Assert.Equal(["supplies:US_PACK-US_OEM", "supplies:KR_CATHODE-US_PACK"], answer.Points[0].Chain.RelationIds);
    }

    [Fact]
    public async Task Alternatives_within_an_alliance_come_with_what_it_supplies_today()
    {
        var answer = await world.Exposure.ListAlternativesAsync(
            new() { OfId = "firm:MX_ECU", InputGroup = "chip", WithinBlocId = "bloc:pact", Question = world.Ask() });

        Assert.Equal("0.25", answer.ShareWithinToday);
        Assert.Equal(["firm:DE_SEMI state:DE '' True", "firm:JP_FAB state:JP '0.2' False"],
            answer.Alternatives.Select(found => $"{found.SupplierId} {found.StateId} '{found.WorldOutputShare}' {found.AlreadySupplies}"));
        Assert.Equal(["located-in:JP_FAB-JP", "member-of:JP-pact", "produces:JP_FAB-854231"], answer.Alternatives[1].RelationIds);
    }

    [Fact]
    public async Task Alternatives_anywhere_can_be_asked_for_by_product()
    {
        var answer = await world.Exposure.ListAlternativesAsync(new() { OfId = "firm:MX_ECU", ProductId = SmallWorld.Chip, Question = world.Ask() });

        Assert.Equal(["firm:DE_SEMI", "firm:MY_OSAT", "firm:JP_FAB", "firm:KR_FAB", "firm:TW_FAB", "state:KR", "state:TW"], answer.Alternatives.Select(found => found.SupplierId));
        Assert.Equal("", answer.ShareWithinToday);
    }

    [Fact]
    public async Task An_answer_names_what_it_rests_on()
    {
        var basis = (await ConcentrationAsync(ConcentrationLevel.Supplier, lookThrough: false)).Basis;

        Assert.Equal(["supplies:DE_SEMI-MX_ECU", "supplies:MY_OSAT-MX_ECU"], basis.RelationIds);
        Assert.Equal(("direct-concentration", "0", world.Token, ExposureWorld.Day), (basis.Measure, basis.InferredShare, basis.RevisionToken, basis.AsOf));
        Assert.Contains("s^2", basis.Formula, StringComparison.Ordinal);
        Assert.NotEqual("", basis.Note);
        Assert.Empty(basis.Unknown);
        Assert.True(basis.Completeness.Complete);
        Assert.Empty(basis.Completeness.PrunedBy);
    }

    [Fact]
    public async Task An_answer_that_a_bound_cut_says_which()
    {
        var shallow = world.Ask();
        shallow.MaxTiers = 1;
        var tiers = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MX_ECU", ChokepointId = "chokepoint:taiwan-strait", Question = shallow });
        var short_ = world.Ask();
        short_.Limit = 1;
        var results = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MX_ECU", Question = short_ });
        var sure = world.Ask();
        sure.MinConfidence = Confidence.Verified;
        var evidence = await world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "state:TW", Question = sure });

        Assert.Equal([Pruning.Depth], tiers.Basis.Completeness.PrunedBy);
        Assert.Empty(tiers.Exposures);
        Assert.Equal([Pruning.Limit], results.Basis.Completeness.PrunedBy);
        Assert.Single(results.Exposures);
        Assert.Equal([Pruning.Confidence], evidence.Basis.Completeness.PrunedBy);
        Assert.Equal(["2 flows into input group chip of firm:MX_ECU are below the wanted confidence, so all of it is unknown."], evidence.Basis.Unknown);
    }

    [Fact]
    public async Task The_same_question_has_the_same_bytes()
    {
        var request = new ListChokepointExposuresRequest { ChokepointId = "chokepoint:luzon", Question = world.Ask() };

        var first = (await world.Exposure.ListChokepointExposuresAsync(request)).ToByteString();
        Assert.Equal(first, (await world.Exposure.ListChokepointExposuresAsync(request)).ToByteString());
    }

    private async Task<GetConcentrationResponse> ConcentrationAsync(ConcentrationLevel level, bool lookThrough)
    {
        var request = new GetConcentrationRequest { OfId = "firm:MX_ECU", Level = level, LookThrough = lookThrough, Question = world.Ask() };
        if (level == ConcentrationLevel.Bloc)
            request.BlocIds.Add("bloc:pact");
        return await world.Exposure.GetConcentrationAsync(request);
    }

    private async Task<IEnumerable<string>> ChokepointsAsync(string of, string chokepoint)
    {
        var answer = await world.Exposure.ListChokepointExposuresAsync(new() { OfId = of, ChokepointId = chokepoint, Question = world.Ask() });
        return answer.Exposures.Select(found => $"{found.DependentId} {found.InputGroup} tier {found.Tier}: {found.Share}");
    }

    private async Task<GetExposureResponse> ExposureAsync(string of, string on) =>
        await world.Exposure.GetExposureAsync(new() { OfId = of, OnId = on, Question = world.Ask() });
}
