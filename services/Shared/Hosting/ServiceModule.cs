using Microsoft.AspNetCore.Builder;

namespace GeoGraph.Hosting;

/// <summary>What one service adds to a host; several in one host make it an all-in-one.</summary>
/// <param name="Name">The service's short name, as <c>actors</c>: its key in configuration, health tags and revision tokens.</param>
/// <param name="GrpcService">Full name of its gRPC service, as <c>geograph.actors.v1.ActorService</c>: its name in health checks.</param>
/// <param name="AddServices">Registers what the service needs. Reads configuration only through factories, which run after the host is built.</param>
/// <param name="MapEndpoints">Maps its gRPC endpoints.</param>
public sealed record ServiceModule(
    string Name, string GrpcService, Action<WebApplicationBuilder> AddServices, Action<WebApplication> MapEndpoints)
{
    /// <summary>Short names of the services that it calls: each runs in the same host, or its address is configured, or the host does not start.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
