using GeoGraph.Contracts.Exposure.V1;
using Google.Rpc;
using Google.Type;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Exposure;

public sealed class RefusalTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Fact]
    public async Task Every_field_that_breaks_its_rule_is_named_at_once()
    {
        var failure = await world.Exposure.GetConcentrationAsync(new()
        {
            OfId = "nobody",
            Level = ConcentrationLevel.Bloc,
            Question = new() { AsOf = new Date { Year = 2026, Month = 2, Day = 30 }, MaxTiers = -1, Read = new() { AtLeast = "actors=1", Exact = "actors=1" } },
        }).RefusedAsync();

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (failure.StatusCode, failure.Reason()));
        Assert.Equal(["bloc_ids", "of_id", "question.as_of", "question.max_tiers", "question.read.exact"], failure.Fields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_question_needs_its_date_and_a_side()
    {
        var failure = await world.Exposure.ListChokepointExposuresAsync(new()).RefusedAsync();

        Assert.Equal(["of_id", "question.as_of"], failure.Fields());
    }

    [Fact]
    public async Task Alternatives_are_asked_for_by_group_or_product_and_not_both()
    {
        var both = await world.Exposure.ListAlternativesAsync(
            new() { OfId = "firm:MX_ECU", InputGroup = "chip", ProductId = SmallWorld.Chip, Question = world.Ask() }).RefusedAsync();
        var neither = await world.Exposure.ListAlternativesAsync(new() { OfId = "firm:MX_ECU", Question = world.Ask() }).RefusedAsync();

        Assert.Equal(["input_group"], both.Fields());
        Assert.Equal(["input_group"], neither.Fields());
    }

    [Theory]
    [InlineData(33, 0, "question.max_tiers", "33", "32")]
    [InlineData(0, 10_001, "question.limit", "10001", "10000")]
    public async Task A_bound_beyond_the_limit_is_refused_with_the_numbers(int tiers, int limit, string field, string given, string allowed)
    {
        var question = world.Ask();
        (question.MaxTiers, question.Limit) = (tiers, limit);
        var failure = await world.Exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = question }).RefusedAsync();

        Assert.Equal((StatusCode.InvalidArgument, "LIMIT_EXCEEDED"), (failure.StatusCode, failure.Reason()));
        var facts = failure.Detail<ErrorInfo>().Metadata;
        Assert.Equal((field, given, allowed), (facts["field"], facts["given"], facts["allowed"]));
    }

    [Theory]
    [InlineData("firm:nobody", "state:TW", "firm:nobody")]
    [InlineData("firm:US_OEM", "state:XX", "state:XX")]
    public async Task An_actor_that_nobody_knows_is_not_found(string of, string on, string missing)
    {
        var failure = await world.Exposure.GetExposureAsync(new() { OfId = of, OnId = on, Question = world.Ask() }).RefusedAsync();

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.StatusCode, failure.Reason()));
        Assert.Equal(("actor", missing), (failure.Detail<ResourceInfo>().ResourceType, failure.Detail<ResourceInfo>().ResourceName));
    }

    [Fact]
    public async Task An_input_group_that_the_buyer_has_not_is_not_found()
    {
        var failure = await world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", InputGroup = "steel", Question = world.Ask() }).RefusedAsync();

        Assert.Equal("firm:MX_ECU/steel", failure.Detail<ResourceInfo>().ResourceName);
    }

    [Fact]
    public async Task What_cannot_play_its_part_is_refused_with_every_such_field()
    {
        var exposure = await world.Exposure.GetExposureAsync(new() { OfId = "bloc:pact", OnId = "person:minister", Question = world.Ask() }).RefusedAsync();
        var passages = await world.Exposure.ListChokepointExposuresAsync(
            new() { OfId = "chokepoint:dover", ChokepointId = "state:TW", Question = world.Ask() }).RefusedAsync();
        var concentration = await world.Exposure.GetConcentrationAsync(
            new() { OfId = "firm:MX_ECU", Level = ConcentrationLevel.Bloc, BlocIds = { "bloc:pact", "state:TW" }, Question = world.Ask() }).RefusedAsync();

        Assert.Equal(["of_id", "on_id"], exposure.Fields());
        Assert.Equal(["of_id", "chokepoint_id"], passages.Fields());
        Assert.Equal(["bloc_ids[1]"], concentration.Fields());
    }
}
