using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.ServiceTests.Actors;

/// <summary>A test against an actors service of its own.</summary>
public abstract class ActorsTest : IAsyncLifetime
{
    protected ServiceFixture Host { get; private set; } = null!;

    protected ActorService.ActorServiceClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await ServiceFixture.StartAsync(GeoGraph.Actors.ActorsHost.Build);
        Client = new ActorService.ActorServiceClient(Host.Channel);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected async Task<string> WriteAsync(params ActorChange[] changes)
    {
        var request = new UpsertActorsRequest();
        request.Changes.Add(changes);
        return (await Client.UpsertActorsAsync(request)).Receipt.RevisionToken;
    }
}
