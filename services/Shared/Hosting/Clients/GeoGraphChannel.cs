using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace GeoGraph.Hosting.Clients;

/// <summary>Opens channels to GeoGraph services; the caller disposes of them.</summary>
public static class GeoGraphChannel
{
    private const int MaxMessageBytes = 1024 * 1024 * 1024;

    /// <summary>
    /// Opens a channel to <c>http://host:port</c>, <c>https://host:port</c>, or <c>dns:///name:port</c>, which spreads calls over every address of
    /// the name (cleartext). Keeps the connection alive while idle, goes round proxies, and retries nothing by itself.
    /// </summary>
    public static GrpcChannel Open(Uri address) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingDelay = TimeSpan.FromSeconds(60),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
            UseProxy = false,
        },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = MaxMessageBytes,
        MaxSendMessageSize = MaxMessageBytes,
        Credentials = address.Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure,
        ServiceConfig = address.Scheme == "dns" ? new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } } : null,
    });
}
