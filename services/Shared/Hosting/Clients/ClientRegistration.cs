using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Clients;

/// <summary>Gives a host its clients of other services.</summary>
internal static class ClientRegistration
{
    public static void AddServiceClients(this WebApplicationBuilder builder, IReadOnlyCollection<string> local, IEnumerable<string> needed)
    {
        builder.Services.AddOptions<ClientOptions>().BindConfiguration(ClientOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ClientOptions>>(new AddressCheck(builder.Configuration, needed, local));
        builder.Services.AddSingleton(provider => new ServiceClients(
            provider, local, builder.Configuration, provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<IOptions<ClientOptions>>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ServiceClients>>()));
    }
}
