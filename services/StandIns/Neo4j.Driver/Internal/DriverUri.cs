using Neo4j.Driver.Internal.Transport;
using Neo4j.Driver.Internal.Trust;

namespace Neo4j.Driver.Internal;

/// <summary>What the URI of a driver says: where to connect, whether to route, and how to encrypt.</summary>
internal sealed record DriverUri(ServerAddress Address, Dictionary<string, string>? RoutingContext, bool IsEncrypted, TrustManager Trust)
{
    private static readonly string[] Schemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Reads a URI together with what the configuration says of encryption.</summary>
    /// <exception cref="ArgumentException">The scheme is none of Neo4j's, both speak of encryption, or a bolt URI has a query.</exception>
    public static DriverUri From(Uri uri, Config config)
    {
        if (!Schemes.Contains(uri.Scheme))
        {
            throw new ArgumentException($"Unsupported URI scheme: {uri.Scheme}. It is one of {string.Join(", ", Schemes)}.", nameof(uri));
        }
        var scheme = uri.Scheme.Split('+');
        var isSaid = scheme.Length > 1;
        if (isSaid && (config.NullableEncryptionLevel is not null || config.TrustManager is not null))
        {
            throw new ArgumentException($"The scheme {uri.Scheme} says how to encrypt, and so does the configuration: only one may.", nameof(uri));
        }
        var address = ServerAddress.From(uri);
        var trust = scheme[^1] == "ssc" ? new InsecureTrust(false) : config.TrustManager ?? TrustManager.CreateChainTrust();
        return new DriverUri(
            address, RoutingContextOf(uri, scheme[0], address), isSaid || config.EncryptionLevel == EncryptionLevel.Encrypted, trust);
    }

    /// <summary>How connections to a server are encrypted; null for not at all.</summary>
    public Func<ServerAddress, TlsSettings>? Tls() => IsEncrypted ? TlsTo : null;

    private static Dictionary<string, string>? RoutingContextOf(Uri uri, string scheme, ServerAddress address)
    {
        var query = uri.Query.TrimStart('?');
        if (scheme == "bolt")
        {
            return query.Length == 0
                ? null
                : throw new ArgumentException($"A bolt URI takes no query: '{query}' is a routing context, which takes a neo4j URI.", nameof(uri));
        }
        var context = new Dictionary<string, string> { ["address"] = address.ToString() };
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            if (pair.Length < 2 || pair[0].Length == 0 || pair[1].Length == 0 || !context.TryAdd(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))
            {
                throw new ArgumentException($"'{part}' is no routing context: it is name=value, each name once and not 'address'.", nameof(uri));
            }
        }
        return context;
    }

    private TlsSettings TlsTo(ServerAddress server)
    {
        var uri = new UriBuilder("bolt+s", server.Host, server.Port).Uri;
        return new TlsSettings(server.Host, (certificate, chain, errors) => Trust.ValidateServerCertificate(uri, certificate, chain, errors));
    }
}
