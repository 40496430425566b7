using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace GeoGraph.Scenarios.Commands;

/// <summary>Every command that asks, over the starter data: a table for a person, the response's protobuf JSON with --json.</summary>
[Collection(World.Collection)]
public class AnswerCommandTests(World world)
{
    private const string Machine = "--importer US --origin TW --hs 8457.10.00 --value 1000000 --fact content_value.steel=300000";

    /// <summary>A command line, the message that it answers with, and a text that its table shows.</summary>
    public static TheoryData<string, string, string> Questions => new()
    {
        { "actors search 台積電", SearchActorsResponse.Descriptor.FullName, "firm:tsmc" },
        { "actors get firm:tsmc", GetActorResponse.Descriptor.FullName, "台積電" },
        { "actors list --kind chokepoint", ListActorsResponse.Descriptor.FullName, "chokepoint:taiwan-strait" },
        { "actors relations --type member-of --from JP --as-of 2026-01-01", ListRelationsResponse.Descriptor.FullName, "bloc:us-japan-alliance" },
        { "actors commitments --towards JP --obligation defense --as-of 2026-01-01", ListCommitmentsResponse.Descriptor.FullName, "Quad does not bind" },
        { "actors upstream --of firm:lockheed-martin --tiers 2 --as-of 2026-03-02", ListUpstreamResponse.Descriptor.FullName, "Not whole: stopped by depth" },
        { "actors shared-suppliers --of firm:nvidia --of firm:lockheed-martin", ListSharedSuppliersResponse.Descriptor.FullName, "ASML" },
        { "agreements --between US --and JP --on 2026-01-01", ListBindingsResponse.Descriptor.FullName, "Agreements on 2026-01-01" },
        { "agreements search alliance", SearchRecordsResponse.Descriptor.FullName, "Id" },
        { "agreements claims --flagged", ListClaimsResponse.Descriptor.FullName, "claim:" },
        { "agreements negotiations --party US --party JP", ListNegotiationsResponse.Descriptor.FullName, "state:JP" },
        { "agreements timeline --from 2025-04-01 --to 2025-05-01", ListTimelineResponse.Descriptor.FullName, "2025-04-" },
        { "agreements measures --by US --origin TW --on 2025-08-15 --authority us-ieepa-reciprocal", ListMeasuresResponse.Descriptor.FullName, "Taiwan 20%" },
        { $"duty {Machine} --on 2025-09-01", CalculateDutyResponse.Descriptor.FullName, "332,000.00" },
        { $"rates {Machine} --from 2025-01-01 --to 2026-03-31", GetRateTimelineResponse.Descriptor.FullName, "IEEPA reciprocal, Taiwan 20%" },
        { $"preference {Machine} --on 2025-09-01", FindPreferenceResponse.Descriptor.FullName, "No claim" },
        { $"compare {Machine} --on 2025-09-01", CompareOriginsResponse.Descriptor.FullName, "state:JP" },
        { "chokepoints --at chokepoint:taiwan-strait --as-of 2026-03-02", ListChokepointExposuresResponse.Descriptor.FullName, "Taiwan Strait" },
        { "chokepoints --of firm:nvidia --as-of 2026-03-02", ListChokepointExposuresResponse.Descriptor.FullName, "NVIDIA" },
        { "concentration --of firm:nvidia --as-of 2026-03-02", GetConcentrationResponse.Descriptor.FullName, "wafers" },
        { "exposure --of firm:nvidia --on firm:tsmc --as-of 2026-03-02", GetExposureResponse.Descriptor.FullName, "TSMC" },
        { "single-points --of firm:nvidia --as-of 2026-03-02", ListSinglePointsResponse.Descriptor.FullName, "single-points-of-failure" },
        { "alternatives --of firm:nvidia --group wafers --as-of 2026-03-02", ListAlternativesResponse.Descriptor.FullName, "TSMC" },
        { "disrupt --remove firm:tsmc --of firm:nvidia --days 60 --as-of 2026-03-02", AssessDisruptionResponse.Descriptor.FullName, "NVIDIA" },
        { "disrupt --close chokepoint:taiwan-strait --no-rerouting --on 2026-03-02", AssessDisruptionResponse.Descriptor.FullName, "going round is left out of account" },
        { "disruptions --of firm:nvidia --on 2026-03-02", RankDisruptionsResponse.Descriptor.FullName, "TSMC" },
        { "cut-sets --of firm:nvidia --on 2026-03-02", ListCutSetsResponse.Descriptor.FullName, "minimal-cut-sets" },
        { "maximum-flow --of firm:nvidia --on 2026-03-02", GetMaximumFlowResponse.Descriptor.FullName, "No stated capacity" },
        { "reach --of firm:nvidia --on 2026-03-02", ListReachResponse.Descriptor.FullName, "TSMC" },
        { "bottlenecks --of firm:nvidia --on 2026-03-02", ListBottlenecksResponse.Descriptor.FullName, "path-bottlenecks" },
        { "brokers --on 2026-03-02 --limit 5", RankBrokersResponse.Descriptor.FullName, "betweenness" },
        { "exposure --of firm:nvidia --on firm:tsmc --remove firm:tsmc --as-of 2026-03-02", GetExposureResponse.Descriptor.FullName, "without firm:tsmc" },
        { "embedded-tariff --of firm:asml --stated-only --on 2026-03-02", GetEmbeddedTariffResponse.Descriptor.FullName, "Embedded duty" },
        { "tariff-shock --end-agreement agreement:us-section-122-surcharge --on 2026-03-02", AssessTariffShockResponse.Descriptor.FullName, "tariff shock" },
        { "tariff-shock --end-agreement agreement:us-jp-2025 --on 2026-02-01", AssessTariffShockResponse.Descriptor.FullName, "goes from 15% to 27.5%" },
        { "supply-change --of firm:nvidia --remove firm:tsmc --on 2026-03-02", AssessSupplyChangeResponse.Descriptor.FullName, "contractionary" },
        { "partners --of US --on 2026-03-02", RankPartnersResponse.Descriptor.FullName, "China" },
    };

