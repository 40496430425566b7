using GeoGraph.Actors;
using GeoGraph.Agreements;
using GeoGraph.Exposure;
using GeoGraph.Hosting;
using GeoGraph.Tariffs;

namespace GeoGraph.AllInOne;

/// <summary>
/// Composes the services in one process on one address. They still talk gRPC to one another, over loopback, so that answers are those of
/// separate processes.
/// </summary>
public static class AllInOneHost
{
    /// <summary>Where the services listen when configuration does not say.</summary>
    public const string DefaultListen = "http://127.0.0.1:5080";

    /// <summary>The services, owners of data first.</summary>
    public static IReadOnlyList<ServiceModule> Modules { get; } =
    [
        ActorsHost.Module,
        AgreementsHost.Module,
        TariffsHost.Module,
        ExposureHost.Module,
    ];

    /// <summary>Builds the host; the caller runs it, or starts and stops it.</summary>
    /// <param name="args">Command line, as configuration: <c>--GeoGraph:Data DIR</c>.</param>
    /// <param name="configure">Further configuration and registrations; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        ServiceHost.Build(args, DefaultListen, Modules, configure);
}
