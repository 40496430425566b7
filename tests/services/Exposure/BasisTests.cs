namespace GeoGraph.ServiceTests.Exposure;

/// <summary>What every answer says of how it came about.</summary>
public sealed class BasisTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    [Fact]
    public async Task Parameters_are_the_fields_of_the_request_and_every_default_in_order_of_name()
    {
        var answer = await world.Exposure.ListCutSetsAsync(new() { OfId = "firm:US_OEM", Question = world.Ask() });

        Assert.Equal(
            ["complete_to_size=2", "limit=100", "max_sets=100000", "max_size=2", "max_steps=200000000", "max_tiers=8", "min_confidence=UNSPECIFIED", "of_id=firm:US_OEM"],
            answer.Basis.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));
    }

    [Fact]
    public async Task Parameters_name_the_shock_and_what_was_asked_for()
    {
        var question = world.Ask();
        (question.Limit, question.MaxTiers) = (7, 3);
        var answer = await world.Exposure.AssessDisruptionAsync(new()
        {
            Shock = new() { RemovedIds = { "firm:CN_REFINE", "firm:KR_FAB" }, Days = "30" },
            Upstream = true,
            Question = question,
        });

        var parameters = answer.Basis.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        Assert.Equal(("7", "3", "true", "30", "firm:CN_REFINE, firm:KR_FAB"),
            (parameters["limit"], parameters["max_tiers"], parameters["upstream"], parameters["shock.days"], parameters["shock.removed_ids"]));
    }

    [Fact]
    public async Task The_share_of_inferred_evidence_counts_relations_and_the_answer_can_be_replayed()
    {
        var first = await world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "chokepoint:dover", Question = world.Ask() });
        var replay = world.Ask();
        replay.Read = new() { Exact = first.Basis.RevisionToken };
        var second = await world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "chokepoint:dover", Question = replay });

        Assert.Equal(["supplies:DE_SEMI-MX_ECU"], first.Basis.RelationIds);
        Assert.Equal("1", first.Basis.InferredShare);
        Assert.Equal(first, second);
    }
}
