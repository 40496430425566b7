using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Hosting.Server;

/// <summary>Limits of the gRPC server; section <c>GeoGraph:Server</c>. A value out of its range stops the start, and every such value is named.</summary>
public sealed class ServerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Server";

    /// <summary>Unary and client-streaming calls worked on at once; further ones are refused as overloaded.</summary>
    /// <value>1 to 100,000; default 256.</value>
    [Range(1, 100_000)]
    public int MaxConcurrentCalls { get; set; } = 256;

    /// <summary>Calls with a stream of answers (exports, watches, files of entries) open at once; further ones are refused as overloaded.</summary>
    /// <value>1 to 100,000; default 1024.</value>
    [Range(1, 100_000)]
    public int MaxConcurrentStreams { get; set; } = 1024;

    /// <summary>The largest message accepted, in bytes.</summary>
    /// <value>64 KiB to 1 GiB; default 32 MiB.</value>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public int MaxReceiveMessageBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>The largest message sent, in bytes.</summary>
    /// <value>64 KiB to 1 GiB; default 128 MiB.</value>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public int MaxSendMessageBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>How long a unary call without a deadline of its own may take.</summary>
    /// <value>100 ms to 1 h; default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client-streaming call without a deadline of its own may take. Server streams last as long as the caller wants.</summary>
    /// <value>1 s to 1 day; default 30 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DefaultUploadDeadline { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the server still takes calls after it has begun to report NOT_SERVING, so that balancers see it first.</summary>
    /// <value>0 to 5 min; default 0, for one machine.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainDelay { get; set; } = TimeSpan.Zero;

    /// <summary>How long calls in progress may go on after the server takes no more.</summary>
    /// <value>1 s to 10 min; default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
