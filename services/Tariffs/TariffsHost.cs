using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using GeoGraph.Tariffs.Feed;

namespace GeoGraph.Tariffs;

/// <summary>Composes the tariffs service.</summary>
public static class TariffsHost
{
    /// <summary>Where the service listens when configuration does not say.</summary>
    public const string DefaultListen = "http://127.0.0.1:5083";

    /// <summary>What the service adds to a host.</summary>
    public static ServiceModule Module { get; } = new(
        ServiceNames.Tariffs,
        Contracts.Tariffs.V1.TariffService.Descriptor.FullName,
        AddServices,
        app => app.MapGrpcService<TariffsEndpoint>())
    {
        Needs = [ServiceNames.Actors, ServiceNames.Agreements],
    };

    /// <summary>Builds a host of this service alone; the caller runs it. <c>GeoGraph:Services:actors</c> and <c>:agreements</c> must say where those are served.</summary>
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Further configuration; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        ServiceHost.Build(args, DefaultListen, [Module], configure);

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddFeed<LoadedSchedule>(ServiceNames.Tariffs);
        services.AddSingleton<LawSource>();
        services.AddSingleton<MembershipSource>();
        services.AddSingleton<ScheduleComposer>();
        services.AddSingleton<ExactSchedules>();
        services.AddSingleton<ScheduleReads>();
        services.AddSingleton<MeasureChecks>();
        services.AddSingleton<AssumedSchedules>();
        services.AddHostedService<LawFeed>();
        services.AddHostedService<MembershipFeed>();
    }
}
