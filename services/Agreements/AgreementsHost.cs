using GeoGraph.Hosting;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Agreements;

/// <summary>Composes the agreements service.</summary>
public static class AgreementsHost
{
    /// <summary>Where the service listens when configuration does not say.</summary>
    public const string DefaultListen = "http://127.0.0.1:5082";

    /// <summary>What the service adds to a host.</summary>
    public static ServiceModule Module { get; } = new(
        ServiceNames.Agreements,
        Contracts.Agreements.V1.AgreementService.Descriptor.FullName,
        builder => builder.AddGraphStore(ServiceNames.Agreements),
        app => app.MapGrpcService<AgreementsEndpoint>());

    /// <summary>Builds a host of this service alone; the caller runs it.</summary>
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Further configuration; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        ServiceHost.Build(args, DefaultListen, [Module], configure);
}
