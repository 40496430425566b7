using GeoGraph.Actors;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure;
using GeoGraph.Exposure.Feed;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using Google.Type;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ActorChange = GeoGraph.Contracts.Actors.V1.ActorChange;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>The small world in actors and exposure, both in one host and talking gRPC over its own address.</summary>
public sealed class ExposureWorld : IAsyncLifetime
{
    public static readonly Date Day = new() { Year = 2026, Month = 2, Day = 1 };

    public ServiceFixture Host { get; private set; } = null!;

    public ActorService.ActorServiceClient Actors { get; private set; } = null!;

    public ExposureService.ExposureServiceClient Exposure { get; private set; } = null!;

    /// <summary>The state in which the world was last written.</summary>
    public string Token { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Host = await ServiceFixture.StartAsync(Build);
        Actors = new(Host.Channel);
        Exposure = new(Host.Channel);
        await LoadedAsync(Host);
        await WriteAsync([.. SmallWorld.Changes]);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Writes to actors; questions asked afterwards see it.</summary>
    public async Task<string> WriteAsync(params ActorChange[] changes)
    {
        var response = await Actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { changes } });
        return Token = response.Receipt.RevisionToken;
    }

    /// <summary>A question on the world's day, of the state last written or a later one.</summary>
    public Question Ask() => new() { AsOf = Day, Read = new() { AtLeast = Token } };

    /// <summary>Waits until a host's exposure has loaded its first graph.</summary>
    public static async Task LoadedAsync(ServiceFixture host) =>
        Assert.NotNull(await host.Services.GetRequiredService<Newest<LoadedGraph>>().WaitForAsync(_ => true, DateTime.MaxValue, CancellationToken.None));

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure) =>
        ServiceHost.Build(args, ExposureHost.DefaultListen, [ActorsHost.Module, ExposureHost.Module], configure);
}
