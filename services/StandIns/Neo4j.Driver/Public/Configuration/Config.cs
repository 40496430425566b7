#nullable disable

using Neo4j.Driver.Internal;
using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver;

/// <summary>How a driver connects, pools, retries and logs. Made with <see cref="ConfigBuilder"/>.</summary>
public class Config
{
    /// <summary>No limit: of connections, or of records in a batch.</summary>
    public const int Infinite = -1;

    /// <summary>No limit of time.</summary>
    public static readonly TimeSpan InfiniteInterval = Timeout.InfiniteTimeSpan;

    internal Config()
    {
    }

    /// <summary>Gets whether connections use TLS where the scheme does not say: by default they do not.</summary>
    public EncryptionLevel EncryptionLevel => NullableEncryptionLevel ?? EncryptionLevel.None;

    /// <summary>Gets who decides on a server's certificate; null for the operating system.</summary>
    public TrustManager TrustManager { get; internal set; }

    /// <summary>Gets where the driver logs to.</summary>
    public ILogger Logger { get; internal set; } = NullLogger.Instance;

    /// <summary>Gets for how long a transaction function is tried again: 30 s.</summary>
    public TimeSpan MaxTransactionRetryTime { get; internal set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how many idle connections are kept: as many as there may be.</summary>
    public int MaxIdleConnectionPoolSize { get => _idlePoolSize ?? MaxConnectionPoolSize; internal set => _idlePoolSize = value; }

    /// <summary>Gets how many connections there may be to one server: 100.</summary>
    public int MaxConnectionPoolSize { get; internal set; } = 100;

    /// <summary>Gets how long a session waits for a connection: 1 min.</summary>
    public TimeSpan ConnectionAcquisitionTimeout { get; internal set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long connecting may take, with TLS and handshake: 30 s.</summary>
    public TimeSpan ConnectionTimeout { get; internal set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets whether the operating system probes idle connections: it does.</summary>
    public bool SocketKeepAlive { get; internal set; } = true;

    /// <summary>Gets after what idle time a connection is closed in place of used: never.</summary>
    public TimeSpan ConnectionIdleTimeout { get; internal set; } = InfiniteInterval;

    /// <summary>Gets after what age a connection is closed in place of used: 1 h.</summary>
    public TimeSpan MaxConnectionLifetime { get; internal set; } = TimeSpan.FromHours(1);

    /// <summary>Gets after what idle time a connection is asked for a sign of life before use; null for never.</summary>
    public TimeSpan? ConnectionLivenessThreshold { get; internal set; }

    /// <summary>Gets who turns the first address of a routing driver into servers; null for the address itself.</summary>
    public IServerAddressResolver Resolver { get; internal set; }

    /// <summary>Gets the size in bytes that the buffer of received bytes starts with: 32 KiB.</summary>
    public int DefaultReadBufferSize { get; internal set; } = 32 * 1024;

    /// <summary>Gets the size in bytes above which the buffer of received bytes is given back: 128 KiB.</summary>
    public int MaxReadBufferSize { get; internal set; } = 128 * 1024;

    /// <summary>Gets the size in bytes that the buffer of bytes to send starts with: 16 KiB.</summary>
    public int DefaultWriteBufferSize { get; internal set; } = 16 * 1024;

    /// <summary>Gets the size in bytes above which the buffer of bytes to send is given back: 64 KiB.</summary>
    public int MaxWriteBufferSize { get; internal set; } = 64 * 1024;

    /// <summary>Gets how many records are pulled at a time: 1,000; <see cref="Infinite"/> for all at once.</summary>
    public long FetchSize { get; internal set; } = 1000;

    /// <summary>Gets how the driver calls itself to the server.</summary>
    public string UserAgent { get; internal set; } = ConnectionGreeting.DefaultUserAgent;

    /// <summary>Gets which notifications the server is asked for; null for its own choice.</summary>
    public INotificationsConfig NotificationsConfig { get; internal set; }

    /// <summary>Gets whether the server is not told which interfaces of the driver are used.</summary>
    public bool TelemetryDisabled { get; internal set; }

    internal EncryptionLevel? NullableEncryptionLevel { get; set; }

    private int? _idlePoolSize;
}
