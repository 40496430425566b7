using System.Diagnostics.CodeAnalysis;

namespace GeoGraph.Cli.Server;

/// <summary>Where the services answer: one address for all, or one for each.</summary>
/// <param name="Any">The address of every service that <paramref name="Named"/> does not list; null where it must.</param>
/// <param name="Named">Addresses by the services' names.</param>
internal sealed record ServerAddresses(Uri? Any, IReadOnlyDictionary<string, Uri> Named)
{
    /// <summary>The services that a name can stand for.</summary>
    public static readonly IReadOnlyList<string> Services = ["actors", "agreements", "tariffs", "exposure"];

    /// <summary>One address for all services.</summary>
    public static ServerAddresses OfAll(Uri address) => new(address, new Dictionary<string, Uri>());

    /// <summary>The address of a service; null where none is given.</summary>
    public Uri? Of(string service) => Named.GetValueOrDefault(service) ?? Any;

    /// <summary>Reads <c>http://host:port</c>, or <c>actors=http://…,agreements=http://…</c>; says what is wrong where it is neither.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddresses? addresses, [NotNullWhen(false)] out string? rule)
    {
        (addresses, rule) = (null, null);
        Uri? any = null;
        var named = new Dictionary<string, Uri>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? "" : part[..at];
            if (at >= 0 && !Services.Contains(name))
                rule = $"\"{name}\" is no service; one of {string.Join(", ", Services)}";
            else if (!Uri.TryCreate(part[(at + 1)..], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                rule = $"\"{part[(at + 1)..]}\" is no address as http://host:port";
            else if (at < 0 ? any is not null : !named.TryAdd(name, address))
                rule = $"\"{part}\": an address is given twice";
            else if (at < 0)
                any = address;
            if (rule is not null)
                return false;
        }
        addresses = new ServerAddresses(any, named);
        return true;
    }
}
