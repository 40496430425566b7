using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Clients;

/// <summary>Stops the start where the address of a service that is called is missing or none; names every such key at once.</summary>
/// <param name="configuration">Where the addresses stand.</param>
/// <param name="needed">Short names of the services that this host calls.</param>
/// <param name="local">Short names of the services that run in this host, and need no address.</param>
internal sealed class AddressCheck(IConfiguration configuration, IEnumerable<string> needed, IReadOnlyCollection<string> local) : IValidateOptions<ClientOptions>
{
    private const string Rule = "an address is http://host:port, https://host:port or dns:///name:port";

    public ValidateOptionsResult Validate(string? name, ClientOptions options)
    {
        var section = configuration.GetSection(ServiceClients.AddressSection);
        var malformed = section.GetChildren().Where(child => child.Value is { Length: > 0 } text && !IsAddress(text))
            .Select(child => $"{child.Path} is '{child.Value}': {Rule}.");
        var missing = needed.Except(local).Distinct().Where(service => section[service] is null or "")
            .Select(service => $"{ServiceClients.AddressSection}:{service} is not set, and the service does not run in this host: {Rule}.");
        var problems = malformed.Concat(missing).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme switch
        {
            "http" or "https" => uri.Host.Length > 0,
            "dns" => uri.AbsolutePath.Length > 1,
            _ => false,
        };
}
