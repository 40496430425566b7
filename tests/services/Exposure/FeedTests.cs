using System.Net;
using System.Net.Sockets;
using GeoGraph.Actors;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Exposure;
using GeoGraph.Sqlite;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ActorChange = GeoGraph.Contracts.Actors.V1.ActorChange;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>A replica of exposure and actors in hosts of their own, which come and go.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly Uri _address = FreeAddress();
    private IGraphStore _store = null!;

    public async Task InitializeAsync() =>
        _store = await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, NullLogger.Instance, default);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Until_actors_are_loaded_nothing_is_answered_and_then_everything()
    {
        await using var replica = await StartReplicaAsync();
        var exposure = new ExposureService.ExposureServiceClient(replica.Channel);
        var early = await exposure.ListSinglePointsAsync(new() { OfId = "firm:US_OEM", Question = new() { AsOf = ExposureWorld.Day } }).RefusedAsync();

        Assert.Equal((StatusCode.Unavailable, "NOT_READY"), (early.StatusCode, early.Reason()));
        Assert.Equal("actors", early.Detail<ErrorInfo>().Metadata["waiting_for"]);
        Assert.Equal(Status.NotServing, await HealthAsync(replica));

        await using var actors = await StartActorsAsync();
        await ExposureWorld.LoadedAsync(replica);

        Assert.Equal(3, (await SinglePointsAsync(replica, await WriteAsync(actors, [.. SmallWorld.Changes]))).Points.Count);
        Assert.Equal(Status.Serving, await HealthAsync(replica));
    }

    [Fact]
    public async Task A_graph_that_followed_changes_answers_as_one_that_was_exported()
    {
        await using var actors = await StartActorsAsync();
        await using var follower = await StartReplicaAsync();
        await ExposureWorld.LoadedAsync(follower);
        foreach (var change in SmallWorld.Changes)
            await WriteAsync(actors, change);
        var token = await WriteAsync(actors,
            new ActorChange { Merge = new ActorMerge { DuplicateId = "product:853710", SurvivorId = "product:850760" } },
            new ActorChange { DeleteId = "firm:KR_FAB" });
        await using var fresh = await StartReplicaAsync();
        await ExposureWorld.LoadedAsync(fresh);

        foreach (var firm in new[] { "firm:US_OEM", "firm:MX_ECU", "firm:US_PACK" })
            Assert.Equal(await AllAnswersAsync(fresh, firm, token), await AllAnswersAsync(follower, firm, token));
    }

    [Fact]
    public async Task A_replica_goes_on_answering_while_actors_are_away_and_resumes_where_it_stopped()
    {
        var log = new EventLog();
        var actors = await StartActorsAsync();
        var token = await WriteAsync(actors, [.. SmallWorld.Changes]);
        await using var replica = await StartReplicaAsync(log);
        await ExposureWorld.LoadedAsync(replica);
        await actors.DisposeAsync();

        Assert.Equal(3, (await SinglePointsAsync(replica, token)).Points.Count);

        await using var again = await StartActorsAsync();
        token = await WriteAsync(again, new ActorChange { DeleteId = "supplies:DE_SEMI-MX_ECU" });

        Assert.Equal(4, (await SinglePointsAsync(replica, token)).Points.Count);
        Assert.Equal((1, 0), (log.Count("feed.loaded"), log.Count("feed.starts_over")));
        Assert.NotEqual(0, log.Count("feed.broken"));
    }

    [Fact]
    public async Task A_replica_that_fell_behind_the_retained_history_starts_over_by_itself()
    {
        var log = new EventLog();
        var actors = await StartActorsAsync();
        await WriteAsync(actors, [.. SmallWorld.Changes]);
        await using var replica = await StartReplicaAsync(log);
        await ExposureWorld.LoadedAsync(replica);
        await actors.DisposeAsync();

        await using (var elsewhere = await ServiceFixture.StartAsync(ActorsHost.Build, null, builder => builder.Services.AddKeyedSingleton("actors", _store)))
            await WriteAsync(elsewhere, new ActorChange { DeleteId = "supplies:CL_MINE-KR_CATHODE" });
        var now = (await _store.CheckReadinessAsync(default)).Current;
        await _store.TrimHistoryAsync(now, default);
        await using var again = await StartActorsAsync();

        var points = await SinglePointsAsync(replica, RevisionToken.Of("actors", now).ToString());

        Assert.Equal(["firm:CN_REFINE", "firm:KR_CATHODE", "firm:MX_ECU", "firm:US_PACK"], points.Points.Select(point => point.ActorId));
        Assert.Equal((2, 1), (log.Count("feed.loaded"), log.Count("feed.starts_over")));
    }

    private async Task<ServiceFixture> StartActorsAsync() => await ServiceFixture.StartAsync(
        ActorsHost.Build, [new("GeoGraph:Listen", _address.ToString())], builder => builder.Services.AddKeyedSingleton("actors", _store));

    private async Task<ServiceFixture> StartReplicaAsync(EventLog? log = null) => await ServiceFixture.StartAsync(
        ExposureHost.Build, [new("GeoGraph:Services:actors", _address.ToString())], builder => builder.Logging.AddProvider(log ?? new EventLog()));

    private static async Task<string> WriteAsync(ServiceFixture actors, params ActorChange[] changes) =>
        (await new ActorService.ActorServiceClient(actors.Channel).UpsertActorsAsync(new() { Changes = { changes } })).Receipt.RevisionToken;

    private static async Task<ListSinglePointsResponse> SinglePointsAsync(ServiceFixture replica, string token) =>
        await new ExposureService.ExposureServiceClient(replica.Channel).ListSinglePointsAsync(
            new() { OfId = "firm:US_OEM", Question = new() { AsOf = ExposureWorld.Day, Read = new() { AtLeast = token } } });

    private static async Task<ByteString[]> AllAnswersAsync(ServiceFixture replica, string of, string token)
    {
        var exposure = new ExposureService.ExposureServiceClient(replica.Channel);
        var question = new Question { AsOf = ExposureWorld.Day, Read = new() { AtLeast = token } };
        return
        [
            (await exposure.ListChokepointExposuresAsync(new() { OfId = of, Question = question })).ToByteString(),
            (await exposure.GetConcentrationAsync(new() { OfId = of, Level = ConcentrationLevel.State, LookThrough = true, Question = question })).ToByteString(),
            (await exposure.GetExposureAsync(new() { OfId = of, OnId = "product:853710", Question = question })).ToByteString(),
            (await exposure.ListSinglePointsAsync(new() { OfId = of, Question = question })).ToByteString(),
            (await exposure.ListAlternativesAsync(new() { OfId = of, ProductId = SmallWorld.Chip, WithinBlocId = "bloc:pact", Question = question })).ToByteString(),
        ];
    }

    private static async Task<Status> HealthAsync(ServiceFixture host) =>
        (await new Health.HealthClient(host.Channel).CheckAsync(new() { Service = "geograph.exposure.v1.ExposureService" })).Status;

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
