using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Scenarios.Facts;
using Google.Protobuf;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>What Neo4j answers itself is what the compiled graph answers, on the starter data: reach, shared suppliers, and, where the graph is not held, exposures to straits.</summary>
[RequiresNeo4j]
public sealed class PushdownTests(CypherExamples world) : IClassFixture<CypherExamples>
{
    private static readonly string[] s_dependents = ["firm:lockheed-martin", "firm:nvidia", "firm:spacex", "firm:huawei", "firm:tsmc", "state:US", "state:TW"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(32)]
    public async Task Reach_is_that_of_the_compiled_graph(int tiers)
    {
        foreach (var of in s_dependents)
        {
            var question = Asked(tiers);
            var reach = await world.Session.Exposure.ListReachAsync(new() { OfId = of, Question = question });
            var upstream = await world.Session.Actors.ListUpstreamAsync(new() { OfId = of, MaxTiers = tiers, AsOf = question.AsOf, Read = world.Session.Read });

            Assert.Equal(reach.Tiers.Select(tier => $"{tier.Tier} {tier.Actors} {tier.ActorIds}"), upstream.Tiers.Select(tier => $"{tier.Tier} {tier.Actors} {tier.ActorIds}"));
            Assert.Equal(reach.Basis.Completeness.PrunedBy, upstream.Completeness.PrunedBy);
        }
    }

    [Fact]
    public async Task Exposures_to_straits_are_those_of_the_compiled_graph_where_nothing_is_held()
    {
        await using var replica = await StartAsync();
        await using var session = World.SessionOf(ServiceHost.BoundAddress(replica.Services));
        foreach (var of in s_dependents)
        {
            var request = new ListChokepointExposuresRequest { OfId = of, Question = Asked(8) };
            var here = await session.Exposure.ListChokepointExposuresAsync(request);
            var whole = await world.Session.Exposure.ListChokepointExposuresAsync(request);

            Assert.NotEqual("", here.Basis.Neighbourhood);
            Assert.Equal(Figures(whole), Figures(here));
        }
    }

    private static string Figures(ListChokepointExposuresResponse answer)
    {
        var figures = answer.Clone();
        figures.Basis.Neighbourhood = "";
        return JsonFormatter.Default.Format(figures);
    }

    private Question Asked(int tiers) => new() { AsOf = FactCheck.DayOf("2026-03-02"), MaxTiers = tiers, Read = world.Session.Read };

    private async Task<WebApplication> StartAsync()
    {
        var replica = ExposureHost.Build(
            ["--GeoGraph:Listen", "http://127.0.0.1:0", "--GeoGraph:Services:actors", world.Address.ToString(), "--GeoGraph:Exposure:Hold", "neighbourhood"]);
        await replica.StartAsync();
        using var channel = GeoGraphChannel.Open(ServiceHost.BoundAddress(replica.Services));
        using var health = new Health.HealthClient(channel).Watch(new HealthCheckRequest());
        while (await health.ResponseStream.MoveNext(CancellationToken.None) && health.ResponseStream.Current.Status != HealthCheckResponse.Types.ServingStatus.Serving)
        {
        }
        return replica;
    }
}
