#nullable disable

using System.Security.Cryptography.X509Certificates;
using Neo4j.Driver.Internal;
using Neo4j.Driver.Internal.Trust;

namespace Neo4j.Driver;

/// <summary>Sets what a driver is configured with.</summary>
public sealed class ConfigBuilder
{
    private readonly Config _config;

    internal ConfigBuilder(Config config) => _config = config;

    /// <summary>Sets whether connections use TLS; not to be set with a scheme that ends in +s or +ssc.</summary>
    public ConfigBuilder WithEncryptionLevel(EncryptionLevel level) => Set(c => c.NullableEncryptionLevel = level);

    /// <summary>Sets who decides on a server's certificate.</summary>
    public ConfigBuilder WithTrustManager(TrustManager manager) => Set(c => c.TrustManager = manager);

    /// <summary>Sets which certificates are trusted.</summary>
    /// <exception cref="ArgumentException">Certificates are given with another rule than the list, or none with the list.</exception>
    public ConfigBuilder WithCertificateTrustRule(
        CertificateTrustRule certificateTrustRule, IReadOnlyList<X509Certificate2> trustedCaCertificates = null) =>
        Set(c => c.TrustManager = TrustRules.Of(certificateTrustRule, trustedCaCertificates));

    /// <summary>Sets which certificates are trusted, with files to read them from.</summary>
    /// <exception cref="ArgumentException">Files are given with another rule than the list, or none with the list.</exception>
    public ConfigBuilder WithCertificateTrustRule(
        CertificateTrustRule certificateTrustRule, IReadOnlyList<string> trustedCaCertificateFileNames = null) =>
        WithCertificateTrustRule(certificateTrustRule, trustedCaCertificateFileNames?.Select(X509CertificateLoader.LoadCertificateFromFile).ToList());

    /// <summary>Sets where the driver logs to; null for nowhere.</summary>
    public ConfigBuilder WithLogger(ILogger logger) => Set(c => c.Logger = logger ?? NullLogger.Instance);

    /// <summary>Sets for how long a transaction function is tried again.</summary>
    public ConfigBuilder WithMaxTransactionRetryTime(TimeSpan time) => Set(c => c.MaxTransactionRetryTime = time);

    /// <summary>Sets how many idle connections are kept; 0 for none.</summary>
    public ConfigBuilder WithMaxIdleConnectionPoolSize(int size) => Set(c => c.MaxIdleConnectionPoolSize = size);

    /// <summary>Sets how many connections there may be.</summary>
    public ConfigBuilder WithMaxConnectionPoolSize(int size) => Set(c => c.MaxConnectionPoolSize = size);

    /// <summary>Sets how long a session waits for a connection.</summary>
    public ConfigBuilder WithConnectionAcquisitionTimeout(TimeSpan timeSpan) => Set(c => c.ConnectionAcquisitionTimeout = timeSpan);

    /// <summary>Sets how long connecting may take.</summary>
    public ConfigBuilder WithConnectionTimeout(TimeSpan timeSpan) => Set(c => c.ConnectionTimeout = timeSpan);

    /// <summary>Sets whether the operating system probes idle connections.</summary>
    public ConfigBuilder WithSocketKeepAliveEnabled(bool enable) => Set(c => c.SocketKeepAlive = enable);

    /// <summary>Sets after what idle time a connection is closed in place of used.</summary>
    public ConfigBuilder WithConnectionIdleTimeout(TimeSpan timeSpan) => Set(c => c.ConnectionIdleTimeout = timeSpan);

    /// <summary>Sets after what age a connection is closed in place of used.</summary>
    public ConfigBuilder WithMaxConnectionLifetime(TimeSpan timeSpan) => Set(c => c.MaxConnectionLifetime = timeSpan);

    /// <summary>Sets after what idle time a connection is asked for a sign of life before use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ConfigBuilder WithConnectionLivenessCheckTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        return Set(c => c.ConnectionLivenessThreshold = timeout);
    }

    /// <summary>Sets who turns the first address of a routing driver into servers.</summary>
    public ConfigBuilder WithResolver(IServerAddressResolver resolver) => Set(c => c.Resolver = resolver);

    /// <summary>Sets the size in bytes that the buffer of received bytes starts with.</summary>
    public ConfigBuilder WithDefaultReadBufferSize(int defaultReadBufferSize) =>
        Set(c => c.DefaultReadBufferSize = NotNegative(defaultReadBufferSize));

    /// <summary>Sets the size in bytes above which the buffer of received bytes is given back.</summary>
    public ConfigBuilder WithMaxReadBufferSize(int maxReadBufferSize) => Set(c => c.MaxReadBufferSize = NotNegative(maxReadBufferSize));

    /// <summary>Sets the size in bytes that the buffer of bytes to send starts with.</summary>
    public ConfigBuilder WithDefaultWriteBufferSize(int defaultWriteBufferSize) =>
        Set(c => c.DefaultWriteBufferSize = NotNegative(defaultWriteBufferSize));

    /// <summary>Sets the size in bytes above which the buffer of bytes to send is given back.</summary>
    public ConfigBuilder WithMaxWriteBufferSize(int maxWriteBufferSize) => Set(c => c.MaxWriteBufferSize = NotNegative(maxWriteBufferSize));

    /// <summary>Sets how many records are pulled at a time; <see cref="Config.Infinite"/> for all at once.</summary>
    public ConfigBuilder WithFetchSize(long size) => Set(c => c.FetchSize = FetchSizes.Checked(size));

    /// <summary>Sets how the driver calls itself to the server.</summary>
    public ConfigBuilder WithUserAgent(string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        return Set(c => c.UserAgent = userAgent);
    }

    /// <summary>Asks the server for no notifications.</summary>
    public ConfigBuilder WithNotificationsDisabled() => Set(c => c.NotificationsConfig = NotificationChoice.None);

    /// <summary>Sets which notifications the server is asked for; what is null is left to it.</summary>
    /// <exception cref="ArgumentException">Both are null.</exception>
    public ConfigBuilder WithNotifications(Severity? minimumSeverity, Category[] disabledCategories) =>
        Set(c => c.NotificationsConfig = NotificationChoice.Of(minimumSeverity, disabledCategories));

    /// <summary>Does not tell the server which interfaces of the driver are used.</summary>
    public ConfigBuilder WithTelemetryDisabled() => Set(c => c.TelemetryDisabled = true);

    private static int NotNegative(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size;
    }

    private ConfigBuilder Set(Action<Config> change)
    {
        change(_config);
        return this;
    }
}
