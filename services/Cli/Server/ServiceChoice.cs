using GeoGraph.Actors;
using GeoGraph.Agreements;
using GeoGraph.AllInOne;
using GeoGraph.Exposure;
using GeoGraph.Hosting;
using GeoGraph.Tariffs;
using Microsoft.AspNetCore.Builder;

namespace GeoGraph.Cli.Server;

/// <summary>A service, or all of them, as <c>geograph serve</c> names them.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Build">Builds the host from configuration arguments and further settings.</param>
internal sealed record ServiceChoice(string Name, Func<string[], Action<WebApplicationBuilder>?, WebApplication> Build)
{
    /// <summary>All services in one process.</summary>
    public static readonly ServiceChoice All = new("all", AllInOneHost.Build);

    /// <summary>What can be served.</summary>
    public static readonly IReadOnlyList<ServiceChoice> Every =
    [
        All,
        new(ServiceNames.Actors, ActorsHost.Build),
        new(ServiceNames.Agreements, AgreementsHost.Build),
        new(ServiceNames.Tariffs, TariffsHost.Build),
        new(ServiceNames.Exposure, ExposureHost.Build),
    ];
}
