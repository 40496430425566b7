using GeoGraph.Actors;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.ServiceTests.Actors;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GeoGraph.ServiceTests.Hosting;

/// <summary>A service whose database comes late, crashes and comes back, while the service goes on.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class Neo4jRestartTests
{
    private const int Callers = 16;

    [Fact]
    public async Task Service_waits_for_its_database_says_when_it_is_away_and_answers_again_without_a_restart_of_its_own()
    {
        await using var server = await Neo4jServer.StartAsync();
        await server.StopAsync();
        KeyValuePair<string, string?>[] settings =
        [
            new("GeoGraph:Store", "neo4j"), new("GeoGraph:Neo4j:Uri", server.Bolt.ToString()), new("GeoGraph:Neo4j:Password", Neo4jServer.Password), new("GeoGraph:Neo4j:ConnectTimeout", "00:00:02"),
        ];
        await using var host = await ServiceFixture.StartAsync(ActorsHost.Build, settings);
        var actors = new ActorService.ActorServiceClient(host.Channel);
        using var health = new Health.HealthClient(host.Channel).Watch(new HealthCheckRequest { Service = ActorsHost.Module.GrpcService });
        await ReportsAsync(health, Status.NotServing);
        await RefusedAsync(actors);

        await server.StartAgainAsync();
        await ReportsAsync(health, Status.Serving);
        await actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { Write.Actor("firm:first", "First") } });
        await AnsweredAsync(actors, "firm:first");

        await server.KillAsync();
        await RefusedAsync(actors);
        await ReportsAsync(health, Status.NotServing);
        await RefusedAsync(actors);

        // The connections that died with the database are still pooled; none of them reaches a caller.
        await server.StartAgainAsync();
        await ReportsAsync(health, Status.Serving);
        await AnsweredAsync(actors, "firm:first");
        await actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { Write.Actor("firm:second", "Second") } });
        await AnsweredAsync(actors, "firm:second");
    }

    private static async Task ReportsAsync(AsyncServerStreamingCall<HealthCheckResponse> health, Status wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await health.ResponseStream.MoveNext(patience.Token))
        {
            if (health.ResponseStream.Current.Status == wanted)
                return;
        }
        Assert.Fail("health ended before it was " + wanted);
    }

    private static async Task AnsweredAsync(ActorService.ActorServiceClient actors, string id)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => actors.GetActorAsync(new GetActorRequest { Id = id }).ResponseAsync));
        Assert.All(answers, answer => Assert.Equal(id, answer.Actor.Id));
    }

    private static async Task RefusedAsync(ActorService.ActorServiceClient actors)
    {
        var refusals = new[]
        {
            await actors.GetActorAsync(new GetActorRequest { Id = "firm:first" }).RefusedAsync(),
            await actors.SearchActorsAsync(new SearchActorsRequest { Text = "first" }).RefusedAsync(),
            await actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { Write.Actor("firm:lost", "Lost") } }).RefusedAsync(),
        };
        foreach (var refusal in refusals)
        {
            Assert.Equal((StatusCode.Unavailable, "STORE_UNAVAILABLE"), (refusal.StatusCode, refusal.Reason()));
            Assert.True(refusal.Detail<RetryInfo>().RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        }
    }
}
