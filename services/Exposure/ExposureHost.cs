using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Impacts;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Exposure;

/// <summary>Composes the exposure service.</summary>
public static class ExposureHost
{
    /// <summary>Where the service listens when configuration does not say.</summary>
    public const string DefaultListen = "http://127.0.0.1:5084";

    /// <summary>What the service adds to a host.</summary>
    public static ServiceModule Module { get; } = new(
        ServiceNames.Exposure,
        Contracts.Exposure.V1.ExposureService.Descriptor.FullName,
        AddServices,
        app => app.MapGrpcService<ExposureEndpoint>())
    {
        Needs = [ServiceNames.Actors],
    };

    /// <summary>
    /// Builds a host of this service alone; the caller runs it. <c>GeoGraph:Services:actors</c> must say where actors are served; without <c>:tariffs</c>,
    /// questions that need duties are refused.
    /// </summary>
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Further configuration; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        ServiceHost.Build(args, DefaultListen, [Module], configure);

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddFeed<LoadedGraph>(ServiceNames.Exposure);
        services.AddOptions<SeaOptions>().BindConfiguration(SeaOptions.Section);
        services.AddOptions<HoldOptions>().BindConfiguration(HoldOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NeighbourhoodReads>();
        services.AddSingleton<ActorsSource>();
        services.AddSingleton<ExactGraphs>();
        services.AddSingleton<GraphReads>();
        services.AddSingleton<ScenarioGraphs>();
        services.AddSingleton<ActorNumbers>();
        services.AddSingleton<TariffRates>();
        services.AddSingleton<AgreementRecords>();
        services.AddSingleton<ToldChanges>();
        services.AddSingleton<LawStates>();
        services.AddSingleton<SharedImpacts>();
        services.AddSingleton<ImpactWatch>();
        services.AddHostedService<ActorsFeed>();
    }
}
