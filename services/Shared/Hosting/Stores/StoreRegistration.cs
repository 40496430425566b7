using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Stores;

/// <summary>Gives a service the graph store that it owns.</summary>
public static class StoreRegistration
{
    /// <summary>
    /// Registers an <see cref="IGraphStore"/> under the service's name as key, opened by its first use as <see cref="StoreOptions"/> say and
    /// wrapped in <see cref="ObservedGraphStore"/>; the service is NOT_SERVING while the store does not answer.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="service">Short name of the owning service, as <c>actors</c>.</param>
    public static void AddGraphStore(this WebApplicationBuilder builder, string service)
    {
        builder.AddStoreEngine();
        builder.Services.AddKeyedSingleton<IGraphStore>(service, (provider, _) => Open(provider, service));
        builder.Services.AddReadinessCheck(service, service + " store answers", async (provider, cancellationToken) =>
        {
            var readiness = await provider.GetRequiredKeyedService<IGraphStore>(service).CheckReadinessAsync(cancellationToken);
            return readiness.Ready ? null : readiness.Problem ?? "the store does not answer";
        });
    }

    /// <summary>Registers the database that configuration names, and the check of what configuration says of it.</summary>
    internal static void AddStoreEngine(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<Neo4jOptions>().BindConfiguration(Neo4jOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<Neo4jOptions>, Neo4jSettingsCheck>());
        builder.Services.TryAddSingleton(provider => new StoreEngine(
            provider.GetRequiredService<IOptions<StoreOptions>>().Value, provider.GetRequiredService<IOptions<Neo4jOptions>>().Value));
    }

    private static ObservedGraphStore Open(IServiceProvider provider, string service)
    {
        var engine = provider.GetRequiredService<StoreEngine>();
        var time = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("GeoGraph.Store." + service);
        return new ObservedGraphStore(
            new OnDemandGraphStore(cancellationToken => engine.OpenAsync(service, time, log, cancellationToken), time, log), $"{service}.{engine.Name}");
    }
}