    [Theory]
    [InlineData("consequences --close chokepoint:taiwan-strait --days 60 --on 2026-02-01", "United States has 55.8% of Logic chip left from day 0 (2026-02-01)")]
    [InlineData("what-if --end-agreement agreement:us-section-122-surcharge --on 2026-03-02", "goes from 10% to 0%")]
    [InlineData("what-if --end-agreement agreement:us-jp-2025 --on 2026-02-01", "The duty on Cars from Japan to United States goes from 15% to 27.5%")]
    [InlineData("what-if --end-agreement agreement:us-jp-2025 --on 2026-02-01", "in its place is taken what the law has beside it, measure:us-autos-25")]
    [InlineData("what-if --end-agreement agreement:us-kr-2025 --on 2026-02-01", "The duty on Cars from South Korea to United States goes from 15% to 27.5%")]
    [InlineData("what-if --end-agreement agreement:us-rok-mutual-defense-treaty-1953 --on 2026-02-01", "No measure in the data rests on agreement:us-rok-mutual-defense-treaty-1953")]
    [InlineData("what-if --end-agreement agreement:us-uk-2025 --on 2026-02-01", "The duty on Cars from United Kingdom to United States goes from 10%-27.5% to 27.5%")]
    [InlineData("what-if --end-agreement agreement:usmca --on 2026-02-01", "The duty on Cars from Mexico to United States goes from 25%-27.5% to 27.5%")]
    [InlineData("what-if --end-agreement agreement:us-tw-mou-2026 --on 2026-06-01", "the duty on no flow in the data")]
    public async Task What_follows_is_grouped_for_a_person_and_a_line_a_finding_for_a_program(string line, string shown)
    {
        var run = await world.RunAsync(line.Split(' '));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(shown, string.Join(' ', run.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        var json = await world.RunAsync([.. line.Split(' '), "--json"]);
        var messages = json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StreamConsequencesResponse.Parser.ParseJson).ToList();
        Assert.All(messages.SkipLast(1), message => Assert.NotEqual("", message.Finding.Sentence));
        Assert.Equal("consequences", messages[^1].Basis.Measure);
    }

    [Fact]
    public async Task Impacts_are_told_after_a_state_a_line_each()
    {
        var run = await world.RunAsync("impacts", "--on", "2026-02-01", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(WatchImpactsResponse.Parser.ParseJson(run.Out).Impact.CaughtUp);
    }

    [Fact]
    public async Task A_question_that_changes_nothing_is_wrong_usage()
    {
        var run = await world.RunAsync("consequences", "--days", "60");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("say what changes", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_person_gets_a_table(string line, string message, string shown)
    {
        Assert.NotEmpty(message);
        var run = await world.RunAsync(line.Split(' '));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(shown, run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), text => Assert.Equal(text.TrimEnd(), text));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_program_gets_the_responses_json_the_same_every_time(string line, string message, string shown)
    {
        Assert.NotEmpty(shown);
        var run = await world.RunAsync([.. line.Split(' '), "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        var response = new JsonParser(JsonParser.Settings.Default).Parse(run.Out, DescriptorOf(message));
        Assert.NotEqual(0, response.CalculateSize());
        Assert.Equal(run.Out, (await world.RunAsync([.. line.Split(' '), "--json"])).Out);
    }

    [Fact]
    public async Task An_answer_can_be_asked_for_again_by_its_revision()
    {
        var first = await world.RunAsync("actors", "get", "firm:tsmc", "--json");
        var token = JsonParser.Default.Parse<GetActorResponse>(first.Out).RevisionToken;
        Assert.Equal(first.Out, (await world.RunAsync("actors", "get", "firm:tsmc", "--json", "--revision", token)).Out);
    }

    [Fact]
    public async Task What_is_absent_is_a_refusal_with_its_reason()
    {
        var run = await world.RunAsync("actors", "get", "firm:nobody");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("(NOT_FOUND)", run.Error, StringComparison.Ordinal);
        var json = await world.RunAsync("actors", "get", "firm:nobody", "--json");
        var types = TypeRegistry.FromMessages(Google.Rpc.ErrorInfo.Descriptor, Google.Rpc.ResourceInfo.Descriptor);
        var status = new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(types)).Parse<Google.Rpc.Status>(json.Error);
        Assert.Equal((1, (int)Google.Rpc.Code.NotFound), (json.ExitCode, status.Code));
    }

    [Fact]
    public async Task Every_violation_of_a_question_is_told()
    {
        var run = await world.RunAsync("duty", "--importer", "US", "--origin", "TW", "--hs", "8457.10", "--value", "much", "--quantity", "kg=x", "--on", "2025-09-01");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("(INVALID_REQUEST)", run.Error, StringComparison.Ordinal);
        Assert.Contains("  entry.quantities.kg: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  entry.customs_value: ", run.Error, StringComparison.Ordinal);
    }

    private static MessageDescriptor DescriptorOf(string message) =>
        new[] { ActorServiceReflection.Descriptor, AgreementServiceReflection.Descriptor, TariffServiceReflection.Descriptor, ExposureServiceReflection.Descriptor }
            .SelectMany(f => f.MessageTypes).Single(t => t.FullName == message);
}
