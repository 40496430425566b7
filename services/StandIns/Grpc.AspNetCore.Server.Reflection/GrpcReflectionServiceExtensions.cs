using Grpc.AspNetCore.Server.Reflection;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the reflection services.</summary>
public static class GrpcReflectionServiceExtensions
{
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new ReflectionServiceImpl(Mapped(provider)));
        services.TryAddSingleton(provider => new ReflectionV1ServiceImpl(Mapped(provider)));
        return services;
    }

    private static IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Mapped(IServiceProvider provider) =>
        MappedServices.Of(provider.GetRequiredService<EndpointDataSource>());
}
