using GeoGraph.Actors.Storage;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Actors;

/// <summary>Composes the actors service: its store, its graph, its endpoint.</summary>
public static class ActorsHost
{
    /// <summary>The service as a part of a host.</summary>
    public static readonly ServiceModule Module =
        new(ServiceNames.Actors, Contracts.Actors.V1.ActorService.Descriptor.FullName, AddServices, MapEndpoints);

    private const string DefaultListen = "http://127.0.0.1:5081";

    /// <summary>Builds a host of this service alone; the caller runs it.</summary>
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Further configuration and registrations; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        ServiceHost.Build(args, DefaultListen, [Module], configure);

    /// <summary>Registers what the service needs.</summary>
    public static void AddServices(WebApplicationBuilder builder)
    {
        builder.AddGraphStore(ServiceNames.Actors);
        builder.Services.AddSingleton(provider => new ActorGraph(
            provider.GetRequiredKeyedService<IGraphStore>(ServiceNames.Actors), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Maps the service's endpoint.</summary>
    public static void MapEndpoints(WebApplication app) => app.MapGrpcService<ActorsEndpoint>();
}
