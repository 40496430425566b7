using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Feed;

/// <summary>Gives a service what its feeds need.</summary>
public static class FeedRegistration
{
    /// <summary>Registers <see cref="FeedOptions"/>, <see cref="FeedParts"/> and the holder of the newest state; the service is NOT_SERVING until one is published.</summary>
    /// <typeparam name="TState">The compiled state.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="service">Short name of the fed service.</param>
    public static void AddFeed<TState>(this IServiceCollection services, string service)
        where TState : class
    {
        services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new FeedParts(
            provider.GetRequiredService<ServiceClients>(), provider.GetRequiredService<Draining>(), provider.GetRequiredService<IOptions<FeedOptions>>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Newest<TState>>();
        services.AddReadinessCheck(service, service + " has loaded what it answers from", static (provider, _) =>
            Task.FromResult(provider.GetRequiredService<Newest<TState>>().Value is null ? "what it answers from is not loaded yet" : null));
    }
}
